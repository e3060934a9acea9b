package dev.gatehouse.ratelimit;

/**
 * Whose bucket it is: within one realm, for one policy, of one subject.
 *
 * @param realm the realm's name
 * @param policy the name of the {@link RateLimit}
 * @param subject who is limited, such as an address; never a secret, since it is kept as it stands
 */
public record RateLimitKey(String realm, String policy, String subject) {

    /** The key as one text; the policy comes first because only it cannot contain the separator. */
    public String text() {
        return policy + '|' + subject + '|' + realm;
    }
}
