<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section == "header">
        ${msg("chooseOrganizationTitle")}
    <#elseif section == "show-username">
        <#-- Keycloak's own label names a field that is not there. -->
        <label for="kc-attempted-username" class="pf-v5-screen-reader">${msg("username")}</label>
    <#elseif section == "form">
        <p class="gatehouse-hint">${msg("chooseOrganizationHint")}</p>

        <#if choicesMore || choicesSearch?has_content>
            <form id="gatehouse-search-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" role="search">
                <div class="${properties.kcFormGroupClass!}">
                    <div class="${properties.kcFormGroupLabelClass!}">
                        <label for="search" class="${properties.kcFormLabelClass!}">
                            <span class="${properties.kcFormLabelTextClass!}">${msg("chooseOrganizationSearch")}</span>
                        </label>
                    </div>
                    <span class="${properties.kcInputClass!}">
                        <input id="search" name="search" type="search" value="${choicesSearch}" maxlength="100"
                               autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">
                    </span>
                </div>
                <div class="${properties.kcFormGroupClass!}">
                    <button type="submit" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("chooseOrganizationFind")}</button>
                </div>
            </form>
        </#if>

        <form id="gatehouse-choice-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <#if choices?has_content>
                <ul class="gatehouse-choices">
                    <#list choices as choice>
                        <li>
                            <button type="submit" name="organization" value="${choice.id}" class="gatehouse-choice">
                                <span class="gatehouse-choice-name">${choice.name}</span>
                                <span class="gatehouse-choice-detail">${choice.alias}</span>
                            </button>
                        </li>
                    </#list>
                </ul>
            </#if>
            <#if !choices?has_content>
                <p class="gatehouse-hint gatehouse-small" role="status">${msg("chooseOrganizationNone")}</p>
            <#elseif choicesMore>
                <p class="gatehouse-hint gatehouse-small">${msg("chooseOrganizationMore", choices?size)}</p>
            </#if>
        </form>
    </#if>
</@layout.registrationLayout>
