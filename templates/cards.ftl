<#--
  One entry of a few words.
-->
<#import "macros.ftl" as m>
${underline(entry.title!entry.person!"", "-")}
<@m.facts entry/>

<#if entry.summary??>
${wrap(entry.summary, 0)}
<#else>
<@m.text entry/>
</#if>
<@m.goals entry/>
