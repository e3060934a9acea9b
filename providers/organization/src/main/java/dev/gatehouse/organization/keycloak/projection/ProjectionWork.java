package dev.gatehouse.organization.keycloak.projection;

import dev.gatehouse.foundation.Worker;
import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.keycloak.projection.jpa.CheckQueries;
import dev.gatehouse.organization.keycloak.projection.jpa.OrganizationCheck;
import dev.gatehouse.organization.keycloak.projection.jpa.ProjectionTables;
import dev.gatehouse.organization.projection.Metric;
import dev.gatehouse.organization.projection.ProjectionMeters;
import dev.gatehouse.organization.projection.ProjectionSettings;
import dev.gatehouse.organization.projection.RefusalTally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Folds counts, and builds and checks projections in the background: one node at a time, in small transactions. Builds
 * whatever is not built yet, so that turning Gatehouse on in a realm that has members needs nothing else.
 */
final class ProjectionWork {

    private static final int CHANGES_AT_ONCE = 1_000;
    private static final int MEMBERS_AT_ONCE = 200;

    /** So that requests are not held up by a check of many members. */
    private static final Duration BREATH = Duration.ofMillis(10);

    private static final Duration REST = Duration.ofSeconds(2);
    /** How long it takes until a realm that turns Gatehouse on is noticed. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private static final int MOST_UNBUILT = 10_000;
    private static final Logger LOGGER = Logger.getLogger(ProjectionWork.class);

    private final KeycloakSessionFactory factory;
    private final ProjectionSettings settings;
    private final ProjectionMeters meters;
    private final Clock clock;
    private Instant lookAgain = Instant.MIN;
    private List<String> realmIds = List.of();

    private ProjectionWork(
            KeycloakSessionFactory factory, ProjectionSettings settings, ProjectionMeters meters, Clock clock) {
        this.factory = factory;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    static Worker start(
            KeycloakSessionFactory factory, ProjectionSettings settings, ProjectionMeters meters, Clock clock) {
        ProjectionWork work = new ProjectionWork(factory, settings, meters, clock);
        return Worker.start(
                "gatehouse-organization-projection",
                work::step,
                failure ->
                        LOGGER.warn("The projection of organizations cannot be kept up; it is tried again", failure));
    }

    private Duration step() {
        keep(RateLimitedRequests.TALLY);
        int folded = inTransaction(session -> {
            ProjectionTables tables = ProjectionTables.of(EntityManagers.of(session));
            return tables.checks().hold() ? tables.counts().fold(CHANGES_AT_ONCE, clock.instant()) : 0;
        });
        meters.folded(folded);
        if (!clock.instant().isBefore(lookAgain)) {
            realmIds = inTransaction(session -> session.realms()
                    .getRealmsStream()
                    .filter(EnabledRealm::isEnabled)
                    .map(RealmModel::getId)
                    .toList());
            meters.unbuilt(inTransaction(session -> {
                CheckQueries checks =
                        ProjectionTables.of(EntityManagers.of(session)).checks();
                if (checks.hold()) {
                    checks.forgetOthers(realmIds);
                }
                return checks.unbuilt(realmIds, MOST_UNBUILT);
            }));
            lookAgain = clock.instant().plus(LOOK_EVERY);
        }
        boolean checked = inTransaction(this::check);
        return checked || folded == CHANGES_AT_ONCE ? BREATH : REST;
    }

    /** Writes down the refusals that were counted on this node; needs no lock, since it only adds. */
    private void keep(RefusalTally tally) {
        Map<String, Long> taken = tally.take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            KeycloakModelUtils.runJobInTransaction(
                    factory,
                    session -> ProjectionTables.of(EntityManagers.of(session))
                            .counts()
                            .addPresent(taken, Metric.RATE_LIMITED, clock.instant()));
        } catch (RuntimeException failure) {
            taken.forEach(tally::add);
            throw failure;
        }
    }

    private boolean check(KeycloakSession session) {
        ProjectionTables tables = ProjectionTables.of(EntityManagers.of(session));
        if (!tables.checks().hold()) {
            return false;
        }
        OrganizationCheck before = tables.checks()
                .next(realmIds, clock.instant().minus(settings.checkEvery()))
                .orElse(null);
        RealmModel realm = before == null ? null : session.realms().getRealm(before.realmId());
        if (before == null || realm == null) {
            return false;
        }
        session.getContext().setRealm(realm);
        Projector projector = new Projector(tables, new SessionSource(session, realm));
        OrganizationCheck after = new CheckStep(tables, projector, clock, MEMBERS_AT_ONCE).take(before);
        tell(before, after);
        return true;
    }

    /** Before the commit: should that fail, the same is told again. */
    private void tell(OrganizationCheck before, OrganizationCheck after) {
        boolean begins = before.stage() == null;
        long seenBefore = begins ? 0 : before.seen();
        meters.checked(after.seen() - seenBefore, after.mended() - (begins ? 0 : before.mended()));
        String work = before.checkedAt() == null ? "Building" : "Checking";
        if (after.seen() / 10_000 > seenBefore / 10_000) {
            LOGGER.infof(
                    "%s the projection of organization %s: %d members", work, after.organizationId(), after.seen());
        }
        if (after.stage() == null && (after.mended() > 0 || after.seen() >= 10_000)) {
            LOGGER.infof(
                    "%s the projection of organization %s is done: %d members, %d mended",
                    work, after.organizationId(), after.seen(), after.mended());
        }
    }

    private <T> T inTransaction(Function<KeycloakSession, T> work) {
        @Nullable T result = KeycloakModelUtils.runJobInTransactionWithResult(factory, work::apply);
        return Objects.requireNonNull(result);
    }
}
