<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section == "header">
        ${msg("secondFactorFewTitle")}
    <#elseif section == "form">
        <p class="gatehouse-hint">${msg("secondFactorFewHint", codesLeft)}</p>
        <form id="gatehouse-few-codes-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <div class="gatehouse-actions">
                <#if codesRenewable>
                    <button id="renew" name="renew" type="submit" value="true"
                            class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">${msg("secondFactorFewRenew")}</button>
                </#if>
                <button id="later" name="later" type="submit" value="true"
                        class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("secondFactorFewLater")}</button>
            </div>
        </form>
    </#if>
</@layout.registrationLayout>
