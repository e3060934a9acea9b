package dev.gatehouse.account.keycloak;

import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil.ClientAuthResult;

/** The applications of the house itself: the only clients whose users may type their password into them. */
public final class FirstPartyClients {
    /** Client attribute that makes a client first-party, with the value {@code true}. */
    private static final String FIRST_PARTY = "gatehouse.first-party";

    /** Realm attribute with the client id that stands for requests that name none. */
    private static final String DEFAULT_CLIENT = "gatehouse.first-party-client";

    private final KeycloakSession session;
    private final RealmModel realm;

    public FirstPartyClients(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    String idOrDefault(@Nullable String clientId) {
        return Optional.ofNullable(clientId)
                .or(() -> Optional.ofNullable(realm.getAttribute(DEFAULT_CLIENT)))
                .orElse("");
    }

    /** The client that stands for requests that name none, if the realm has it. */
    public Optional<ClientModel> defaultClient() {
        return Optional.ofNullable(realm.getAttribute(DEFAULT_CLIENT)).map(realm::getClientByClientId);
    }

    /** Authenticates the client of the current form request through Keycloak's client authenticators. */
    Optional<ClientAuthResult> authenticate(String clientId, EventBuilder event) {
        ClientModel client = realm.getClientByClientId(clientId);
        if (client == null || !isUsable(client)) {
            event.client(clientId).error(Errors.INVALID_CLIENT);
            return Optional.empty();
        }
        try {
            return Optional.of(AuthorizeClientUtil.authorizeClient(session, event, null));
        } catch (WebApplicationException refused) {
            return Optional.empty();
        }
    }

    /** Whether this client, found again later, still is what it was when the login began. */
    public boolean isUsable(ClientModel client) {
        return client.isEnabled() && !client.isBearerOnly() && Boolean.parseBoolean(client.getAttribute(FIRST_PARTY));
    }
}
