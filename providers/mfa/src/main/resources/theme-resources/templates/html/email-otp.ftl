<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("emailOtpGreeting", realmName)}</p>
<p style="margin:24px 0;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:32px;font-weight:700;letter-spacing:6px">${code}</p>
<p>${msg("emailOtpGoodFor", minutes)}</p>
<p>${msg("emailOtpNotYou", realmName)}</p>
</@layout.emailLayout>
