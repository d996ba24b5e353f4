<#--
  One entry in a few lines, its date or deadline in front.
-->
<#import "macros.ftl" as m>
<#assign lines = ([m.lead(entry), m.title(entry)] + m.rest(entry) + [entry.summary!""])?filter(line -> line?has_content)>
<#list lines as line>
${line?is_first?then("* ", "  ")}${wrap(line, 2)?trim}
</#list>
<#if entry.url??>
  ${entry.url}
</#if>
<#if entry.video??>
  ${say("label", say("watch"))}
  ${entry.video}
</#if>
<#if m.calendarFile(entry)?has_content>
  ${say("label", say("calendar"))}
  ${m.calendarFile(entry)}
</#if>
