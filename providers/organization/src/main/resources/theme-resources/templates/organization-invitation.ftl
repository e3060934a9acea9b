<#import "template.ftl" as layout>
<#import "organization-roles.ftl" as roles>
<#macro choice value label primary=true>
    <button name="choice" value="${value}" type="submit" class="<#if primary>${properties.kcButtonPrimaryClass!}<#else>${properties.kcButtonSecondaryClass!}</#if> ${properties.kcButtonBlockClass!}">${label}</button>
</#macro>
<#macro onwards label primary=true>
    <a class="<#if primary>${properties.kcButtonPrimaryClass!}<#else>${properties.kcButtonSecondaryClass!}</#if> ${properties.kcButtonBlockClass!}" href="${destination}">${label}</a>
</#macro>
<@layout.registrationLayout displayMessage=false; section>
    <#if section == "header">
        <#switch invitationState>
            <#case "gone">${msg("invitationGoneTitle")}<#break>
            <#case "expired">${msg("invitationExpiredTitle")}<#break>
            <#case "accepted">${msg("invitationAcceptedTitle")}<#break>
            <#case "already-member">${msg("invitationMemberTitle")}<#break>
            <#default>${msg("invitationTitle")}
        </#switch>
    <#elseif section == "form">
        <#if invitationState == "gone">
            <p class="gatehouse-hint">${msg("invitationGone")}</p>
        <#elseif invitationState == "expired">
            <p class="gatehouse-organization"><bdi>${organizationName}</bdi></p>
            <p class="gatehouse-hint">${msg("invitationExpired")}</p>
        <#else>
            <#if inviterName?has_content>
                <p class="gatehouse-hint">${msg("invitationFrom", inviterName)}</p>
            </#if>
            <p class="gatehouse-organization"><bdi>${organizationName}</bdi></p>
            <#if invitationState != "already-member" && invitedRoles?has_content>
                <p class="gatehouse-hint">${msg("invitationRoles")} <#list invitedRoles as role><bdi class="gatehouse-role"><@roles.name role=role/></bdi><#sep> </#list></p>
            </#if>
            <#if (invitationLines![])?has_content && invitationState != "already-member">
                <blockquote class="gatehouse-words" dir="auto"><#list invitationLines as line>${line}<#sep><br></#list></blockquote>
            </#if>
            <#if invitationState == "accepted">
                <p class="gatehouse-hint">${msg("invitationAccepted")}</p>
                <div class="gatehouse-actions"><@onwards label=msg("invitationContinue")/></div>
            <#elseif invitationState == "already-member">
                <p class="gatehouse-hint">${msg("invitationMember")}</p>
                <div class="gatehouse-actions"><@onwards label=msg("invitationContinue")/></div>
            <#else>
                <p class="gatehouse-hint">
                    <#switch invitationState>
                        <#case "confirm">${msg("invitationLoggedIn", visitorName)}<#break>
                        <#case "other-account">${msg("invitationOtherAccount", visitorName, invitedAddress)}<#break>
                        <#case "unverified">${msg("invitationUnverified", invitedAddress)}<#break>
                        <#case "log-in">${msg("invitationLogInHint", invitedAddress)}<#break>
                        <#default>${msg("invitationRegisterHint", invitedAddress)}
                    </#switch>
                </p>
                <form class="${properties.kcFormClass!}" method="post" action="?">
                    <input type="hidden" name="token" value="${invitationToken}">
                    <div class="gatehouse-actions">
                        <#switch invitationState>
                            <#case "confirm">
                                <@choice value="accept" label=msg("invitationAccept")/>
                                <@onwards label=msg("invitationNotNow") primary=false/>
                                <#break>
                            <#case "other-account">
                                <@choice value="switch" label=msg("invitationSwitch")/>
                                <@onwards label=msg("invitationNotNow") primary=false/>
                                <#break>
                            <#case "unverified">
                                <@choice value="look" label=msg("invitationAgain")/>
                                <@choice value="switch" label=msg("invitationSwitch") primary=false/>
                                <#break>
                            <#case "log-in">
                                <@choice value="log-in" label=msg("invitationLogIn")/>
                                <#break>
                            <#default>
                                <@choice value="register" label=msg("invitationRegister")/>
                        </#switch>
                    </div>
                </form>
            </#if>
        </#if>
    </#if>
</@layout.registrationLayout>
