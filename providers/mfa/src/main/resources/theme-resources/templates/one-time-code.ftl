<#import "template.ftl" as layout>
<#import "trust-device.ftl" as trust>
<#--
  One page for every kind of code. factorType says which; what is sent (email, sms) has a destination, a length and a
  button to ask for another; what the person has at hand (totp, backup_codes) has not.
-->
<#assign error = messagesPerField.getFirstError("code")!"">
<#assign isSent = (factorType == "email" || factorType == "sms")>
<#assign titles = {
    "email": msg((otpEnrolment!false)?then("emailOtpEnrolmentTitle", "emailOtpTitle")),
    "sms": msg((otpEnrolment!false)?then("smsOtpEnrolmentTitle", "smsOtpTitle")),
    "totp": msg("secondFactorTotp"),
    "backup_codes": msg("secondFactorBackupCodes")
}>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("code"); section>
    <#if section == "header">
        ${titles[factorType]}
    <#elseif section == "show-username">
        <#-- Keycloak's own label names a field that is not there. -->
        <label for="kc-attempted-username" class="pf-v5-screen-reader">${msg("username")}</label>
    <#elseif section == "form">
        <form id="gatehouse-code-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <p id="code-hint" class="gatehouse-hint">
                <#if isSent>
                    <#-- A number stays a number where the page runs from right to left. -->
                    ${msg(otpNumeric?then("oneTimeCodeHint", "oneTimeCodeHintLetters"), otpLength, "\x2068" + otpDestination + "\x2069")}
                <#else>
                    ${(factorType == "totp")?then(msg("secondFactorTotpHint"), msg("secondFactorBackupCodesHint"))}
                </#if>
            </p>

            <div class="${properties.kcFormGroupClass!}">
                <div class="${properties.kcFormGroupLabelClass!}">
                    <label for="code" class="${properties.kcFormLabelClass!}">
                        <span class="${properties.kcFormLabelTextClass!}">${msg("oneTimeCodeLabel")}</span>
                    </label>
                </div>
                <span class="${properties.kcInputClass!}<#if error?has_content> ${properties.kcError!}</#if>">
                    <input id="code" name="code" class="gatehouse-code" type="text" value="" required autofocus dir="ltr"
                           autocomplete="one-time-code" autocapitalize="off" spellcheck="false" maxlength="32"
                           <#if factorType == "totp" || (isSent && otpNumeric)>inputmode="numeric"</#if>
                           aria-describedby="code-hint<#if error?has_content> input-error-code</#if>"
                           <#if error?has_content>aria-invalid="true"</#if>>
                </span>
                <#-- There from the start, so that screen readers announce what appears in it. -->
                <div id="input-error-container-code" aria-live="polite">
                    <#if error?has_content>
                        <div class="${properties.kcFormHelperTextClass!}">
                            <div class="${properties.kcInputHelperTextClass!}">
                                <div class="${properties.kcInputHelperTextItemClass!} ${properties.kcError!}" id="input-error-code">
                                    <span class="${properties.kcInputErrorMessageClass!}">${kcSanitize(error)?no_esc}</span>
                                </div>
                            </div>
                        </div>
                    </#if>
                </div>
            </div>

            <@trust.field/>

            <div class="${properties.kcFormGroupClass!}">
                <div class="gatehouse-actions">
                    <#-- First in the form: what the Enter key presses. -->
                    <button id="kc-login" name="login" type="submit" value="true"
                            class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">${msg("oneTimeCodeContinue")}</button>
                    <#if isSent>
                        <button id="resend" name="resend" type="submit" value="true" formnovalidate
                                class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("oneTimeCodeResend")}</button>
                    </#if>
                    <#if otpOtherDestination!false>
                        <button name="other_number" type="submit" value="true" formnovalidate
                                class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("smsOtpOtherNumber")}</button>
                    </#if>
                    <#if factorOther!false>
                        <button name="other" type="submit" value="true" formnovalidate
                                class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("secondFactorOther")}</button>
                    </#if>
                </div>
            </div>

            <#if isSent>
                <p class="gatehouse-hint gatehouse-small">
                    ${(factorType == "email")?then(msg("emailOtpNotArrived", otpMinutes), msg("smsOtpNotArrived", otpMinutes))}
                    <#if (otpResendAfter!0) gt 0>
                        <span id="resend-after" data-seconds="${otpResendAfter?c}">${msg("oneTimeCodeResendAfter", otpResendAfter)}</span>
                    </#if>
                </p>
            </#if>
        </form>
    </#if>
</@layout.registrationLayout>
