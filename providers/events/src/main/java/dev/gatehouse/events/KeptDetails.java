package dev.gatehouse.events;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which details of an event are kept. Only what is named here: Keycloak and its extensions put into an event's details
 * what they like, tokens' ids, addresses with codes in them, an exception's words, and next year something else. What
 * was typed as a user name is not kept either: people type their password there.
 */
final class KeptDetails {
    /** Longer values are cut. */
    static final int MAXIMUM_LENGTH = 255;

    private static final Set<String> ALWAYS = Set.of(
            "auth_method",
            "auth_type",
            "client_auth_method",
            "consent",
            "credential_type",
            "grant_type",
            "identity_provider",
            "org_id",
            "remember_me",
            "response_type");

    private static final Set<String> OF_ADMINISTRATORS =
            Set.of("actor_client_id", "actor_realm_id", "actor_user_id", "resource_path");

    private static final Map<String, Set<String>> BY_NAME = Map.ofEntries(
            Map.entry("user.custom-required-action", Set.of("custom_required_action")),
            Map.entry("user.execute-action-token", Set.of("action")),
            Map.entry("user.execute-actions", Set.of("action")),
            Map.entry("user.grant-consent", Set.of("granted_client")),
            Map.entry("user.impersonate", Set.of("impersonator", "impersonator_realm")),
            Map.entry("user.login", Set.of("trusted_device")),
            Map.entry("user.logout", Set.of("logout_triggered_by_action_token", "logout_triggered_by_required_action")),
            Map.entry("user.register", Set.of("register_method")),
            Map.entry("user.restart-authentication", Set.of("restart_after_timeout")),
            Map.entry("user.revoke-grant", Set.of("revoked_client")),
            Map.entry("user.token-exchange", Set.of("audience", "requested_token_type", "subject_token_client_id")),
            Map.entry("user.user-disabled-by-permanent-lockout", Set.of("num_failures")),
            Map.entry("user.user-disabled-by-temporary-lockout", Set.of("not_before", "num_failures")),
            Map.entry("user.user-session-deleted", Set.of("reason")));

    private KeptDetails() {}

    static SortedMap<String, String> of(Occurrence occurrence) {
        String name = occurrence.name().name();
        Set<String> more = name.startsWith("admin.") ? OF_ADMINISTRATORS : BY_NAME.getOrDefault(name, Set.of());
        SortedMap<String, String> kept = new TreeMap<>();
        occurrence.details().forEach((key, value) -> {
            if (ALWAYS.contains(key) || more.contains(key)) {
                kept.put(key, StorableText.of(value, MAXIMUM_LENGTH));
            }
        });
        return kept;
    }
}
