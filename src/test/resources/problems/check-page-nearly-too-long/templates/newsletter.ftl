${issue.title}
${issue.online} ${issue.unsubscribe} https://example.org/korea
<#list 1..1500 as number>
The speaker number ${number?c} of the conference in Vienna
</#list>
A new agreement with Korea: the clusters of two continents have signed.
