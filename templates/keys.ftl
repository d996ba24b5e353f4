<#--
  Which of the theme's words fit an entry, for the page and the plain text alike. Nothing here prints by itself.
-->

<#-- The words of the link to the rest of an entry: the editor's own, else the theme's for its type. -->
<#function goal entry>
  <#if entry["link-text"]??>
    <#return entry["link-text"]>
  </#if>
  <#switch entry.type>
    <#on "news"><#return say("read-story")>
    <#on "interview"><#return say("read-interview")>
    <#on "event"><#return say("read-event")>
    <#on "call"><#return say("read-call")>
    <#default><#return say("read-other")>
  </#switch>
</#function>

<#-- What an entry is called. -->
<#function title entry>
  <#return entry.title!entry.person!"">
</#function>

<#-- How long an entry's video is, for example "2:15 minutes"; an editor's own words stay as they are. -->
<#function length entry>
  <#return entry.length?matches("[0-9:.,]+")?then(say("minutes", entry.length), entry.length)>
</#function>

<#-- Where an event's file for calendars lies; nothing for what takes place on no day, or is published nowhere. -->
<#function calendarFile entry>
  <#if entry.start?? && issue.online??>
    <#return issue.online + "calendar/" + entry.anchor + ".ics">
  </#if>
  <#return "">
</#function>
