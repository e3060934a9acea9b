<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg(mailText, realmName)}</p>
<#if mailLink?has_content>
<p style="margin:32px 0"><a href="${mailLink}" style="display:inline-block;padding:12px 24px;background:#2f5d8a;color:#ffffff;border-radius:8px;font-weight:600;text-decoration:none">${msg(mailButton)}</a></p>
<p><#if mailHours>${msg("accountMailGoodForHours", mailGoodFor)}<#else>${msg("accountMailGoodForMinutes", mailGoodFor)}</#if></p>
<#else>
<p>${msg("accountMailWhen", mailTime)}<#if mailFrom?has_content><br>${msg("accountMailFrom", mailFrom)}</#if></p>
</#if>
<p>${msg(mailEnd, realmName)}</p>
</@layout.emailLayout>
