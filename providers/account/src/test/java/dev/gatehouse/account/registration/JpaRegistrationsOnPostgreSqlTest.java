package dev.gatehouse.account.registration;

import dev.gatehouse.account.registration.jpa.AccountEntities;
import dev.gatehouse.account.registration.jpa.JpaErrands;
import dev.gatehouse.account.registration.jpa.JpaRegistrations;
import dev.gatehouse.foundation.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;

class JpaRegistrationsOnPostgreSqlTest extends RegistrationsContract {
    private static final TestDatabase DATABASE = TestDatabase.postgresql(
            AccountEntities.CHANGELOG, AccountEntities.classes().toArray(Class<?>[]::new));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    Registrations registrations() {
        return new JpaRegistrations(DATABASE::inTransaction);
    }

    @Override
    Errands errands() {
        return new JpaErrands(DATABASE::inTransaction);
    }
}
