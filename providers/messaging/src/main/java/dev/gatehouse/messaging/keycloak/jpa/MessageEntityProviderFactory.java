package dev.gatehouse.messaging.keycloak.jpa;

import dev.gatehouse.foundation.keycloak.jpa.ModuleTablesFactory;
import dev.gatehouse.messaging.jpa.MessageTable;

/** Keycloak's door to the queue's tables. */
public final class MessageEntityProviderFactory extends ModuleTablesFactory {
    public MessageEntityProviderFactory() {
        super("gatehouse-messaging", MessageTable.CHANGELOG, MessageTable.ENTITIES);
    }
}
