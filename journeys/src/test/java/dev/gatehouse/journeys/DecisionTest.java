package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.journeys.Company.Employee;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.client.Credentials;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A service of the product asks what a user may do, and is told what holds now. */
@InHouse
class DecisionTest {
    private static final String ABSENT = "00000000-0000-4000-8000-00000000dead";
    private static final String SERVICE = Credentials.OF_SERVICE;

    @Test
    void aServiceLearnsWhatAMemberMayDoAndWhyNot(House house) {
        Company company = Company.found(house, "127.0.61.1");
        company.makeRole(company.founder(), "approver", "invoice:approve");
        Employee approver = company.hire("approver");
        Employee stranger = company.stranger();
        Client client = company.client();

        Answer yes = ask(client, SERVICE, approver.id(), "invoice:approve", company.id());
        assertThat(yes.text("/context/reason")).isEqualTo("permission_held");
        assertThat(yes.json().get("decision").asBoolean()).isTrue();
        assertThat(yes.text("/context/roles/0")).isEqualTo("approver");
        assertThat(reason(ask(client, SERVICE, approver.id(), "invoice:approve", company.alias())))
                .isEqualTo("permission_held");
        assertThat(reason(ask(client, SERVICE, approver.id(), "invoice:delete", company.id())))
                .isEqualTo("permission_not_held");
        assertThat(reason(ask(client, SERVICE, stranger.id(), "invoice:approve", company.id())))
                .isEqualTo("not_a_member");
        assertThat(reason(ask(client, SERVICE, approver.id(), "approve", company.id())))
                .isEqualTo("unknown_action");

        Answer itself = client.send(
                "POST",
                "/auth/authorize",
                Map.of("Authorization", SERVICE),
                json(question(approver.id(), "organization:read", Map.of("type", "organization", "id", company.id()))),
                "application/json");
        assertThat(reason(itself)).isEqualTo("permission_not_held");
    }

    @Test
    void aRoleTakenAwayIsDeniedAtTheVeryNextRequest(House house) {
        Company company = Company.found(house, "127.0.61.2");
        company.makeRole(company.founder(), "approver", "invoice:approve");
        Employee employee = company.hire("approver");
        for (int turn = 0; turn < 5; turn++) {
            assertThat(mayApprove(company, employee)).as("given").isTrue();
            assertThat(company.assign(company.founder(), employee, "member").status())
                    .isEqualTo(200);
            assertThat(mayApprove(company, employee)).as("taken by REST").isFalse();
            assertThat(company.assign(company.founder(), employee, "approver").status())
                    .isEqualTo(200);
            assertThat(mayApprove(company, employee)).as("given again").isTrue();
            assertThat(house.console()
                            .membership("DELETE", company.id(), "approver", employee.id())
                            .status())
                    .isEqualTo(204);
            assertThat(mayApprove(company, employee)).as("taken in the console").isFalse();
            assertThat(house.console()
                            .membership("PUT", company.id(), "approver", employee.id())
                            .status())
                    .isEqualTo(204);
        }
        house.console().send("PUT", "/demo/users/" + employee.id(), Map.of("enabled", false));
        assertThat(reason(ask(company.client(), SERVICE, employee.id(), "invoice:approve", company.id())))
                .isEqualTo("not_a_member");
        house.console().send("PUT", "/demo/users/" + employee.id(), Map.of("enabled", true));
        assertThat(mayApprove(company, employee)).isTrue();
        assertThat(company.delete(company.founder(), "/users/" + employee.id()).status())
                .isEqualTo(204);
        assertThat(reason(ask(company.client(), SERVICE, employee.id(), "invoice:approve", company.id())))
                .isEqualTo("not_a_member");
    }

    @Test
    void noOtherRequestBringsARoleBackThatIsTakenAway(House house) throws Exception {
        Company company = Company.found(house, "127.0.61.3");
        company.makeRole(company.founder(), "approver", "invoice:approve");
        Employee employee = company.hire("approver");
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService askers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int asker = 0; asker < 4; asker++) {
                asked.add(askers.submit(() -> {
                    int count = 0;
                    while (!over.get()) {
                        mayApprove(company, employee);
                        count++;
                    }
                    return count;
                }));
            }
            for (int turn = 0; turn < 20; turn++) {
                company.assign(company.founder(), employee, "member");
                assertThat(mayApprove(company, employee)).isFalse();
                company.assign(company.founder(), employee, "approver");
                assertThat(mayApprove(company, employee)).isTrue();
            }
            over.set(true);
            for (Future<Integer> one : asked) {
                assertThat(one.get()).isPositive();
            }
        } finally {
            over.set(true);
            askers.shutdownNow();
        }
    }

    @Test
    void aConditionOfARoleDecides(House house) {
        Company company = Company.found(house, "127.0.61.4");
        Answer made = company.makeRole(
                company.founder(),
                "clerk",
                "invoice:read",
                "invoice:approve if resource.owner is subject and resource.amount at-most 1000",
                "invoice:cancel if network in 10.0.0.0/8");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Employee clerk = company.hire("clerk");

        assertThat(reason(approval(company, clerk, Map.of("owner", clerk.id(), "amount", 1000))))
                .isEqualTo("condition_met");
        assertThat(reason(approval(company, clerk, Map.of("owner", clerk.id(), "amount", 1000.01))))
                .isEqualTo("condition_not_met");
        assertThat(reason(approval(company, clerk, Map.of("owner", clerk.id(), "amount", "1000"))))
                .isEqualTo("condition_not_met");
        assertThat(reason(approval(company, clerk, Map.of("amount", 1)))).isEqualTo("condition_not_met");
        assertThat(reason(cancellation(company, clerk, Map.of("ip_address", "::ffff:10.1.2.3"))))
                .isEqualTo("condition_met");
        assertThat(reason(cancellation(company, clerk, Map.of("ip_address", "192.0.2.1"))))
                .isEqualTo("condition_not_met");
        assertThat(reason(cancellation(company, clerk, Map.of()))).isEqualTo("condition_not_met");

        Answer bad = company.makeRole(
                company.founder(), "bad", "invoice:read", "invoice:approve if the moon is full", "members:manage if x");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.text("/errors/0/pointer")).isEqualTo("/permissions/1");
        assertThat(bad.text("/errors/1/pointer")).isEqualTo("/permissions/2");

        JsonNode listed = company.client()
                .send("GET", "/auth/permissions/" + clerk.id(), Map.of("Authorization", SERVICE), null, null)
                .json()
                .at("/organizations/0");
        assertThat(listed.get("permissions")).hasSize(1);
        assertThat(listed.get("conditional_permissions")).hasSize(2);
        assertThat(house.login(clerk.person(), "127.0.61.4", company.alias()).text("access_token"))
                .satisfies(token -> assertThat(payload(token)).doesNotContain("invoice:approve"));
    }

    @Test
    void aUserAsksAboutThemselvesOnly(House house) {
        Company company = Company.found(house, "127.0.61.5");
        company.makeRole(company.founder(), "local", "door:open if network in 127.0.0.0/8");
        Employee employee = company.hire("local");
        Client client = company.client();
        String bearer = "Bearer " + employee.token();

        assertThat(reason(ask(client, bearer, employee.id(), "door:open", company.id())))
                .isEqualTo("condition_met");
        for (String other : List.of(company.founder().id(), ABSENT)) {
            assertThat(ask(client, bearer, other, "door:open", company.id()).status())
                    .isEqualTo(403);
            assertThat(client.get("/auth/permissions/" + other, employee.token())
                            .status())
                    .isEqualTo(404);
        }
        Map<String, Object> claiming = new HashMap<>(question(
                employee.id(),
                "door:open",
                Map.of("type", "door", "id", "1", "properties", Map.of("organization", "x"))));
        claiming.put("context", Map.of("ip_address", "10.0.0.1"));
        assertThat(client.post("/auth/authorize", claiming, employee.token()).status())
                .isEqualTo(403);
        assertThat(client.get("/auth/permissions/" + employee.id(), employee.token())
                        .text("/organizations/0/alias"))
                .isEqualTo(company.alias());
    }

    @Test
    void aBatchIsAnsweredInOrderWithWhatItsQuestionsShare(House house) {
        Company company = Company.found(house, "127.0.61.6");
        Employee member = company.hire();
        Map<String, Object> batch = new HashMap<>();
        batch.put("subject", Map.of("type", "user", "id", member.id()));
        batch.put("resource", Map.of("type", "organization", "id", company.id()));
        batch.put(
                "evaluations",
                List.of(
                        Map.of("action", Map.of("name", "organization:read")),
                        Map.of("action", Map.of("name", "organization:delete")),
                        Map.of("anything", "else"),
                        Map.of(
                                "subject",
                                Map.of("type", "user", "id", company.founder().id()),
                                "action",
                                Map.of("name", "organization:delete"))));
        Answer all = send(company.client(), SERVICE, batch);
        assertThat(all.json().get("evaluations").findValuesAsText("reason"))
                .containsExactly("permission_held", "permission_not_held", "invalid_evaluation", "permission_held");
        assertThat(all.text("/evaluations/2/context/error/errors/0/pointer")).isEqualTo("/evaluations/2/action");

        batch.put("options", Map.of("evaluations_semantic", "deny_on_first_deny"));
        assertThat(send(company.client(), SERVICE, batch).json().get("evaluations"))
                .hasSize(2);
        batch.put("options", Map.of("evaluations_semantic", "permit_on_first_permit"));
        assertThat(send(company.client(), SERVICE, batch).json().get("evaluations"))
                .hasSize(1);

        batch.put("evaluations", java.util.Collections.nCopies(101, Map.of()));
        assertThat(send(company.client(), SERVICE, batch).status()).isEqualTo(400);
        batch.put("evaluations", List.of(Map.of("x", "x".repeat(70_000))));
        assertThat(send(company.client(), SERVICE, batch).status()).isEqualTo(413);
        assertThat(send(company.client(), SERVICE, Map.of()).status()).isEqualTo(400);
    }

    @Test
    void permissionsHaveATagThatChangesWithThem(House house) {
        Company company = Company.found(house, "127.0.61.7");
        company.makeRole(company.founder(), "approver", "invoice:approve");
        Employee employee = company.hire("approver");
        Answer first = permissions(company, employee, null);
        assertThat(first.json().at("/organizations/0/permissions/0").asText()).isEqualTo("invoice:approve");
        assertThat(first.json().get("realm_roles")).isNotEmpty();
        String tag = first.header("ETag").orElseThrow();

        Answer same = permissions(company, employee, tag);
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();

        company.assign(company.founder(), employee, "member");
        Answer changed = permissions(company, employee, tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(first.header("ETag"));

        assertThat(company.client()
                        .send(
                                "GET",
                                "/auth/permissions/" + employee.id() + "?organization=" + ABSENT,
                                Map.of("Authorization", SERVICE),
                                null,
                                null)
                        .json()
                        .get("organizations"))
                .isEmpty();
    }

    @Test
    void whatIsOfOthersIsAsIfItWereNot(House house) {
        Company company = Company.found(house, "127.0.61.8");
        Company other = Company.found(house, "127.0.61.8");
        Client client = company.client();
        String founder = company.founder().id();
        Answer absent = ask(client, SERVICE, founder, "organization:delete", ABSENT);
        assertThat(reason(absent)).isEqualTo("not_a_member");
        assertThat(ask(client, SERVICE, founder, "organization:delete", other.id())
                        .body())
                .isEqualTo(absent.body());
        assertThat(ask(client, SERVICE, ABSENT, "organization:delete", company.id())
                        .body())
                .isEqualTo(absent.body());

        String administrator = house.console()
                .send("GET", "/master/users?username=admin&exact=true", null)
                .text("/0/id");
        assertThat(ask(client, SERVICE, administrator, "organization:delete", company.id())
                        .body())
                .isEqualTo(absent.body());
        assertThat(client.send(
                                "GET",
                                "/auth/permissions/" + administrator,
                                Map.of("Authorization", SERVICE),
                                null,
                                null)
                        .status())
                .isEqualTo(404);

        Answer lookalike = client.post(
                "/organizations",
                Map.of("name", "Lookalike of " + other.alias(), "alias", other.id()),
                company.founder().token());
        if (lookalike.status() == 201) {
            assertThat(ask(client, SERVICE, founder, "organization:delete", other.id())
                            .body())
                    .isEqualTo(absent.body());
        }

        Map<String, Object> organization =
                new HashMap<>(Map.of("name", company.alias(), "alias", company.alias(), "enabled", false));
        organization.put("id", company.id());
        organization.put("domains", List.of());
        assertThat(house.console()
                        .send("PUT", "/demo/organizations/" + company.id(), organization)
                        .status())
                .isEqualTo(204);
        assertThat(ask(client, SERVICE, founder, "organization:delete", company.id())
                        .body())
                .isEqualTo(absent.body());
    }

    @Test
    void onlyAServiceWithTheRoleIsAService(House house) {
        Company company = Company.found(house, "127.0.61.9");
        Client client = company.client();
        String founder = company.founder().id();
        for (String wrong : List.of(
                Credentials.basic("gatehouse-service", "wrong"),
                Credentials.basic("gatehouse-app", ""),
                Credentials.basic("no-such-client", "gatehouse-demo-service-secret"),
                "Basic !!!",
                "Basic ",
                "Bearer x")) {
            Answer refused = ask(client, wrong, founder, "organization:read", company.id());
            assertThat(refused.status()).as(wrong).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer ");
        }
        String id = "service-of-" + company.alias();
        assertThat(house.console()
                        .send(
                                "POST",
                                "/demo/clients",
                                Map.of("clientId", id, "secret", "s3cret", "serviceAccountsEnabled", true))
                        .status())
                .isEqualTo(201);
        assertThat(ask(client, Credentials.basic(id, "s3cret"), founder, "organization:read", company.id())
                        .status())
                .isEqualTo(403);
        assertThat(client.send(
                                "GET",
                                "/auth/permissions/" + founder,
                                Map.of("Authorization", Credentials.basic(id, "s3cret")),
                                null,
                                null)
                        .status())
                .isEqualTo(403);
        String own = client.form(
                        "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", "gatehouse-service",
                                "client_secret", "gatehouse-demo-service-secret"))
                .text("access_token");
        assertThat(reason(ask(client, "Bearer " + own, founder, "organization:read", company.id())))
                .isEqualTo("permission_held");
    }

    private static boolean mayApprove(Company company, Employee employee) {
        Answer answer = ask(company.client(), SERVICE, employee.id(), "invoice:approve", company.id());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("decision").asBoolean();
    }

    private static Answer approval(Company company, Employee employee, Map<String, ?> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("organization", company.id());
        return send(
                company.client(),
                SERVICE,
                question(employee.id(), "invoice:approve", Map.of("type", "invoice", "id", "1", "properties", all)));
    }

    private static Answer cancellation(Company company, Employee employee, Map<String, ?> context) {
        Map<String, Object> question = new HashMap<>(question(
                employee.id(),
                "invoice:cancel",
                Map.of("type", "invoice", "id", "1", "properties", Map.of("organization", company.id()))));
        question.put("context", context);
        return send(company.client(), SERVICE, question);
    }

    private static Answer permissions(Company company, Employee employee, @Nullable String tag) {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", SERVICE));
        if (tag != null) {
            headers.put("If-None-Match", tag);
        }
        return company.client().send("GET", "/auth/permissions/" + employee.id(), headers, null, null);
    }

    private static Answer ask(Client client, String authorization, String user, String action, String organization) {
        return send(
                client,
                authorization,
                question(
                        user,
                        action,
                        Map.of("type", "invoice", "id", "1", "properties", Map.of("organization", organization))));
    }

    private static Answer send(Client client, String authorization, Map<String, ?> body) {
        return client.send(
                "POST", "/auth/authorize", Map.of("Authorization", authorization), json(body), "application/json");
    }

    private static Map<String, Object> question(String user, String action, Map<String, ?> resource) {
        return Map.of(
                "subject", Map.of("type", "user", "id", user), "action", Map.of("name", action), "resource", resource);
    }

    private static String reason(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.text("/context/reason");
    }

    private static String json(Object value) {
        return new ObjectMapper().valueToTree(value).toString();
    }

    private static String payload(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }
}
