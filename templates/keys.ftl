<#--
  Which of the theme's words fit an entry, for the page and the plain text alike. Nothing here prints by itself.
-->

<#-- The key of the words that lead to an entry's address. -->
<#function readKey entry>
  <#switch entry.type>
    <#on "news"><#return "read-story">
    <#on "interview"><#return "read-interview">
    <#on "event"><#return "read-event">
    <#on "call"><#return "read-call">
    <#default><#return "read-other">
  </#switch>
</#function>
