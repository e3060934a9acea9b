package dev.gatehouse.organization.keycloak.invitation;

import dev.gatehouse.foundation.Feature;
import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.foundation.keycloak.ServerSettings;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.Config;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionTokenHandler;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.resources.RealmsResource;

/**
 * Keycloak's own invitation links, which could be used twice, and whose opening logged in whoever opened them. They lead to
 * our page instead, where nothing happens before somebody who is logged in says yes.
 */
public final class InvitationLinkHandler extends InviteOrgActionTokenHandler {

    private boolean enabled;

    @Override
    public Response handleToken(InviteOrgActionToken token, ActionTokenContext<InviteOrgActionToken> context) {
        RealmModel realm = context.getRealm();
        if (!enabled || !EnabledRealm.isEnabled(realm)) {
            return super.handleToken(token, context);
        }
        KeycloakSession session = context.getSession();
        // Keycloak has put the invited user into this login already: it must not be gone on with.
        String link = context.getAuthenticationSession().getAuthNote(Constants.KEY);
        new AuthenticationSessionManager(session)
                .removeAuthenticationSession(realm, context.getAuthenticationSession(), true);
        URI page = RealmsResource.realmBaseUrl(session.getContext().getUri())
                .path(InvitationPageFactory.ID)
                .queryParam("token", link)
                .build(realm.getName());
        return Response.seeOther(page).build();
    }

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        enabled = Feature.ORGANIZATION.isEnabled(ServerSettings.source());
    }

    @Override
    public int order() {
        return 1;
    }
}
