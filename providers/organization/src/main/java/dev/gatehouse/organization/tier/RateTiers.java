package dev.gatehouse.organization.tier;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.organization.policy.RateLimitPolicy;
import dev.gatehouse.ratelimit.RateLimit;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tiers that an organization's policy can name. A name that is none of them, as after a typing error, means the
 * strictest.
 *
 * @param usual the tier of organizations that name none
 */
public record RateTiers(Map<String, RateLimit> tiers, String usual) {

    private static final String TIERS = "gatehouse.organization.rate-tiers";
    private static final String USUAL = "gatehouse.organization.usual-rate-tier";
    private static final String DEFAULT_TIERS = "basic=120/1m,standard=1200/1m,premium=12000/1m";
    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9-]{0,31})=([0-9]{1,7})/([1-9][0-9]{0,4})([smh])");

    public RateTiers {
        tiers = Collections.unmodifiableMap(new LinkedHashMap<>(tiers));
    }

    public static RateTiers from(SettingsSource source) {
        Map<String, RateLimit> tiers = new LinkedHashMap<>();
        Arrays.stream(source.text(TIERS, DEFAULT_TIERS).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(text -> {
                    Matcher form = FORM.matcher(text);
                    int quota = form.matches() ? Integer.parseInt(form.group(2)) : 0;
                    if (quota < 1 || tiers.put(form.group(1), limit(form, quota)) != null) {
                        throw new InvalidSetting(
                                TIERS, "\"" + text + "\" is no tier such as gold=6000/1m, or is there twice");
                    }
                });
        String usual = source.text(USUAL, "standard");
        if (!tiers.containsKey(usual)) {
            throw new InvalidSetting(USUAL, "\"" + usual + "\" is none of " + String.join(", ", tiers.keySet()));
        }
        return new RateTiers(tiers, usual);
    }

    /** What an organization with this policy may send. */
    public RateLimit limit(RateLimitPolicy policy) {
        String name = policy.tier();
        RateLimit named = tiers.get(name == null ? usual : name);
        return named == null ? strictest() : named;
    }

    private RateLimit strictest() {
        return tiers.values().stream()
                .min(Comparator.comparingDouble(RateTiers::perSecond))
                .orElseThrow();
    }

    private static double perSecond(RateLimit limit) {
        return (double) limit.quota() / limit.window().toSeconds();
    }

    /** The tier is part of the bucket's name, so that another tier is another bucket. */
    private static RateLimit limit(Matcher form, int quota) {
        long number = Long.parseLong(form.group(3));
        Duration window = switch (form.group(4)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
        return new RateLimit("organization-" + form.group(1), quota, window);
    }
}
