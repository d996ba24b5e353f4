<#--
  One entry in a few lines, its date or deadline in front.
-->
<#import "macros.ftl" as m>
<#assign lines = [m.lead(entry), entry.title!"", m.rest(entry)]?filter(line -> line?has_content)>
<#list lines as line>
${line?is_first?then("* ", "  ")}${wrap(line, 2)?trim}
</#list>
<#if entry.url??>
  ${entry.url}
</#if>
<#if entry.video??>
  ${entry.video}
</#if>
