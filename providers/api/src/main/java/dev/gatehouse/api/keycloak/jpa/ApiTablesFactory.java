package dev.gatehouse.api.keycloak.jpa;

import dev.gatehouse.api.idempotency.IdempotentCreation;
import dev.gatehouse.api.idempotency.jpa.JpaKeptAnswers;
import dev.gatehouse.foundation.Worker;
import dev.gatehouse.foundation.keycloak.jpa.ModuleTablesFactory;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;

/** Keycloak's door to the table of kept answers. Removes what is too old, once the table is there. */
public final class ApiTablesFactory extends ModuleTablesFactory {
    private static final int ROWS_AT_ONCE = 500;
    private static final Duration BREATH = Duration.ofMillis(200);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Logger LOG = Logger.getLogger(ApiTablesFactory.class);

    private final Clock clock = Clock.systemUTC();
    private volatile @Nullable Worker purge;

    public ApiTablesFactory() {
        super("gatehouse-api", JpaKeptAnswers.CHANGELOG, JpaKeptAnswers.ENTITIES);
    }

    /** Those of the transaction that this session is in. */
    public static JpaKeptAnswers answers(KeycloakSession session) {
        return new JpaKeptAnswers(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                purge = Worker.start(
                        "gatehouse-api-purge",
                        () -> purge(factory),
                        failure -> LOG.warn("Old answers cannot be removed; it is tried again", failure));
            }
        });
    }

    private Duration purge(KeycloakSessionFactory factory) {
        int removed = KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> answers(session).purge(clock.instant().minus(IdempotentCreation.KEPT), ROWS_AT_ONCE));
        return removed == ROWS_AT_ONCE ? BREATH : EVERY;
    }

    @Override
    public void close() {
        Worker running = purge;
        if (running != null) {
            running.close();
        }
    }
}
