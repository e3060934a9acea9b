package dev.gatehouse.journeys;

import static dev.gatehouse.events.testing.KafkaBroker.header;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.journeys.Company.Employee;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** An organization has roles of its own. */
@InHouse
class OrganizationRolesTest {
    @Test
    void aRoleIsMadeGivenChangedAndDeleted(House house) throws ParseException {
        Company company = Company.found(house, "127.0.51.1");
        Employee owner = company.founder();
        Answer made = company.send(
                owner,
                "POST",
                "/roles",
                Map.of(
                        "name",
                        "approver",
                        "description",
                        "Approves invoices",
                        "permissions",
                        List.of("invoice:approve", "organization:read", "invoice:approve")));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("Location").orElseThrow()).endsWith("/roles/approver");
        assertThat(made.json().get("permissions")).hasSize(2);

        Employee employee = company.hire("approver");
        assertThat(company.rolesOf(employee)).containsExactly("approver");
        Map<String, Object> claim = claim(house.login(employee.person(), "127.0.51.1", company.alias()), company);
        assertThat(claim.get("permissions")).isEqualTo(List.of("invoice:approve", "organization:read"));
        assertThat(company.get(employee, "/users").status()).isEqualTo(403);

        Answer changed = company.send(
                owner, "PATCH", "/roles/approver", Map.of("permissions", List.of("organization:read", "members:read")));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.text("description")).isEqualTo("Approves invoices");
        assertThat(company.get(employee, "/users").status()).as("at once").isEqualTo(200);

        assertThat(company.delete(owner, "/roles/approver").status()).isEqualTo(204);
        assertThat(company.rolesOf(employee)).containsExactly("member");
        assertThat(company.delete(owner, "/roles/approver").status()).isEqualTo(404);
        assertThat(company.send(owner, "PATCH", "/roles/approver", Map.of()).status())
                .isEqualTo(404);
        assertThat(company.assign(owner, employee, "approver").status()).isEqualTo(400);
    }

    @Test
    void rolesAreListedByName(House house) {
        Company company = Company.found(house, "127.0.51.2");
        Employee owner = company.founder();
        company.makeRole(owner, "zoologist", "animal:feed");
        company.makeRole(owner, "baker", "bread:bake");
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = company.get(owner, "/roles?limit=2" + cursor).json();
            page.get("items").forEach(role -> names.add(role.get("name").asText()));
            cursor = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").asText();
        } while (!cursor.isEmpty());
        assertThat(names).containsExactly("admin", "baker", "member", "owner", "zoologist");
        assertThat(company.get(owner, "/roles?limit=0").status()).isEqualTo(400);
        assertThat(company.get(owner, "/roles?cursor=x").status()).isEqualTo(400);
        assertThat(company.get(company.hire(), "/roles").status()).isEqualTo(403);
        assertThat(company.get(company.hire("admin"), "/roles").text("/items/0/built_in"))
                .isEqualTo("true");
    }

    @Test
    void nobodyMakesGivesOrChangesARoleThatAllowsMoreThanTheirOwn(House house) {
        Company company = Company.found(house, "127.0.51.3");
        Employee owner = company.founder();
        Employee admin = company.hire("admin");
        Employee colleague = company.hire();
        assertThat(company.makeRole(owner, "eraser", "organization:delete").status())
                .isEqualTo(201);
        assertThat(company.makeRole(owner, "clerk", "roles:manage", "members:manage", "invoice:read")
                        .status())
                .isEqualTo(201);
        Employee clerk = company.hire("clerk");

        assertThat(company.makeRole(admin, "second-eraser", "organization:delete")
                        .status())
                .isEqualTo(403);
        assertThat(company.assign(admin, colleague, "eraser").status()).isEqualTo(403);
        assertThat(company.assign(admin, admin, "admin", "eraser").status()).isEqualTo(403);
        assertThat(company.send(admin, "PATCH", "/roles/eraser", Map.of("permissions", List.of()))
                        .status())
                .isEqualTo(403);
        assertThat(company.delete(admin, "/roles/eraser").status()).isEqualTo(403);
        assertThat(company.send(
                                clerk,
                                "PATCH",
                                "/roles/clerk",
                                Map.of("permissions", List.of("roles:manage", "policies:manage")))
                        .status())
                .as("nobody promotes their own role")
                .isEqualTo(403);
        assertThat(company.makeRole(clerk, "approver", "invoice:approve").status())
                .isEqualTo(403);
        assertThat(company.makeRole(clerk, "reader", "invoice:read").status()).isEqualTo(201);
        assertThat(company.makeRole(colleague, "helper", "members:read").status())
                .isEqualTo(403);
    }

    @Test
    void aRoleOfSomebodyWhoHoldsMoreIsNotChangedUnderThem(House house) {
        Company company = Company.found(house, "127.0.51.4");
        Employee owner = company.founder();
        Employee admin = company.hire("admin");
        company.makeRole(admin, "auditor", "invoice:read");
        assertThat(company.assign(owner, owner, "owner", "auditor").status()).isEqualTo(200);

        Answer changed = company.send(admin, "PATCH", "/roles/auditor", Map.of("permissions", List.of()));
        assertThat(changed.status()).isEqualTo(403);
        assertThat(changed.text("detail")).contains("holds more");
        assertThat(company.delete(admin, "/roles/auditor").status()).isEqualTo(403);
        assertThat(company.send(admin, "PATCH", "/roles/auditor", Map.of("description", "Reads"))
                        .status())
                .isEqualTo(200);
        assertThat(company.delete(owner, "/roles/auditor").status()).isEqualTo(204);
        assertThat(company.rolesOf(owner)).containsExactly("owner");
    }

    @Test
    void theBuiltInRolesAreFixedAndNamesAreTakenOnce(House house) {
        Company company = Company.found(house, "127.0.51.5");
        Employee owner = company.founder();
        for (String name : List.of("owner", "admin", "member")) {
            assertThat(company.makeRole(owner, name, "a:b").status()).isEqualTo(409);
            assertThat(company.delete(owner, "/roles/" + name).status()).isEqualTo(409);
            assertThat(company.send(owner, "PATCH", "/roles/" + name, Map.of("description", "x"))
                            .status())
                    .isEqualTo(409);
        }
        assertThat(company.makeRole(owner, "approver", "a:b").status()).isEqualTo(201);
        Answer again = company.makeRole(owner, "approver", "a:b");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/errors/0/pointer")).isEqualTo("/name");
        assertThat(company.send(owner, "PATCH", "/roles/approver", Map.of("name", "decider"))
                        .text("/errors/0/pointer"))
                .isEqualTo("/name");
        Company other = Company.found(house, "127.0.51.5");
        assertThat(other.makeRole(other.founder(), "approver", "a:b").status()).isEqualTo(201);
        assertThat(other.assign(other.founder(), company.hire(), "member").status())
                .isEqualTo(404);
    }

    @Test
    void whatIsWrongWithARoleIsSaid(House house) {
        Company company = Company.found(house, "127.0.51.6");
        Employee owner = company.founder();
        for (String name : List.of("Owner", "owner ", "\u043ewner", "a\u202eb", "a\u0001b", "x".repeat(64), "a/b")) {
            Answer refused = company.makeRole(owner, name, "a:b");
            assertThat(refused.status()).as(name).isEqualTo(400);
            assertThat(refused.text("/errors/0/pointer")).isEqualTo("/name");
        }
        Answer unknown = company.makeRole(owner, "wild", "a:b", "members:destroy", "not a permission");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().get("errors").findValuesAsText("pointer"))
                .containsExactly("/permissions/1", "/permissions/2");
        assertThat(company.makeRole(owner, "x".repeat(1_000_000), "a:b").status())
                .isEqualTo(413);
        assertThat(company.send(owner, "POST", "/roles", Map.of("name", "no-permissions"))
                        .text("/errors/0/pointer"))
                .isEqualTo("/permissions");
        assertThat(company.send(
                                owner,
                                "POST",
                                "/roles",
                                Map.of("name", "more", "permissions", List.of(), "organization_id", "x"))
                        .text("/errors/0/pointer"))
                .isEqualTo("/organization_id");
        assertThat(company.get(owner, "/roles").json().get("items")).hasSize(3);
        for (String path : List.of("/roles/%00", "/roles/no%2fwhere", "/roles/%20", "/roles/" + "x".repeat(1000))) {
            assertThat(company.delete(owner, path).status()).as(path).isIn(400, 404);
        }
    }

    @Test
    void oneOfTwoWhoMakeTheSameRoleAtOnceIsRefused(House house) throws ExecutionException, InterruptedException {
        Company company = Company.found(house, "127.0.51.7");
        Employee owner = company.founder();
        List<Callable<Answer>> requests = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            requests.add(() -> company.makeRole(owner, "approver", "a:b"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        List<Integer> statuses = new ArrayList<>();
        for (Future<Answer> answer : threads.invokeAll(requests)) {
            statuses.add(answer.get().status());
        }
        threads.shutdown();
        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
        assertThat(company.get(owner, "/roles").json().get("items")).hasSize(4);
    }

    @Test
    void anOrganizationMadeInTheConsoleHasTheRolesAndAnOwnerWhenOneIsNamedThere(House house) {
        Company company = Company.found(house, "127.0.51.8");
        Answer made = house.console()
                .send(
                        "POST",
                        "/demo/organizations",
                        Map.of("name", "In the console " + company.alias(), "alias", "console-" + company.alias()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String location = made.header("Location").orElseThrow();
        Company other = new Company(
                house,
                company.client(),
                company.address(),
                location.substring(location.lastIndexOf('/') + 1),
                "console-" + company.alias(),
                company.founder());
        house.console().addMember(other.id(), company.founder().id());
        assertThat(other.get(company.founder(), "/roles").status()).isEqualTo(403);
        for (String role : List.of("owner", "admin", "member")) {
            assertThat(house.console().group(other.id(), role)).isNotEmpty();
        }
        assertThat(house.console()
                        .membership(
                                "PUT", other.id(), "owner", company.founder().id())
                        .status())
                .isEqualTo(204);
        assertThat(other.get(company.founder(), "/roles").status()).isEqualTo(200);
    }

    @Test
    void whatIsChangedIsToldWithTheOrganizationAndWhoeverDidIt(House house) {
        Company company = Company.found(house, "127.0.51.9");
        Employee owner = company.founder();
        company.makeRole(owner, "approver", "a:b");
        Employee employee = company.hire("approver");
        company.delete(owner, "/users/" + employee.id());
        company.send(owner, "PATCH", "", Map.of("description", "New"));
        company.delete(owner, "?confirm=" + company.alias());
        String path = "organizations/" + company.id();

        List<JsonNode> told = told(house, company, "admin.organization.delete");

        assertThat(told)
                .extracting(event -> event.get("type").asText() + " "
                        + event.at("/details/resource_path").asText())
                .contains(
                        "admin.organization.create " + path,
                        "admin.organization-group.create " + path + "/roles/approver",
                        "admin.organization-membership.create " + path + "/members",
                        "admin.organization-group-membership.create " + path + "/members/" + employee.id()
                                + "/roles/approver",
                        "admin.organization-membership.delete " + path + "/members/" + employee.id(),
                        "admin.organization.update " + path,
                        "admin.organization.delete " + path);
        assertThat(told)
                .filteredOn(event -> event.toString().contains("/roles/approver"))
                .allSatisfy(event -> {
                    assertThat(event.at("/details/actor_user_id").asText()).isEqualTo(owner.id());
                    assertThat(event.get("ip_address").asText()).isEqualTo("127.0.51.9");
                });
        assertThat(told.toString()).doesNotContain(employee.person().email());
    }

    /** The events of the organization, once there is one of this type. */
    private static List<JsonNode> told(House house, Company company, String last) {
        return house
                .broker()
                .read(
                        "gatehouse.events",
                        Duration.ofSeconds(90),
                        records -> records.stream()
                                .map(OrganizationRolesTest::told)
                                .anyMatch(event -> isOf(company, event)
                                        && event.get("type").asText().equals(last)))
                .stream()
                .map(OrganizationRolesTest::told)
                .filter(event -> isOf(company, event))
                .toList();
    }

    private static boolean isOf(Company company, JsonNode event) {
        return company.id().equals(event.path("organization_id").asText());
    }

    private static JsonNode told(ConsumerRecord<String, String> event) {
        try {
            ObjectNode told = (ObjectNode) new ObjectMapper().readTree(event.value());
            return told.put(
                    "type",
                    String.valueOf(header(event, "ce_type"))
                            .replaceFirst("^dev\\.gatehouse\\.", "")
                            .replaceFirst("\\.v1$", ""));
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private static Map<String, Object> claim(Answer tokens, Company company) throws ParseException {
        Map<String, Object> claims =
                SignedJWT.parse(tokens.text("access_token")).getJWTClaimsSet().getJSONObjectClaim("organization");
        @SuppressWarnings("unchecked") // what JSON makes of an object
        Map<String, Object> claim = (Map<String, Object>) claims.get(company.alias());
        return claim;
    }
}
