<#--
  A short notice.
-->
<#import "macros.ftl" as m>
${underline(entry.title!entry.person!"", "-")}
<@m.facts entry/>

<@m.text entry/>
<@m.goals entry/>
