package dev.gatehouse.organization.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All policies of one organization. */
public record OrganizationPolicies(
        MfaPolicy mfa, SessionPolicy session, SeatPolicy seats, RateLimitPolicy rateLimit, DomainPolicy domains) {

    /** What the keys of all attributes begin with; nothing but policies is kept under it. */
    public static final String PREFIX = "gatehouse.policy.";

    /** Asks for nothing, limits nothing. */
    public static final OrganizationPolicies NONE = new OrganizationPolicies(
            MfaPolicy.NONE, SessionPolicy.NONE, SeatPolicy.NONE, RateLimitPolicy.NONE, DomainPolicy.NONE);

    /** The policies that an organization's attributes carry; attributes of others are passed over. */
    public static OrganizationPolicies from(Map<String, List<String>> attributes) {
        StoredPolicy stored = new StoredPolicy(attributes);
        return new OrganizationPolicies(
                MfaPolicy.from(stored),
                SessionPolicy.from(stored),
                SeatPolicy.from(stored),
                RateLimitPolicy.from(stored),
                DomainPolicy.from(stored));
    }

    /** The attributes that carry these policies; what is not asked for has none. */
    public Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new TreeMap<>();
        mfa.writeTo(attributes);
        session.writeTo(attributes);
        seats.writeTo(attributes);
        rateLimit.writeTo(attributes);
        domains.writeTo(attributes);
        return attributes;
    }

    /** An organization's attributes with these policies in place of those it had; everything else stays. */
    public Map<String, List<String>> replacedIn(Map<String, List<String>> attributes) {
        Map<String, List<String>> replaced = new TreeMap<>(attributes);
        replaced.keySet().removeIf(OrganizationPolicies::isPolicy);
        replaced.putAll(attributes());
        return replaced;
    }

    /** Whether the attribute of this name carries a policy. */
    public static boolean isPolicy(String attribute) {
        return attribute.startsWith(PREFIX);
    }
}
