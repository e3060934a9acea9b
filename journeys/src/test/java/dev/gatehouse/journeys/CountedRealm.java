package dev.gatehouse.journeys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A realm in which statements are counted: a small and a large organization, and a hundred that one user is in. */
final class CountedRealm {
    static final String REALM = "demo";
    static final String PASSWORD = "an-imported-password";
    static final String SMALL = "bbbbbbbb-0000-4000-8000-000000000001";
    static final String LARGE = "bbbbbbbb-0000-4000-8000-000000000002";
    static final int MEMBERS_OF_SMALL = 10;
    static final int MEMBERS_OF_LARGE = 250;

    private CountedRealm() {}

    /** As Keycloak imports it. */
    static Map<String, Object> file() {
        List<Object> users = new ArrayList<>(List.of(
                administrator(),
                person("once"),
                person("everywhere"),
                Map.of(
                        "username",
                        "service-account-service",
                        "enabled",
                        true,
                        "serviceAccountClientId",
                        "service",
                        "realmRoles",
                        List.of("decide-access"))));
        IntStream.range(1, MEMBERS_OF_LARGE)
                .mapToObj(number -> Map.of("id", id(number), "username", "member" + number, "enabled", true))
                .forEach(users::add);
        List<Object> organizations =
                new ArrayList<>(List.of(organization(SMALL, "small"), organization(LARGE, "large")));
        for (int number = 1; number <= 100; number++) {
            organizations.add(Map.of(
                    "name",
                    "Side " + number,
                    "alias",
                    "side-" + number,
                    "enabled",
                    true,
                    "members",
                    number == 1 ? List.of(member("once"), member("everywhere")) : List.of(member("everywhere"))));
        }
        return Map.of(
                "realm",
                REALM,
                "enabled",
                true,
                "organizationsEnabled",
                true,
                "attributes",
                Map.of("gatehouse.enabled", "true"),
                "roles",
                Map.of("realm", List.of(Map.of("name", "decide-access"))),
                "clients",
                List.of(
                        Map.of(
                                "clientId",
                                "app",
                                "enabled",
                                true,
                                "publicClient",
                                true,
                                "directAccessGrantsEnabled",
                                true,
                                "fullScopeAllowed",
                                true,
                                "attributes",
                                Map.of("gatehouse.first-party", "true")),
                        Map.of(
                                "clientId",
                                "service",
                                "enabled",
                                true,
                                "secret",
                                "a-service-secret",
                                "serviceAccountsEnabled",
                                true)),
                "users",
                users,
                "organizations",
                organizations);
    }

    private static Map<String, Object> organization(String id, String alias) {
        String owners = id.replace("bbbbbbbb", "cccccccc");
        List<Object> all = new ArrayList<>();
        all.add(Map.of("username", "owner", "membershipType", "UNMANAGED", "groups", List.of(owners)));
        IntStream.range(1, MEMBERS_OF_SMALL)
                .mapToObj(number -> member("member" + number))
                .forEach(all::add);
        Map<String, Object> group =
                Map.of("id", owners, "name", "owner", "attributes", Map.of("gatehouse.role", List.of("owner")));
        return Map.of(
                "id", id, "name", alias, "alias", alias, "enabled", true, "groups", List.of(group), "members", all);
    }

    /** Of a member by number, from 1. */
    static String id(int member) {
        return "eeeeeeee-0000-4000-8000-%012d".formatted(member);
    }

    private static Map<String, Object> member(String username) {
        return Map.of("username", username, "membershipType", "UNMANAGED");
    }

    private static Map<String, Object> administrator() {
        Map<String, Object> owner = new HashMap<>(person("owner"));
        owner.put("clientRoles", Map.of("realm-management", List.of("view-users")));
        return owner;
    }

    private static Map<String, Object> person(String username) {
        return Map.of(
                "username",
                username,
                "enabled",
                true,
                "email",
                username + "@counted.example.test",
                "emailVerified",
                true,
                "firstName",
                "Some",
                "lastName",
                "Body",
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD)));
    }
}
