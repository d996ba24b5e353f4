<#--
  A short notice.
-->
<#import "macros.ftl" as m>
<@m.head entry/>

<@m.text entry/>
<@m.goals entry/>
