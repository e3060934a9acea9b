package dev.gatehouse.api.mfa;

import dev.gatehouse.account.Tokens;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.mfa.keycloak.OwnFactors;

/** The factors of a request's caller. */
public interface FactorsAccess {

    /** The caller's factors; {@code unauthenticated} or {@code forbidden} thrown where there is no such caller. */
    OwnFactors own();

    /** New tokens for the caller's session, which showed more than it had. */
    Tokens tokens();

    /** Seals the cursors of the caller's list. */
    CursorSeal seal();
}
