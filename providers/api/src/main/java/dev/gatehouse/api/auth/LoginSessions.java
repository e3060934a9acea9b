package dev.gatehouse.api.auth;

/** Ends the session of the current request's caller. */
public interface LoginSessions {
    /** Ends the session of the bearer access token; throws {@code unauthenticated} where there is none. */
    void endOfCaller();

    /** Ends the session of this refresh token. False if the token is not good for anything. */
    boolean endOfRefreshToken(String refreshToken);
}
