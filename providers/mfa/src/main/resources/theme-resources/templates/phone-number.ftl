<#import "template.ftl" as layout>
<#assign error = messagesPerField.getFirstError("phone_number")!"">
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("phone_number"); section>
    <#if section == "header">
        ${msg("smsOtpEnrolmentTitle")}
    <#elseif section == "show-username">
        <#-- Keycloak's own label names a field that is not there. -->
        <label for="kc-attempted-username" class="pf-v5-screen-reader">${msg("username")}</label>
    <#elseif section == "form">
        <form id="gatehouse-phone-number-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <p id="phone-number-hint" class="gatehouse-hint">${msg("smsOtpNumberHint")}</p>

            <div class="${properties.kcFormGroupClass!}">
                <div class="${properties.kcFormGroupLabelClass!}">
                    <label for="phone_number" class="${properties.kcFormLabelClass!}">
                        <span class="${properties.kcFormLabelTextClass!}">${msg("smsOtpNumberLabel")}</span>
                    </label>
                </div>
                <span class="${properties.kcInputClass!}<#if error?has_content> ${properties.kcError!}</#if>">
                    <input id="phone_number" name="phone_number" type="tel" value="${phoneNumber!}" required autofocus dir="ltr"
                           autocomplete="tel" inputmode="tel" maxlength="32"
                           aria-describedby="phone-number-hint<#if error?has_content> input-error-phone-number</#if>"
                           <#if error?has_content>aria-invalid="true"</#if>>
                </span>
                <#-- There from the start, so that screen readers announce what appears in it. -->
                <div aria-live="polite">
                    <#if error?has_content>
                        <div class="${properties.kcFormHelperTextClass!}">
                            <div class="${properties.kcInputHelperTextClass!}">
                                <div class="${properties.kcInputHelperTextItemClass!} ${properties.kcError!}" id="input-error-phone-number">
                                    <span class="${properties.kcInputErrorMessageClass!}">${kcSanitize(error)?no_esc}</span>
                                </div>
                            </div>
                        </div>
                    </#if>
                </div>
            </div>

            <div class="${properties.kcFormGroupClass!}">
                <button id="kc-login" type="submit"
                        class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">${msg("smsOtpNumberContinue")}</button>
            </div>

            <p class="gatehouse-hint gatehouse-small">${msg("smsOtpNumberNotice")}</p>
        </form>
    </#if>
</@layout.registrationLayout>
