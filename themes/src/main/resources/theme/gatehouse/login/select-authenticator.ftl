<#-- Keycloak's own page cannot be worked by keyboard, and has a field without a label: here the choices are buttons. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayInfo=false; section>
    <#if section == "header">
        ${msg("loginChooseAuthenticator")}
    <#elseif section == "show-username">
        <#-- Keycloak's own label names a field that is not there. -->
        <label for="kc-attempted-username" class="pf-v5-screen-reader">${msg("username")}</label>
    <#elseif section == "form">
        <form id="kc-select-credential-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <ul class="gatehouse-choices">
                <#list auth.authenticationSelections as choice>
                    <li>
                        <button type="submit" name="authenticationExecution" value="${choice.authExecId}" class="gatehouse-choice">
                            <span class="gatehouse-choice-name">${msg(choice.displayName)}</span>
                            <span class="gatehouse-choice-detail">${msg(choice.helpText)}</span>
                        </button>
                    </li>
                </#list>
            </ul>
        </form>
    </#if>
</@layout.registrationLayout>
