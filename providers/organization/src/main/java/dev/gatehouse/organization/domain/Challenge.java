package dev.gatehouse.organization.domain;

import dev.gatehouse.organization.OrganizationDomain;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The TXT record by which an organization proves that a domain is its own. The token is no secret, everybody can read it
 * in DNS; it is long so that a record left over from somebody else never happens to be right.
 *
 * @param token made for this organization and this domain, and for no other
 */
public record Challenge(OrganizationDomain domain, String token) {

    private static final String LABEL = "_gatehouse-challenge.";
    private static final String VALUE = "gatehouse-domain-verification=";
    private static final int TOKEN_BYTES = 20;
    private static final int MAXIMUM_NAME = 253;

    static boolean isPossible(OrganizationDomain domain) {
        return LABEL.length() + domain.base().value().length() <= MAXIMUM_NAME;
    }

    /** A token that was never given out before. */
    public static String newToken(RandomGenerator random) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public String recordName() {
        return LABEL + domain.base().value();
    }

    public String recordValue() {
        return VALUE + token;
    }

    /** What this answer says of the domain. Other values beside the right one are fine: several may prove at once. */
    public Finding judge(TextAnswer answer) {
        return switch (answer.status()) {
            case UNAVAILABLE -> Finding.UNANSWERED;
            case ABSENT -> Finding.NO_RECORD;
            case FOUND ->
                answer.values().stream().map(String::strip).anyMatch(recordValue()::equals)
                        ? Finding.PROVED
                        : Finding.OTHER_VALUE;
        };
    }
}
