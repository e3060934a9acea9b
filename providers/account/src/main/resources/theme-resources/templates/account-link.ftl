<#import "template.ftl" as layout>
<#assign verifying = linkKind == "verify-email">
<@layout.registrationLayout displayMessage=false; section>
    <#if section == "header">
        <#if linkState == "gone">${msg("accountPageGoneTitle")}
        <#elseif linkState == "done"><#if verifying>${msg("accountPageVerifiedTitle")}<#else>${msg("accountPagePasswordSetTitle")}</#if>
        <#elseif verifying>${msg("accountPageVerifyTitle")}
        <#else>${msg("accountPageResetTitle")}
        </#if>
    <#elseif section == "form">
        <#if linkState == "gone">
            <p class="gatehouse-hint">${msg("accountPageGone")}</p>
        <#elseif linkState == "done">
            <p class="gatehouse-hint"><#if verifying>${msg("accountPageVerified")}<#else>${msg("accountPagePasswordSet")}</#if></p>
        <#else>
            <form id="gatehouse-link-form" class="${properties.kcFormClass!}" method="post" action="?">
                <input type="hidden" name="token" value="${linkToken}">
                <p id="link-hint" class="gatehouse-hint"><#if !verifying>${msg("accountPageResetHint")}<#elseif linkAsksPassword>${msg("accountPageVerifyHint")}<#else>${msg("accountPageVerifyOnlyHint")}</#if></p>
                <#if linkAsksPassword>
                    <div class="${properties.kcFormGroupClass!}">
                        <div class="${properties.kcFormGroupLabelClass!}">
                            <label for="password" class="${properties.kcFormLabelClass!}">
                                <span class="${properties.kcFormLabelTextClass!}"><#if verifying>${msg("accountPagePassword")}<#else>${msg("accountPageNewPassword")}</#if></span>
                            </label>
                        </div>
                        <span class="${properties.kcInputClass!}<#if linkError?has_content> ${properties.kcError!}</#if>">
                            <input id="password" name="password" type="password" required autofocus maxlength="1024"
                                   autocomplete="<#if verifying>current-password<#else>new-password</#if>"
                                   aria-describedby="link-hint<#if linkError?has_content> input-error-password</#if>"
                                   <#if linkError?has_content>aria-invalid="true"</#if>>
                        </span>
                    </div>
                </#if>
                <#-- There from the start, so that screen readers announce what appears in it. -->
                <div aria-live="polite">
                    <#if linkError?has_content>
                        <div class="${properties.kcFormHelperTextClass!}">
                            <div class="${properties.kcInputHelperTextClass!}">
                                <div class="${properties.kcInputHelperTextItemClass!} ${properties.kcError!}" id="input-error-password">
                                    <span class="${properties.kcInputErrorMessageClass!}">${msg(linkError)}</span>
                                </div>
                            </div>
                        </div>
                    </#if>
                </div>
                <div class="${properties.kcFormGroupClass!}">
                    <button id="gatehouse-link-submit" type="submit"
                            class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}"><#if verifying>${msg("accountPageVerifyButton")}<#else>${msg("accountPageResetButton")}</#if></button>
                </div>
            </form>
        </#if>
    </#if>
</@layout.registrationLayout>
