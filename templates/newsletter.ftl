<#--
  The plain text: title, intro, contents, sections, footer.
-->
${wrap(publication.name + " · " + issue.title, 0)}
${issue.date}

<#if issue.subject != issue.title>
${wrap(issue.subject, 0)}
</#if>

<#if issue.online??>
${say("label", say("view-online"))}
${issue.online}
</#if>

<#if issue.intro??>
${issue.intro}
</#if>

<#if issue.sections?size gt 2>
${say("label", say("contents"))}
<#list issue.sections as section>
- ${wrap(section.heading, 2)?trim}
</#list>
</#if>

<#list issue.sections as section>
<#include "section.ftl">

</#list>

${""?left_pad(72, "-")}

<#if publication.website??>
${say("label", say("visit"))}
${publication.website}
</#if>

<#list publication.social>
${say("label", say("follow"))}
<#items as place>
- ${place.name}: ${place.url}
</#items>
</#list>

${publication.name}
<#if publication.organisation?? && publication.organisation != publication.name>
${wrap(publication.organisation, 0)}
</#if>
<#if publication.address??>
${wrap(publication.address, 0)}
</#if>

${wrap(say("why", publication.name), 0)}

<#if issue.unsubscribe??>
${say("label", say("unsubscribe"))}
${issue.unsubscribe}
</#if>
