<#ftl output_format="plainText">
<#import "organization-roles.ftl" as roles>
<#if inviterName?has_content>${msg("invitationMailFrom", inviterName)}<#else>${msg("invitationMailFromNobody")}</#if>

${organizationName}

<#if invitedRoles?has_content>
${msg("invitationRoles")} <#list invitedRoles as role><@roles.name role=role/><#sep>, </#list>

</#if>
<#if invitationLines?has_content>
<#list invitationLines as line>
> ${line}
</#list>

</#if>
${msg("invitationMailLook")}:
${link}

${msg("invitationMailGoodFor", linkExpirationFormatter(linkExpiration))}

${msg("invitationMailIgnore")}
