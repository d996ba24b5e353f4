<#--
  One section of the plain text.
-->
${underline(section.heading, "=")}

<#if section.intro??>
${section.intro}
</#if>

<#if section.text??>
${section.text}
</#if>

<#list section.entries as entry>
<#include entry.template>

</#list>
