<#--
  One entry told in full.
-->
<#import "macros.ftl" as m>
<@m.head entry/>

<@m.text entry/>
<@m.goals entry/>
