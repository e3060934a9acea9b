<#import "template.ftl" as layout>
<#assign names = {
    "email": msg("secondFactorEmail"),
    "sms": msg("secondFactorSms"),
    "totp": msg("secondFactorTotp"),
    "backup_codes": msg("secondFactorBackupCodes"),
    "passkey": msg("secondFactorPasskey")
}>
<@layout.registrationLayout; section>
    <#if section == "header">
        ${(factorChoice == "enrol")?then(msg("secondFactorEnrolTitle"), msg("secondFactorChoiceTitle"))}
    <#elseif section == "show-username">
        <#-- Keycloak's own label names a field that is not there. -->
        <label for="kc-attempted-username" class="pf-v5-screen-reader">${msg("username")}</label>
    <#elseif section == "form">
        <p class="gatehouse-hint">${(factorChoice == "enrol")?then(msg("secondFactorEnrolHint"), msg("secondFactorChoiceHint"))}</p>
        <form id="gatehouse-factor-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <ul class="gatehouse-choices">
                <#list factorChoices as choice>
                    <li>
                        <button type="submit" name="${factorField}" value="${choice.value}" class="gatehouse-choice">
                            <span class="gatehouse-choice-name">${names[choice.type]!choice.type}</span>
                            <#if choice.label?has_content>
                                <span class="gatehouse-choice-detail">${choice.label}</span>
                            </#if>
                        </button>
                    </li>
                </#list>
            </ul>
        </form>
    </#if>
</@layout.registrationLayout>
