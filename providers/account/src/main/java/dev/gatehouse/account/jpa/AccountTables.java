package dev.gatehouse.account.jpa;

import java.util.List;

/** What a persistence unit must take in to hold what this module keeps. */
public final class AccountTables {
    public static final String CHANGELOG = "META-INF/gatehouse-account-changelog.xml";

    public static final List<Class<?>> ENTITIES = List.of(PreferencesRow.class, ErasureRow.class);

    private AccountTables() {}
}
