package dev.gatehouse.account.jpa;

import dev.gatehouse.account.registration.jpa.AccountEntities;
import java.util.List;
import java.util.stream.Stream;

/** What a persistence unit must take in to hold what this module keeps. */
public final class AccountTables {
    public static final String CHANGELOG = AccountEntities.CHANGELOG;

    public static final List<Class<?>> ENTITIES = Stream.concat(
                    AccountEntities.classes().stream(), Stream.of(PreferencesRow.class, ErasureRow.class))
            .toList();

    private AccountTables() {}
}
