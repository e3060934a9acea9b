package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.events.ActivityStore;
import dev.gatehouse.events.keycloak.Activities;
import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.keycloak.Gate;
import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.projection.jpa.ProjectionTables;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** All that shows members and what happens in organizations, in the session's realm. */
public record Readers(KeycloakSession session, Gate gate, Clock clock) {

    /** The members, page by page. */
    public MemberDirectory directory() {
        return new MemberDirectory(
                gate, ProjectionTables.of(EntityManagers.of(session)), new SessionSource(session, realm()));
    }

    /** Organizations at a glance. */
    public Dashboards dashboards() {
        return new Dashboards(
                gate,
                ProjectionTables.of(EntityManagers.of(session)),
                OrganizationQueries.of(EntityManagers.of(session)),
                store(),
                realm().getId(),
                clock);
    }

    /** What happened in organizations. */
    public OrganizationActivity activity() {
        return new OrganizationActivity(gate, store(), realm().getId());
    }

    private ActivityStore store() {
        return Activities.of(session);
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
