<#--
  What the layouts of the plain text have in common. Nothing here prints by itself.
-->
<#include "keys.ftl">

<#-- What comes in front of a title in a list: the days of an event and where it is, else by when one must act. -->
<#function lead entry>
  <#local facts = []>
  <#if entry.start??>
    <#local facts += [period(entry.start, entry.end!)]>
    <#if entry.place??><#local facts += [entry.place]></#if>
    <#if entry.online!false><#local facts += [say("online")]></#if>
  <#elseif entry.closing??>
    <#local facts = closing(entry)>
  </#if>
  <#return facts?join(" · ")>
</#function>

<#-- What comes after the title. -->
<#function rest entry>
  <#local facts = []>
  <#if entry.person??><#local facts += [person(entry)]></#if>
  <#if entry.place?? && !entry.start??><#local facts += [entry.place]></#if>
  <#if entry.organiser??><#local facts += [say("organiser", entry.organiser)]></#if>
  <#if entry.programme??><#local facts += [entry.programme]></#if>
  <#if entry.budget??><#local facts += [say("budget", entry.budget)]></#if>
  <#if entry.start?? && entry.closing??><#local facts += closing(entry)></#if>
  <#return facts?join(" · ")>
</#function>

<#-- By when a reader must act. -->
<#function closing entry>
  <#local facts = []>
  <#if entry["extended-from"]??>
    <#local facts += [say("extended", entry.closing, entry["extended-from"])]>
  <#elseif entry.type == "event">
    <#local facts += [say("apply-by", entry.closing)]>
  <#elseif entry.type == "call">
    <#local facts += [say("deadline", entry.closing)]>
  <#else>
    <#local facts += [say("closes", entry.closing)]>
  </#if>
  <#if entry.lastChance!false><#local facts += [say("last-chance")]></#if>
  <#return facts>
</#function>

<#function person entry>
  <#return [entry.person, entry.role!"", entry.organisation!""]?filter(part -> part?has_content)?join(", ")>
</#function>

<#-- An entry's facts, a line each, below its title. -->
<#macro facts entry>
<#if lead(entry)?has_content>
${wrap(lead(entry), 0)}
</#if>
<#if rest(entry)?has_content>
${wrap(rest(entry), 0)}
</#if>
</#macro>

<#macro text entry>
<#if entry.text??>
${entry.text}
<#elseif entry.summary??>
${wrap(entry.summary, 0)}
</#if>
</#macro>

<#-- Where the rest is. The words end in a colon; the title that follows it in the HTML page stands above already. -->
<#macro goals entry>
<#if entry.url??>

${say(readKey(entry), "")?trim}
${entry.url}
</#if>
<#if entry.video??>

${say("watch", "")?trim}
${entry.video}
</#if>
</#macro>
