package dev.gatehouse.api.keycloak.jpa;

import dev.gatehouse.api.idempotency.IdempotentCreation;
import dev.gatehouse.api.idempotency.jpa.JpaKeptAnswers;
import dev.gatehouse.foundation.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;

/** Keycloak's door to the table of kept answers. Removes what is too old, once the table is there. */
public final class ApiTablesFactory implements JpaEntityProviderFactory {
    /** Also names the table in which Liquibase keeps what it has run. */
    private static final String ID = "gatehouse-api";

    private static final int ROWS_AT_ONCE = 500;
    private static final Duration BREATH = Duration.ofMillis(200);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Logger LOG = Logger.getLogger(ApiTablesFactory.class);

    private static final class Tables implements JpaEntityProvider {
        @Override
        public List<Class<?>> getEntities() {
            return JpaKeptAnswers.ENTITIES;
        }

        @Override
        public String getChangelogLocation() {
            return JpaKeptAnswers.CHANGELOG;
        }

        @Override
        public String getFactoryId() {
            return ID;
        }

        @Override
        public void close() {}
    }

    private final Clock clock = Clock.systemUTC();
    private volatile @Nullable Worker purge;

    /** Those of the transaction that this session is in. */
    public static JpaKeptAnswers answers(KeycloakSession session) {
        return new JpaKeptAnswers(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new Tables();
    }

    @Override
    public void init(Config.Scope config) {}

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

    @Override
    public String getId() {
        return ID;
    }
}
