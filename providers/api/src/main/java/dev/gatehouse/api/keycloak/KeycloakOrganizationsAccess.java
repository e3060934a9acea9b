package dev.gatehouse.api.keycloak;

import dev.gatehouse.api.organizations.OrganizationsAccess;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.foundation.keycloak.RealmSecret;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.keycloak.Callers;
import dev.gatehouse.organization.keycloak.Organizations;
import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A request's session, translated for the organizations' resource. */
final class KeycloakOrganizationsAccess implements OrganizationsAccess {
    private final KeycloakSession session;

    KeycloakOrganizationsAccess(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Visit visit() {
        Organizations organizations = Organizations.of(session);
        if (!organizations.areAvailable()) {
            throw Problem.of(ProblemType.NOT_FOUND).refusal();
        }
        Caller caller = Caller.require(session);
        return new Visit(organizations, Callers.of(session, realm(), caller.user(), caller.token(), caller.client()));
    }

    @Override
    public CursorSeal seal(String list) {
        return new CursorSeal(RealmSecret.of(session, realm(), "list cursors"), list);
    }

    @Override
    public URI location(String id) {
        return session.getContext().getUri().getAbsolutePathBuilder().path(id).build();
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
