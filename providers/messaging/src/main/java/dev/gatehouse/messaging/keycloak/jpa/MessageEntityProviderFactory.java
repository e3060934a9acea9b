package dev.gatehouse.messaging.keycloak.jpa;

import dev.gatehouse.messaging.jpa.MessageTable;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Adds the queue's table to Keycloak's schema. */
public final class MessageEntityProviderFactory implements JpaEntityProviderFactory {
    /** Also names the table in which Liquibase keeps what it has run. */
    private static final String ID = "gatehouse-messaging";

    private static final class MessageEntityProvider implements JpaEntityProvider {
        @Override
        public List<Class<?>> getEntities() {
            return MessageTable.ENTITIES;
        }

        @Override
        public String getChangelogLocation() {
            return MessageTable.CHANGELOG;
        }

        @Override
        public String getFactoryId() {
            return ID;
        }

        @Override
        public void close() {}
    }

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new MessageEntityProvider();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }
}
