package dev.gatehouse.messaging.jpa;

import java.util.List;

/** What a persistence unit must take in to hold the queue, and the quotas. */
public final class MessageTable {
    public static final String CHANGELOG = "META-INF/gatehouse-messaging-changelog.xml";

    public static final List<Class<?>> ENTITIES = List.of(MessageEntity.class, QuotaEntity.class);

    private MessageTable() {}
}
