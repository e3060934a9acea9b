package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.organization.keycloak.jpa.OrganizationQueries;
import dev.gatehouse.organization.keycloak.jpa.OrganizationRow;
import dev.gatehouse.organization.keycloak.projection.jpa.ProjectionTables;
import dev.gatehouse.organization.keycloak.projection.jpa.StoredMembers;
import dev.gatehouse.organization.projection.Buckets;
import dev.gatehouse.organization.projection.Count;
import dev.gatehouse.organization.projection.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts logins into an organization, and notes on the member that there was one. */
final class LoginCounts {

    private final ProjectionTables tables;
    private final OrganizationQueries organizations;
    private final String realmId;
    private final Projector projector;

    LoginCounts(ProjectionTables tables, OrganizationQueries organizations, String realmId, Projector projector) {
        this.tables = tables;
        this.organizations = organizations;
        this.realmId = realmId;
        this.projector = projector;
    }

    /** @param userId null where nobody of that name exists */
    void add(String organizationId, @Nullable String userId, boolean succeeded, Instant at) {
        for (OrganizationRow organization : organizations.organization(realmId, organizationId)) {
            List<Count> counts = new ArrayList<>();
            counts.add(new Count(succeeded ? Metric.LOGIN_SUCCEEDED : Metric.LOGIN_FAILED, Buckets.day(at), 1));
            if (succeeded && userId != null) {
                note(organization, userId, at, counts);
            }
            tables.counts().add(organizationId, counts);
        }
    }

    /** Where two logins meet, the first one's day is the second one's as well: once again is enough. */
    private void note(OrganizationRow organization, String userId, Instant at, List<Count> counts) {
        if (find(organization, userId).isEmpty()) {
            projector.project(organization.id(), organization.groupId(), List.of(userId));
        }
        for (int attempt = 0; attempt < 2; attempt++) {
            Optional<StoredMembers.Activity> before = find(organization, userId);
            if (before.isEmpty()
                    || tables.members()
                            .loggedIn(organization.id(), userId, before.get(), Buckets.day(at), at.toEpochMilli())) {
                before.filter(StoredMembers.Activity::counted)
                        .ifPresent(counted -> move(counted.day(), Buckets.day(at), counts));
                return;
            }
        }
    }

    private Optional<StoredMembers.Activity> find(OrganizationRow organization, String userId) {
        return tables.members().activity(organization.id(), userId);
    }

    private static void move(@Nullable String from, String to, List<Count> counts) {
        if (to.equals(from)) {
            return;
        }
        if (from != null) {
            counts.add(new Count(Metric.ACTIVE, from, -1));
        }
        counts.add(new Count(Metric.ACTIVE, to, 1));
    }
}
