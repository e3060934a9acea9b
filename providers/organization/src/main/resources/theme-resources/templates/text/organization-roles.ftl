<#ftl output_format="plainText">
<#macro name role><#if role == "owner">${msg("invitationRoleOwner")}<#elseif role == "admin">${msg("invitationRoleAdmin")}<#elseif role == "member">${msg("invitationRoleMember")}<#else>${role}</#if></#macro>
