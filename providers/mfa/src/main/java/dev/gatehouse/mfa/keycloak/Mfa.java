package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.mfa.OtpEngine;
import java.time.Clock;
import org.keycloak.models.RealmModel;

/** The feature as this server runs it. */
record Mfa(boolean isOn, OtpEngine engine, Clock clock) {

    /** Where this is false, everything of ours stands aside and the realm behaves as Keycloak made it. */
    boolean isOnIn(RealmModel realm) {
        return isOn && EnabledRealm.isEnabled(realm);
    }
}
