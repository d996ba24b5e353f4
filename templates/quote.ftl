<#--
  What somebody said, and who it was.
-->
<#import "macros.ftl" as m>
<#if entry.title??>
${underline(entry.title, "-")}

</#if>
<@m.text entry/>

<#if entry.person??>
– ${wrap(m.person(entry), 2)?trim}
</#if>
<@m.goals entry/>
