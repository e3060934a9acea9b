<#ftl output_format="plainText">
${msg("emailOtpGreeting", realmName)}

${code}

${msg("emailOtpGoodFor", minutes)}

${msg("emailOtpNotYou", realmName)}
