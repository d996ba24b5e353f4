<#--
  One entry told in full.
-->
<#import "macros.ftl" as m>
${underline(entry.title!entry.person!"", "-")}
<@m.facts entry/>

<@m.text entry/>
<@m.goals entry/>
