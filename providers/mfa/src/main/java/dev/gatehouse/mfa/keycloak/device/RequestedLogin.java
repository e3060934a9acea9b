package dev.gatehouse.mfa.keycloak.device;

import dev.gatehouse.mfa.FactorRequirement;
import dev.gatehouse.mfa.device.LoginDemands;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/** What was asked of a login, read from where Keycloak's protocols note it. */
record RequestedLogin(AuthenticationSessionModel login) {

    LoginDemands demands(FactorRequirement requirement) {
        return new LoginDemands(requirement.required(), level(), isReauthentication());
    }

    private int level() {
        String level = login.getClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION);
        return level == null
                ? LoginDemands.levelOf(login.getClientNote(OIDCLoginProtocol.ACR_PARAM))
                : Integer.parseInt(level);
    }

    private boolean isReauthentication() {
        String prompt = login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM);
        return AuthenticatorUtil.isForcedReauthentication(login)
                || TokenUtil.hasPrompt(prompt, OIDCLoginProtocol.PROMPT_VALUE_LOGIN)
                || Stream.of(OIDCLoginProtocol.MAX_AGE_PARAM, Constants.KC_ACTION)
                        .anyMatch(note -> login.getClientNote(note) != null)
                || SamlProtocol.SAML_FORCEAUTHN_REQUIREMENT.equals(
                        login.getAuthNote(SamlProtocol.SAML_LOGIN_REQUEST_FORCEAUTHN));
    }
}
