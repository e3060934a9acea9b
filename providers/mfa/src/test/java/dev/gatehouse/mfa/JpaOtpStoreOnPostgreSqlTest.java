package dev.gatehouse.mfa;

import dev.gatehouse.foundation.testing.TestDatabase;
import dev.gatehouse.mfa.jpa.JpaOtpStore;
import dev.gatehouse.mfa.jpa.MfaEntities;
import org.junit.jupiter.api.AfterAll;

class JpaOtpStoreOnPostgreSqlTest extends OtpStoreContract {

    private static final TestDatabase DATABASE =
            TestDatabase.postgresql(MfaEntities.CHANGELOG, MfaEntities.classes().toArray(Class<?>[]::new));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    OtpStore store() {
        return new JpaOtpStore(DATABASE::inTransaction);
    }
}
