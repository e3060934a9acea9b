package dev.gatehouse.organization.keycloak;

import jakarta.enterprise.context.ContextNotActiveException;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;

/**
 * Whether an organization is being deleted as a whole. Keycloak deletes it member by member and tells of each, before it
 * tells of the organization: what guards or keeps one membership has nothing to do then.
 */
public final class Removal {

    private static final String ATTRIBUTE = Removal.class.getName();

    private Removal() {}

    static void begin(KeycloakSession session, String organizationId) {
        session.setAttribute(ATTRIBUTE, organizationId);
    }

    public static boolean isUnderWay(KeycloakSession session, String organizationId) {
        return organizationId.equals(session.getAttribute(ATTRIBUTE)) || isAsked(session, organizationId);
    }

    /** The admin console says so only in its request: {@code DELETE .../organizations/ID}. */
    private static boolean isAsked(KeycloakSession session, String organizationId) {
        try {
            HttpRequest request = session.getContext().getHttpRequest();
            return request.getHttpMethod().equals("DELETE")
                    && request.getUri().getPath().endsWith("/organizations/" + organizationId);
        } catch (ContextNotActiveException noRequest) {
            return false;
        }
    }
}
