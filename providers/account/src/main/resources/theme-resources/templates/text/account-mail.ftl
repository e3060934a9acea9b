<#ftl output_format="plainText">
${msg(mailText, realmName)}

<#if mailLink?has_content>
${msg(mailButton)}:
${mailLink}

<#if mailHours>${msg("accountMailGoodForHours", mailGoodFor)}<#else>${msg("accountMailGoodForMinutes", mailGoodFor)}</#if>
<#else>
${msg("accountMailWhen", mailTime)}
<#if mailFrom?has_content>
${msg("accountMailFrom", mailFrom)}
</#if>
</#if>

${msg(mailEnd, realmName)}
