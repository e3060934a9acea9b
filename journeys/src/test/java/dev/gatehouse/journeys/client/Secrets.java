package dev.gatehouse.journeys.client;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Every password, code, secret, token and phone number that any client of this run has seen or sent. */
public final class Secrets {
    /** The names of fields whose values are secrets. */
    public static final Set<String> NAMES = Set.of(
            "access_token",
            "refresh_token",
            "id_token",
            "mfa_token",
            "action_token",
            "device_token",
            "invitation_token",
            "token",
            "secret",
            "client_secret",
            "password",
            "current_password",
            "new_password",
            "temporary_password",
            "phone_number");

    private static final Pattern FIELD =
            Pattern.compile("\"(?:" + String.join("|", NAMES) + ")\"\\s*:\\s*\"([^\"]{6,})\"");
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([0-9]{6,10})\"");
    private static final Pattern BACKUP_CODE = Pattern.compile("\"([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4})\"");
    private static final Pattern IN_LINK = Pattern.compile("[?&](?:token|key)=([A-Za-z0-9._-]{20,})");
    private static final Pattern IN_FORM =
            Pattern.compile("(?:^|&)(?:password|client_secret|refresh_token|token|code)=([A-Za-z0-9._-]{6,})(?=&|$)");
    private static final Pattern PHONE = Pattern.compile("\"to\"\\s*:\\s*\"(\\+[0-9]{7,15})\"");

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private Secrets() {}

    static void collect(String text) {
        for (Pattern pattern : Set.of(FIELD, CODE, BACKUP_CODE, IN_LINK, IN_FORM, PHONE)) {
            pattern.matcher(text).results().map(found -> found.group(1)).forEach(SEEN::add);
        }
    }

    public static int count() {
        return SEEN.size();
    }

    /** Those that stand in a text as words of their own. */
    public static Set<String> in(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(text.split("[^A-Za-z0-9._+-]+", -1)));
        Set<String> found = new TreeSet<>();
        for (String secret : SEEN) {
            boolean isLong = secret.length() > 10;
            if (isLong ? text.contains(secret) : words.contains(secret)) {
                found.add(secret);
            }
        }
        return found;
    }
}
