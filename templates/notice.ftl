<#--
  A short notice.
-->
<#import "macros.ftl" as m>
${m.heading(entry.title)}
<@m.facts entry/>

<@m.text entry/>
<@m.goals entry/>
