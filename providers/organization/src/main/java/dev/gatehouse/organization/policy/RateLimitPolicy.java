package dev.gatehouse.organization.policy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many requests an organization may send.
 *
 * @param tier the name of one of the tiers that the server's settings define; the usual one if empty. Which tier is the
 *     stricter of two, and that a name which they do not define means the strictest, is for those who have the settings.
 */
public record RateLimitPolicy(@Nullable String tier) {

    public static final RateLimitPolicy NONE = new RateLimitPolicy(null);

    /** No settings can define a tier of this name. */
    static final String UNREADABLE = "?";

    private static final String TIER = "rate-limit.tier";
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** Unreadable, or more than one: a tier that is nowhere defined, and so the strictest. */
    static RateLimitPolicy from(StoredPolicy stored) {
        List<String> values = stored.values(TIER);
        if (values.isEmpty()) {
            return NONE;
        }
        String tier = values.get(0);
        return new RateLimitPolicy(values.size() == 1 && isName(tier) ? tier : UNREADABLE);
    }

    void writeTo(Map<String, List<String>> attributes) {
        StoredPolicy.write(attributes, TIER, tier);
    }

    /** Whether a tier can be named so: lower-case letters, digits and hyphens, at most 32, a letter first. */
    public static boolean isName(String text) {
        return FORM.matcher(text).matches();
    }
}
