package dev.gatehouse.messaging.keycloak;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.models.KeycloakSession;

/** {@code /dev/inbox}, in development only. */
@Path("/dev")
public class ServerInbox {

    @Path("inbox")
    public InboxResource inbox(@Context KeycloakSession session) {
        return Messaging.of(session.getKeycloakSessionFactory())
                .flatMap(Messaging::inbox)
                .map(inbox -> new InboxResource(inbox, session.getProvider(SecurityHeadersProvider.class)))
                .orElseThrow(NotFoundException::new);
    }
}
