package dev.gatehouse.mfa;

/** Who knows what is asked of a user's logins: implemented above, where the reasons for it are. */
public interface FactorRequirements {

    /** The strictest of all that binds this user now; read afresh at each call. */
    FactorRequirement of(String userId);
}
