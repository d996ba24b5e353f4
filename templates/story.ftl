<#--
  One entry told in full.
-->
<#import "macros.ftl" as m>
${m.heading(entry)}
<@m.facts entry/>

<@m.text entry/>
<@m.goals entry/>
