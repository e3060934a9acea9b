package dev.gatehouse.foundation.realm;

import dev.gatehouse.foundation.Mode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a realm may be created on this server. A placeholder that the environment did not fill would otherwise become
 * the secret itself, readable in the realm file; and demonstration users have passwords that everybody knows.
 */
public final class RealmAdmission {
    /** The realm attribute of a realm whose users and secrets are for show. */
    public static final String DEMO_ATTRIBUTE = "gatehouse.demo";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}:,]+)[^}]*}");

    private final Mode mode;

    public RealmAdmission(Mode mode) {
        this.mode = mode;
    }

    /**
     * @param realm its name
     * @param demo whether it is marked by {@link #DEMO_ATTRIBUTE}
     * @param values what an environment may have had to fill, by the place it stands in: {@code client gatehouse-app,
     *     secret}; never repeated in the answer
     * @return why it is refused, and what would be right; empty if it is admitted
     */
    public Optional<String> refusal(String realm, boolean demo, Map<String, @Nullable String> values) {
        if (demo && mode == Mode.PRODUCTION) {
            return Optional.of("Realm " + realm + " is a demonstration (" + DEMO_ATTRIBUTE
                    + "=true): its users' passwords are known to everybody. In production mode it is not served; "
                    + Mode.KEY + "=development allows it.");
        }
        for (Map.Entry<String, @Nullable String> value : values.entrySet()) {
            String text = value.getValue();
            Matcher placeholder = PLACEHOLDER.matcher(text == null ? "" : text);
            if (placeholder.find()) {
                return Optional.of("Realm " + realm + ": " + value.getKey() + " waits for the environment variable "
                        + placeholder.group(1) + ", which is not set. Set it and import again.");
            }
        }
        return Optional.empty();
    }
}
