<#import "template.ftl" as layout>
<#import "organization-roles.ftl" as roles>
<@layout.emailLayout>
<p><#if inviterName?has_content>${msg("invitationMailFrom", inviterName)}<#else>${msg("invitationMailFromNobody")}</#if></p>
<p style="margin:24px 0;font-size:24px;font-weight:700"><bdi>${organizationName}</bdi></p>
<#if invitedRoles?has_content><p>${msg("invitationRoles")} <#list invitedRoles as role><bdi><@roles.name role=role/></bdi><#sep>, </#list></p></#if>
<#if invitationLines?has_content><blockquote dir="auto" style="margin:24px 0;padding:0 0 0 16px;border-left:4px solid #c4cdd8"><#list invitationLines as line>${line}<#sep><br></#list></blockquote></#if>
<p style="margin:32px 0"><a href="${link}" style="display:inline-block;padding:12px 24px;background:#2f5d8a;color:#ffffff;border-radius:8px;font-weight:600;text-decoration:none">${msg("invitationMailLook")}</a></p>
<p>${msg("invitationMailGoodFor", linkExpirationFormatter(linkExpiration))}</p>
<p>${msg("invitationMailIgnore")}</p>
</@layout.emailLayout>
