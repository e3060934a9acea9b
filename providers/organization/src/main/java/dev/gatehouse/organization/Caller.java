package dev.gatehouse.organization;

/**
 * Who asks: a user of this realm, logged in.
 *
 * @param mayCreate whether the realm lets this user make organizations of their own
 * @param managesAccounts whether the realm lets this user delete accounts ({@code manage-users})
 */
public record Caller(String userId, RealmStanding standing, boolean mayCreate, boolean managesAccounts) {

    /** Somebody who deletes no accounts. */
    public Caller(String userId, RealmStanding standing, boolean mayCreate) {
        this(userId, standing, mayCreate, false);
    }
}
