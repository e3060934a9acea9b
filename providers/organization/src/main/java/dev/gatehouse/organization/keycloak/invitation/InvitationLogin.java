package dev.gatehouse.organization.keycloak.invitation;

import dev.gatehouse.organization.keycloak.invitation.jpa.InvitationRow;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The ways from an invitation's page into an account and back: the realm's own login and registration, with every rule that
 * they have. An invitation logs nobody in.
 */
final class InvitationLogin {

    private final KeycloakSession session;
    private final Clock clock;

    InvitationLogin(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Starts a login that ends at the invitation's page. It hands no code out: nobody would redeem it. */
    Response logIn(InvitationRow invitation, String token) {
        AuthenticationSessionModel login = new AuthenticationSessionManager(session)
                .createAuthenticationSession(realm(), true)
                .createAuthenticationSession(client());
        String page = RealmsResource.realmBaseUrl(session.getContext().getUri())
                .path(InvitationPageFactory.ID)
                .queryParam("token", token)
                .build(realm().getName())
                .toString();
        login.setAction(AuthenticationSessionModel.Action.AUTHENTICATE.name());
        login.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        login.setRedirectUri(page);
        login.setClientNote(OIDCLoginProtocol.REDIRECT_URI_PARAM, page);
        login.setClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, OIDCResponseType.NONE);
        login.setClientNote(OIDCLoginProtocol.SCOPE_PARAM, OAuth2Constants.SCOPE_OPENID);
        login.setClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM, invitation.email());
        login.setClientNote(
                OIDCLoginProtocol.ISSUER,
                Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm().getName()));
        URI start = new AuthenticationFlowURLHelper(
                        session, realm(), session.getContext().getUri())
                .getLastExecutionUrl(
                        LoginActionsService.AUTHENTICATE_PATH,
                        null,
                        login.getClient().getClientId(),
                        login.getTabId(),
                        AuthenticationProcessor.getClientData(session, login));
        return Response.seeOther(start).build();
    }

    /** Ends the session of whoever is logged in, and starts a login for the invited address. */
    Response switchAccount(@Nullable UserSessionModel current, InvitationRow invitation, String token) {
        if (current != null) {
            AuthenticationManager.backchannelLogout(session, current, true);
            AuthenticationManager.expireIdentityCookie(session);
        }
        return logIn(invitation, token);
    }

    /** To Keycloak's registration, which is open to who was invited even where the realm has closed it. */
    Response register(InvitationRow invitation, String destination) {
        URI start = OIDCLoginProtocolService.registrationsUrl(
                        session.getContext().getUri().getBaseUriBuilder())
                .queryParam(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, OIDCResponseType.NONE)
                .queryParam(Constants.CLIENT_ID, Constants.ACCOUNT_MANAGEMENT_CLIENT_ID)
                .queryParam(Constants.TOKEN, RegistrationPass.of(session, invitation, destination, clock.instant()))
                .buildFromMap(Map.of("realm", realm().getName(), "protocol", OIDCLoginProtocol.LOGIN_PROTOCOL));
        return Response.seeOther(start).build();
    }

    private ClientModel client() {
        ClientModel account = realm().getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        if (account == null) {
            throw new IllegalStateException("the realm has no client " + Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        }
        return account;
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
