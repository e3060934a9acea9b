package dev.gatehouse.foundation.keycloak;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * The realm's switch. A realm that has not turned Gatehouse on stays exactly as Keycloak made it, so every listener,
 * authenticator and endpoint asks here first.
 */
public final class EnabledRealm {
    /** The realm attribute that turns Gatehouse on, with the value {@code true}. */
    public static final String ATTRIBUTE = "gatehouse.enabled";

    private EnabledRealm() {}

    public static boolean isEnabled(@Nullable RealmModel realm) {
        return realm != null && realm.getAttribute(ATTRIBUTE, false);
    }
}
