package dev.gatehouse.account.keycloak.jpa;

import dev.gatehouse.account.jpa.AccountTables;
import dev.gatehouse.account.keycloak.user.ErasureWork;
import dev.gatehouse.foundation.Worker;
import dev.gatehouse.foundation.keycloak.jpa.ModuleTablesFactory;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

/** Keycloak's door to the tables of accounts. Starts the work that one of them is the list of, once it is there. */
public final class AccountTablesFactory extends ModuleTablesFactory {
    /** Also names the table in which Liquibase keeps what it has run. */
    private static final String ID = "gatehouse-account";

    private volatile @Nullable Worker erasures;

    public AccountTablesFactory() {
        super(ID, AccountTables.CHANGELOG, AccountTables.ENTITIES);
    }

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
}
