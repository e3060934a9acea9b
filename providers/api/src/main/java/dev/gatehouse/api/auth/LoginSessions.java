package dev.gatehouse.api.auth;

import dev.gatehouse.account.AccountOutcome;
import dev.gatehouse.account.Tokens;
import dev.gatehouse.account.session.OpenSession;
import dev.gatehouse.account.session.SessionPosition;
import dev.gatehouse.foundation.page.CursorSeal;
import dev.gatehouse.foundation.page.Page;
import java.util.Optional;

/** The sessions of the current request's caller. */
public interface LoginSessions {
    /** Ends the session of the bearer access token; throws {@code unauthenticated} where there is none. */
    void endOfCaller();

    /** Ends the session of this refresh token. False if the token is not good for anything. */
    boolean endOfRefreshToken(String refreshToken);

    /** The caller's own; throws {@code unauthenticated} where there is none. */
    Own own();

    /**
     * Has the caller show the password once more: new tokens of the same session, nothing for the wrong password. Throws
     * {@code forbidden} for a client that may not ask people for their password.
     */
    Optional<Tokens> reauthenticate(String password);

    /**
     * Has the caller replace the password. Throws {@code step-up-required} for a session that has to show more first, and
     * {@code forbidden} for a client that may not ask people for their password.
     */
    AccountOutcome changePassword(String current, String password);

    /** The sessions of one user. */
    interface Own {
        /** The session of the request itself. */
        String currentId();

        CursorSeal seal();

        Page<OpenSession> page(SessionPosition after, int limit);

        /** False if it is none of the user's. */
        boolean end(String id);

        void endOthers();
    }
}
