package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.organization.keycloak.projection.jpa.ProjectionTables;
import dev.gatehouse.organization.projection.Buckets;
import dev.gatehouse.organization.projection.Count;
import dev.gatehouse.organization.projection.Metric;
import dev.gatehouse.organization.projection.RefusalTally;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** How often organizations' limits refused a request on this node, on its way to the dashboard. */
public final class RateLimitedRequests {

    private static final RefusalTally TALLY = new RefusalTally();

    private RateLimitedRequests() {}

    /** Called for each refusal; writes nothing, so that refusing stays cheap. */
    public static void count(String organizationId) {
        TALLY.count(organizationId);
    }

    /** Writes down what was counted since the last time. */
    static void keep(KeycloakSessionFactory factory, Clock clock) {
        Map<String, Long> taken = TALLY.take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> {
                ProjectionTables tables = ProjectionTables.of(session);
                Set<String> present = tables.counts().present(taken.keySet());
                String hour = Buckets.hour(clock.instant());
                taken.forEach((organization, times) -> {
                    if (present.contains(organization)) {
                        tables.counts().add(organization, List.of(new Count(Metric.RATE_LIMITED, hour, times)));
                    }
                });
            });
        } catch (RuntimeException failure) {
            taken.forEach(TALLY::add);
            throw failure;
        }
    }
}
