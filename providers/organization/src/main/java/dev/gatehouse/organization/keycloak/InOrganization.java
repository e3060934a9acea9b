package dev.gatehouse.organization.keycloak;

import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;

/** Keycloak lets an organization's groups be changed only while the organization is the session's current one. */
final class InOrganization {

    private InOrganization() {}

    /** Runs the change with this organization as the current one, and leaves the session as it was. */
    static void run(KeycloakSession session, OrganizationModel organization, Runnable change) {
        KeycloakContext context = session.getContext();
        OrganizationModel before = context.getOrganization();
        context.setOrganization(organization);
        try {
            change.run();
        } finally {
            context.setOrganization(before);
        }
    }
}
