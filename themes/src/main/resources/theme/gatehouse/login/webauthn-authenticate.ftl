<#-- Keycloak's own page has a field without a label, and pictures of keys by their make; here are names and the one button. -->
<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayInfo=false; section>
<!-- template: webauthn-authenticate.ftl -->
    <#if section == "header">
        ${msg("webauthn-login-title")}
    <#elseif section == "show-username">
        <#-- Keycloak's own label names a field that is not there. -->
        <label for="kc-attempted-username" class="pf-v5-screen-reader">${msg("username")}</label>
    <#elseif section == "form">
        <div id="kc-form-webauthn" class="${properties.kcFormClass!}">
            <form id="webauth" action="${url.loginAction}" method="post" hidden="hidden">
                <input type="hidden" id="clientDataJSON" name="clientDataJSON"/>
                <input type="hidden" id="authenticatorData" name="authenticatorData"/>
                <input type="hidden" id="signature" name="signature"/>
                <input type="hidden" id="credentialId" name="credentialId"/>
                <input type="hidden" id="userHandle" name="userHandle"/>
                <input type="hidden" id="error" name="error"/>
            </form>
            <#if authenticators??>
                <form id="authn_select" hidden="hidden">
                    <#list authenticators.authenticators as authenticator>
                        <input type="hidden" name="authn_use_chk" value="${authenticator.credentialId}"/>
                    </#list>
                </form>
                <#if shouldDisplayAuthenticators?? && shouldDisplayAuthenticators>
                    <ul class="gatehouse-hint" role="list">
                        <#list authenticators.authenticators as authenticator>
                            <li><bdi>${authenticator.label}</bdi></li>
                        </#list>
                    </ul>
                </#if>
            </#if>
            <@buttons.actionGroup>
                <@buttons.button id="authenticateWebAuthnButton" label="webauthn-doAuthenticate" autofocus="autofocus"/>
            </@buttons.actionGroup>
        </div>
        <script type="module">
            <#outputformat "JavaScript">
            import { authenticateByWebAuthn } from "${url.resourcesPath}/js/webauthnAuthenticate.js";
            const button = document.getElementById("authenticateWebAuthnButton");
            button.addEventListener("click", () => authenticateByWebAuthn({
                isUserIdentified: ${isUserIdentified},
                challenge: ${challenge?c},
                userVerification: ${userVerification?c},
                rpId: ${rpId?c},
                createTimeout: ${createTimeout?c},
                errmsg: ${msg("webauthn-unsupported-browser-text")?c}
            }), { once: true });
            </#outputformat>
        </script>
    </#if>
</@layout.registrationLayout>
