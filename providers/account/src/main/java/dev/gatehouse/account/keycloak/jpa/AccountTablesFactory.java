package dev.gatehouse.account.keycloak.jpa;

import dev.gatehouse.account.jpa.AccountTables;
import dev.gatehouse.account.keycloak.user.ErasureWork;
import dev.gatehouse.foundation.Worker;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

/** Keycloak's door to the tables of accounts. Starts the work that one of them is the list of, once it is there. */
public final class AccountTablesFactory implements JpaEntityProviderFactory {
    /** Also names the table in which Liquibase keeps what it has run. */
    private static final String ID = "gatehouse-account";

    private static final class Tables implements JpaEntityProvider {
        @Override
        public List<Class<?>> getEntities() {
            return AccountTables.ENTITIES;
        }

        @Override
        public String getChangelogLocation() {
            return AccountTables.CHANGELOG;
        }

        @Override
        public String getFactoryId() {
            return ID;
        }

        @Override
        public void close() {}
    }

    private volatile @Nullable Worker erasures;

    /** Tells the work of this server that there is something to do. */
    public static void wake(KeycloakSessionFactory sessions) {
        if (sessions.getProviderFactory(JpaEntityProvider.class, ID) instanceof AccountTablesFactory tables) {
            Worker running = tables.erasures;
            if (running != null) {
                running.wake();
            }
        }
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
                erasures = ErasureWork.start(factory, Clock.systemUTC());
            }
        });
    }

    @Override
    public void close() {
        Worker running = erasures;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public String getId() {
        return ID;
    }
}
