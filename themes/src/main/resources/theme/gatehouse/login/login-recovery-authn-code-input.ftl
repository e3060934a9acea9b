<#-- Keycloak's own page, with the offer to trust this device; any code is good, so none is asked for by its number. -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "trust-device.ftl" as trust>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('recoveryCodeInput'); section>
<!-- template: login-recovery-authn-code-input.ftl -->
    <#if section = "header">
        ${msg("secondFactorBackupCodes")}
    <#elseif section == "show-username">
        <#-- Keycloak's own label names a field that is not there. -->
        <label for="kc-attempted-username" class="pf-v5-screen-reader">${msg("username")}</label>
    <#elseif section == "form">
        <form id="kc-recovery-code-login-form" class="${properties.kcFormClass!}" onsubmit="login.disabled = true; return true;" action="${url.loginAction}" method="post">
            <p class="gatehouse-hint">${msg("secondFactorBackupCodesHint")}</p>
            <@field.input name="recoveryCodeInput" label=msg("oneTimeCodeLabel") autocomplete="off" autofocus=true />

            <@trust.field/>

            <@buttons.loginButton />
        </form>
    </#if>
</@layout.registrationLayout>
