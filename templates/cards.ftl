<#--
  One entry of a few words.
-->
<#import "macros.ftl" as m>
<@m.head entry/>

<#if entry.summary??>
${wrap(entry.summary, 0)}
<#else>
<@m.text entry/>
</#if>
<@m.goals entry/>
