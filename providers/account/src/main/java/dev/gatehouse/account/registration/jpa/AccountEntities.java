package dev.gatehouse.account.registration.jpa;

import java.util.List;

/** What a persistence unit needs to know to keep registrations and errands. */
public final class AccountEntities {
    public static final String CHANGELOG = "META-INF/gatehouse-account-changelog.xml";

    private AccountEntities() {}

    public static List<Class<?>> classes() {
        return List.of(WaitingRegistrationRow.class, ErrandRow.class);
    }
}
