package dev.gatehouse.organization.policy;

import java.util.List;
import java.util.Map;

/**
 * What the organization's verified domains mean for membership.
 *
 * @param autoJoin whether who has a verified address in one becomes a member without being invited
 * @param restrictToDomains whether nobody else may be a member
 */
public record DomainPolicy(boolean autoJoin, boolean restrictToDomains) {

    public static final DomainPolicy NONE = new DomainPolicy(false, false);

    private static final String AUTO_JOIN = "domains.auto-join";
    private static final String RESTRICT_TO_DOMAINS = "domains.restrict-to-domains";

    /** Unreadable: nobody joins by themselves, and nobody from elsewhere is let in. */
    static DomainPolicy from(StoredPolicy stored) {
        return new DomainPolicy(stored.permits(AUTO_JOIN), stored.demands(RESTRICT_TO_DOMAINS));
    }

    void writeTo(Map<String, List<String>> attributes) {
        StoredPolicy.write(attributes, AUTO_JOIN, autoJoin ? true : null);
        StoredPolicy.write(attributes, RESTRICT_TO_DOMAINS, restrictToDomains ? true : null);
    }

    /** Auto-join only if both want it, restricted if either does. */
    public DomainPolicy stricter(DomainPolicy other) {
        return new DomainPolicy(autoJoin && other.autoJoin, restrictToDomains || other.restrictToDomains);
    }
}
