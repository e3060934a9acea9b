package dev.gatehouse.events.keycloak;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** In which organization a user's event happened, where it happened in one: a login into it, for example. */
public final class EventOrganization {
    private EventOrganization() {}

    /** Its id: named by the event itself, by the session, or by the login under way. */
    public static Optional<String> of(KeycloakSession session, Event event) {
        String named = event.getDetails() == null ? null : event.getDetails().get(Details.ORG_ID);
        return Optional.ofNullable(named == null ? ofSession(session) : named);
    }

    private static @Nullable String ofSession(KeycloakSession session) {
        OrganizationModel organization = session.getContext().getOrganization();
        if (organization != null) {
            return organization.getId();
        }
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        return login == null ? null : login.getAuthNote(OrganizationModel.ORGANIZATION_ATTRIBUTE);
    }
}
