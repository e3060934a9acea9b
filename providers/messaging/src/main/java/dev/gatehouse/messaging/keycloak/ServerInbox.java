package dev.gatehouse.messaging.keycloak;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.keycloak.models.KeycloakSession;

/** {@code /dev/inbox}, in development only. */
@Path("/dev")
public class ServerInbox {

    @Path("inbox")
    public InboxResource inbox(@Context KeycloakSession session) {
        return new InboxResource(Messaging.of(session.getKeycloakSessionFactory())
                .flatMap(Messaging::inbox)
                .orElseThrow(NotFoundException::new));
    }
}
