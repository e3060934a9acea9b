package dev.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenClaimTest {

    private static final String ID = "0b5b43db-04bf-47cb-b780-6eb33bc81b0a";

    @Test
    void rolesAndPermissionsAreListedOnceAndInOrder() {
        OrganizationRole approver =
                new OrganizationRole("approver", List.of(new Permission("invoice:approve"), Permission.MEMBERS_READ));
        assertThat(TokenClaim.of("1", List.of(OrganizationRole.MEMBER, approver)))
                .containsEntry("id", "1")
                .containsEntry("roles", List.of("approver", "member"))
                .containsEntry("permissions", List.of("invoice:approve", "members:read", "organization:read"));
    }

    @Test
    void whoWasGivenNoRoleIsAMember() {
        assertThat(TokenClaim.of("1", List.of())).containsEntry("roles", List.of("member"));
    }

    @Test
    void whatFitsIsWhole() {
        Map<String, Map<String, Object>> acme = Map.of("acme", TokenClaim.of(ID, List.of(OrganizationRole.OWNER)));

        assertThat(TokenClaim.fitting(acme)).isEqualTo(acme);
    }

    @Test
    void aRoleOfAHundredPermissionsLeavesThemOutAndStaysARole() {
        OrganizationRole large = new OrganizationRole(
                "auditor",
                IntStream.range(0, 100)
                        .mapToObj(number -> new Permission("ledger" + number + ":approve"))
                        .toList());

        Map<String, Object> claim = TokenClaim.fitting(Map.of("acme", TokenClaim.of(ID, List.of(large))));

        assertThat(claim).isEqualTo(Map.of("acme", Map.of("id", ID, "roles", List.of("auditor"))));
    }

    @Test
    void twentyOrganizationsOfOrdinaryNamesFit() {
        assertThat(TokenClaim.fitting(organizations(20, "company")))
                .hasSize(20)
                .allSatisfy((alias, claim) -> assertThat((Map<?, ?>) claim).doesNotContainKey("permissions"));
    }

    @Test
    void namesThatDoNotFitLeaveNothing() {
        assertThat(TokenClaim.fitting(organizations(20, "a".repeat(60)))).isEmpty();
    }

    private static Map<String, Map<String, Object>> organizations(int number, String alias) {
        Map<String, Map<String, Object>> claims = new TreeMap<>();
        for (int at = 0; at < number; at++) {
            claims.put(alias + at, TokenClaim.of(ID, List.of(OrganizationRole.OWNER)));
        }
        return claims;
    }
}
