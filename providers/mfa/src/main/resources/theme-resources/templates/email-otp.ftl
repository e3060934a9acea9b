<#import "template.ftl" as layout>
<#import "trust-device.ftl" as trust>
<#assign error = messagesPerField.getFirstError("code")!"">
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("code"); section>
    <#if section == "header">
        ${msg((otpEnrolment!false)?then("emailOtpEnrolmentTitle", "emailOtpTitle"))}
    <#elseif section == "show-username">
        <#-- Keycloak's own label names a field that is not there. -->
        <label for="kc-attempted-username" class="pf-v5-screen-reader">${msg("username")}</label>
    <#elseif section == "form">
        <form id="gatehouse-email-otp-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <p id="code-hint" class="gatehouse-hint">${msg("emailOtpHint", otpLength, otpDestination)}</p>

            <div class="${properties.kcFormGroupClass!}">
                <div class="${properties.kcFormGroupLabelClass!}">
                    <label for="code" class="${properties.kcFormLabelClass!}">
                        <span class="${properties.kcFormLabelTextClass!}">${msg("emailOtpLabel")}</span>
                    </label>
                </div>
                <span class="${properties.kcInputClass!}<#if error?has_content> ${properties.kcError!}</#if>">
                    <input id="code" name="code" class="gatehouse-code" type="text" value="" required autofocus
                           inputmode="numeric" autocomplete="one-time-code" autocapitalize="off" spellcheck="false"
                           maxlength="${(otpLength * 2)?c}"
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
                            class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">${msg("emailOtpContinue")}</button>
                    <button id="resend" name="resend" type="submit" value="true" formnovalidate
                            class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("emailOtpResend")}</button>
                    <#if otpOther!false>
                        <button name="other" type="submit" value="true" formnovalidate
                                class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("secondFactorOther")}</button>
                    </#if>
                </div>
            </div>

            <p class="gatehouse-hint gatehouse-small">${msg("emailOtpNotArrived", otpMinutes)}</p>
        </form>
    </#if>
</@layout.registrationLayout>
