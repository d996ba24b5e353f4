<#--
  What the layouts of the plain text have in common. Nothing here prints by itself.
-->
<#include "keys.ftl">

<#-- What comes in front of a title in a list: the days of an event and where it is, else by when one must act. -->
<#function lead entry>
  <#if entry.start??>
    <#local facts = [period(entry.start, entry.end!), entry.place!""]>
    <#if entry.online!false><#local facts += [say("online")]></#if>
    <#return facts?filter(fact -> fact?has_content)?join(" · ")>
  </#if>
  <#return closing(entry)>
</#function>

<#-- What comes after the title: facts, a line each. -->
<#function rest entry>
  <#local facts = []>
  <#if entry.person??><#local facts += [person(entry)]></#if>
  <#if entry.place?? && !entry.start??><#local facts += [entry.place]></#if>
  <#if entry.organiser??><#local facts += [say("organiser", entry.organiser)]></#if>
  <#if entry.programme??><#local facts += [entry.programme]></#if>
  <#if entry.budget??><#local facts += [say("budget", entry.budget)]></#if>
  <#if entry.video?? && entry.length??><#local facts += [say("video", length(entry))]></#if>
  <#if entry.start??><#local facts += [closing(entry)]></#if>
  <#return facts?filter(fact -> fact?has_content)>
</#function>

<#-- By when a reader must act; nothing where there is no such day. -->
<#function closing entry>
  <#if !entry.closing??>
    <#return "">
  </#if>
  <#if entry["extended-from"]??>
    <#local words = say("extended", entry.closing, entry["extended-from"])>
  <#elseif entry.type == "event">
    <#local words = say("apply-by", entry.closing)>
  <#elseif entry.type == "call">
    <#local words = say("deadline", entry.closing)>
  <#else>
    <#local words = say("closes", entry.closing)>
  </#if>
  <#return (entry.lastChance!false)?then(words + " · " + say("last-chance"), words)>
</#function>

<#function person entry>
  <#return [entry.person, entry.role!"", entry.organisation!""]?filter(part -> part?has_content)?join(", ")>
</#function>

<#-- An entry's title, and below it its facts. -->
<#macro head entry>
${underline(title(entry), "-")}
<#list ([lead(entry)] + rest(entry))?filter(fact -> fact?has_content) as fact>
${wrap(fact, 0)}
</#list>
</#macro>

<#macro text entry>
<#if entry.text??>
${entry.text}
<#elseif entry.summary??>
${wrap(entry.summary, 0)}
</#if>
</#macro>

<#-- Where the rest is: what it is, and its address on a line of its own. -->
<#macro goals entry>
<#if entry.url??>

${wrap(say("label", goal(entry)), 0)}
${entry.url}
</#if>
<#if entry.video??>

${say("label", say("watch"))}
${entry.video}
</#if>
<#if calendarFile(entry)?has_content>

${say("label", say("calendar"))}
${calendarFile(entry)}
</#if>
</#macro>
