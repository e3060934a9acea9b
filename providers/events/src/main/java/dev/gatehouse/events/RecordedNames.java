package dev.gatehouse.events;

import java.util.Set;

/**
 * Which events are recorded at all. The everyday traffic of tokens is not, unless it was asked for: it is many times
 * all the rest, says little about a person, and a row for each introspection would cost more than the introspection.
 * Its failures are recorded, but for those that anybody can cause at will with a made-up token.
 */
final class RecordedNames {
    private static final Set<String> TOKEN_TRAFFIC = Set.of(
            "user.authreqid-to-token",
            "user.client-info",
            "user.client-login",
            "user.code-to-token",
            "user.introspect-token",
            "user.oauth2-device-auth",
            "user.oauth2-device-code-to-token",
            "user.permission-token",
            "user.pushed-authorization-request",
            "user.refresh-token",
            "user.user-info-request",
            "user.validate-access-token",
            "user.verifiable-credential-nonce-request");

    private static final Set<String> AT_WILL = Set.of(
            "user.client-info",
            "user.introspect-token",
            "user.invalid-signature",
            "user.user-info-request",
            "user.validate-access-token");

    private RecordedNames() {}

    static boolean include(EventName name, boolean tokenTraffic) {
        return tokenTraffic || !(name.outcome() == Outcome.SUCCESS ? TOKEN_TRAFFIC : AT_WILL).contains(name.name());
    }
}
