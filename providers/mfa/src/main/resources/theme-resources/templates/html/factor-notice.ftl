<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg(noticeText, realmName, noticeDevice?has_content?then(noticeDevice, msg(noticeKind)))}</p>
<p>${msg("factorNoticeWhen", noticeTime)}<#if noticeAddress?has_content><br>${msg("factorNoticeFrom", noticeAddress)}</#if></p>
<p>${msg("factorNoticeNotYou", realmName)}</p>
</@layout.emailLayout>
