<#ftl output_format="plainText">
${msg(noticeText, realmName, noticeDevice?has_content?then(noticeDevice, msg(noticeKind)))}

${msg("factorNoticeWhen", noticeTime)}
<#if noticeAddress?has_content>
${msg("factorNoticeFrom", noticeAddress)}
</#if>

${msg("factorNoticeNotYou", realmName)}
