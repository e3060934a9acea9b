package dev.gatehouse.api.keycloak;

import dev.gatehouse.account.Tokens;
import dev.gatehouse.account.keycloak.SteppedUpTokens;
import dev.gatehouse.api.mfa.FactorsAccess;
import dev.gatehouse.foundation.keycloak.RealmSecret;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.mfa.keycloak.OwnFactors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** A request's session, translated for the second factors' resource. */
final class KeycloakFactorsAccess implements FactorsAccess {
    private final KeycloakSession session;
    private @Nullable Caller known;

    KeycloakFactorsAccess(KeycloakSession session) {
        this.session = session;
    }

    /** A third party's token would let that party set a factor of its own up in the user's name. */
    @Override
    public OwnFactors own() {
        return OwnFactors.of(session, caller().session());
    }

    @Override
    public Tokens tokens() {
        Caller caller = caller();
        return new SteppedUpTokens(session).issue(caller.session(), caller.client());
    }

    @Override
    public CursorSeal seal() {
        return new CursorSeal(
                RealmSecret.of(session, session.getContext().getRealm(), "list cursors"),
                "second factors of " + caller().user().getId());
    }

    private Caller caller() {
        if (known == null) {
            known = Caller.require(session).ofFirstParty("Only first-party clients manage second factors.");
        }
        return known;
    }
}
