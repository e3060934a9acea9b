package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.Company.Employee;
import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** People come, rise, fall and go; an organization changes and ends. */
@InHouse
class OrganizationMembersTest {
    @Test
    void aMemberIsLookedAtGivenOtherRolesAndRemoved(House house) {
        Company company = Company.found(house, "127.0.50.1");
        Employee member = company.hire();
        assertThat(company.rolesOf(member)).containsExactly("member");

        Answer promoted = company.assign(company.founder(), member, "admin", "admin");
        assertThat(promoted.status()).isEqualTo(200);
        assertThat(promoted.json().get("roles")).hasSize(1);
        assertThat(promoted.text("/roles/0")).isEqualTo("admin");
        assertThat(company.get(member, "/roles").status()).isEqualTo(200);

        assertThat(company.assign(company.founder(), member).text("/roles/0")).isEqualTo("member");
        assertThat(company.get(member, "/roles").status()).isEqualTo(403);
        assertThat(company.get(member, "/users/" + member.id()).status()).isEqualTo(403);

        assertThat(company.delete(company.founder(), "/users/" + member.id()).status())
                .isEqualTo(204);
        assertThat(company.get(company.founder(), "/users/" + member.id()).status())
                .isEqualTo(404);
        assertThat(company.delete(company.founder(), "/users/" + member.id()).status())
                .isEqualTo(404);
        assertThat(company.get(member, "").status()).isEqualTo(404);
        assertThat(house.console()
                        .send("GET", "/demo/users/" + member.id(), null)
                        .status())
                .as("the account stays")
                .isEqualTo(200);
    }

    @Test
    void nobodyChangesOrRemovesSomebodyWhoHoldsMore(House house) {
        Company company = Company.found(house, "127.0.50.2");
        Employee admin = company.hire("admin");
        Employee member = company.hire();

        assertThat(company.assign(admin, company.founder(), "member").status()).isEqualTo(403);
        assertThat(company.delete(admin, "/users/" + company.founder().id()).status())
                .isEqualTo(403);
        Answer crowned = company.assign(admin, member, "owner");
        assertThat(crowned.status()).isEqualTo(403);
        assertThat(crowned.text("detail")).contains("allows more");
        assertThat(company.assign(member, member, "admin").status()).isEqualTo(403);
        assertThat(company.assign(admin, member, "admin").status()).isEqualTo(200);
        assertThat(company.rolesOf(company.founder())).containsExactly("owner");
    }

    @Test
    void theLastOwnerStaysWhoeverAsks(House house) {
        Company company = Company.found(house, "127.0.50.3");
        Employee owner = company.founder();
        Employee second = company.hire("owner");
        assertThat(company.assign(second, owner, "member").status()).isEqualTo(200);

        Answer demoted = company.assign(second, second, "admin");
        assertThat(demoted.status()).isEqualTo(409);
        assertThat(demoted.text("detail")).contains("last owner");
        assertThat(company.delete(second, "/users/" + second.id()).status()).isEqualTo(409);
        Answer inConsole = house.console().membership("DELETE", company.id(), "owner", second.id());
        assertThat(inConsole.status()).as(inConsole.body()).isEqualTo(400);
        assertThat(inConsole.body()).contains("last owner");
        Answer removedInConsole =
                house.console().send("DELETE", "/demo/organizations/" + company.id() + "/members/" + second.id(), null);
        assertThat(removedInConsole.status()).as(removedInConsole.body()).isEqualTo(400);
        Answer groupGone = house.console()
                .send(
                        "DELETE",
                        "/demo/organizations/" + company.id() + "/groups/"
                                + house.console().group(company.id(), "owner"),
                        null);
        assertThat(groupGone.status()).as(groupGone.body()).isEqualTo(400);
        assertThat(client(company, second)).isEqualTo(200);

        assertThat(house.console()
                        .membership("PUT", company.id(), "owner", owner.id())
                        .status())
                .isEqualTo(204);
        assertThat(house.console()
                        .membership("DELETE", company.id(), "owner", second.id())
                        .status())
                .isEqualTo(204);
        assertThat(company.rolesOf(second)).containsExactly("member");
    }

    @Test
    void ofTwoOwnersWhoRemoveEachOtherOneStays(House house) throws ExecutionException, InterruptedException {
        Company company = Company.found(house, "127.0.50.4");
        Employee first = company.founder();
        Employee second = company.hire("owner");
        for (int round = 0; round < 5; round++) {
            List<Answer> answers = atOnce(List.of(
                    () -> company.assign(first, second, "admin"), () -> company.assign(second, first, "admin")));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 403);
            Employee left = answers.get(0).status() == 200 ? first : second;
            Employee fallen = left.equals(first) ? second : first;
            assertThat(company.assign(left, fallen, "owner").status()).isEqualTo(200);
        }
        List<Answer> selves = atOnce(
                List.of(() -> company.assign(first, first, "admin"), () -> company.assign(second, second, "admin")));
        assertThat(selves).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        Employee last = selves.get(0).status() == 200 ? second : first;
        Employee other = last.equals(first) ? second : first;
        assertThat(company.assign(last, other, "owner").status()).isEqualTo(200);

        List<Answer> removals = atOnce(List.of(
                () -> company.delete(first, "/users/" + second.id()),
                () -> company.delete(second, "/users/" + first.id())));
        assertThat(removals).extracting(Answer::status).containsExactlyInAnyOrder(204, 404);
    }

    @Test
    void ofTwoOwnersWhoAreDemotedInTheConsoleAtOnceOneStays(House house)
            throws ExecutionException, InterruptedException {
        Company company = Company.found(house, "127.0.50.5");
        Employee second = company.hire("owner");
        List<Answer> answers = atOnce(List.of(
                () -> house.console()
                        .membership(
                                "DELETE",
                                company.id(),
                                "owner",
                                company.founder().id()),
                () -> house.console().membership("DELETE", company.id(), "owner", second.id())));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 400);
    }

    @Test
    void whatIsGivenInTheConsoleCounts(House house) {
        Company company = Company.found(house, "127.0.50.6");
        Employee member = company.hire();
        assertThat(company.get(member, "/roles").status()).isEqualTo(403);

        assertThat(house.console()
                        .membership("PUT", company.id(), "admin", member.id())
                        .status())
                .isEqualTo(204);
        assertThat(company.get(member, "/roles").status()).isEqualTo(200);
        assertThat(house.console()
                        .membership("DELETE", company.id(), "admin", member.id())
                        .status())
                .isEqualTo(204);
        assertThat(company.get(member, "/roles").status()).isEqualTo(403);
    }

    @Test
    void whoIsNoMemberIsNobody(House house) {
        Company company = Company.found(house, "127.0.50.7");
        Company other = Company.found(house, "127.0.50.7");
        Employee stranger = company.stranger();
        String absent = "00000000-0000-0000-0000-000000000000";
        String ofMaster = house.console()
                .send("GET", "/master/users?username=admin", null)
                .text("/0/id");
        for (String id :
                List.of(absent, stranger.id(), other.founder().id(), ofMaster, "f:x", "f:x:y", "%00", "%F0%9F")) {
            assertThat(company.get(company.founder(), "/users/" + id).status())
                    .as(id)
                    .isEqualTo(404);
            assertThat(company.delete(company.founder(), "/users/" + id).status())
                    .as(id)
                    .isEqualTo(404);
            assertThat(company.send(
                                    company.founder(),
                                    "PUT",
                                    "/users/" + id + "/roles",
                                    Map.of("roles", List.of("member")))
                            .status())
                    .as(id)
                    .isEqualTo(404);
        }
        for (Employee outsider : List.of(stranger, other.founder())) {
            assertThat(company.get(outsider, "/users/" + company.founder().id()).status())
                    .isEqualTo(404);
            assertThat(company.delete(outsider, "/users/" + company.founder().id())
                            .status())
                    .isEqualTo(404);
            assertThat(company.assign(outsider, outsider, "owner").status()).isEqualTo(404);
            assertThat(company.get(outsider, "/roles").status()).isEqualTo(404);
            assertThat(company.makeRole(outsider, "spy").status()).isEqualTo(404);
            assertThat(company.delete(outsider, "/roles/admin").status()).isEqualTo(404);
            assertThat(company.send(outsider, "PATCH", "", Map.of("name", "Mine"))
                            .status())
                    .isEqualTo(404);
            assertThat(company.delete(outsider, "?confirm=" + company.alias()).status())
                    .isEqualTo(404);
        }
        for (String badId : List.of("%00", "f:x", "..%2f", "x".repeat(5000))) {
            assertThat(house.client("127.0.50.7")
                            .get("/organizations/" + badId, stranger.token())
                            .status())
                    .as(badId)
                    .isIn(400, 404);
        }
    }

    @Test
    void rolesThatDoNotExistAreNamedAndNothingIsDone(House house) {
        Company company = Company.found(house, "127.0.50.8");
        Employee member = company.hire("admin");
        Answer unknown = company.assign(company.founder(), member, "member", "Member", "nobody\u202e");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().at("/errors").findValuesAsText("pointer")).containsExactly("/roles/1", "/roles/2");
        assertThat(company.send(company.founder(), "PUT", "/users/" + member.id() + "/roles", Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(company.rolesOf(member)).containsExactly("admin");
    }

    @Test
    void anOrganizationIsChangedByAMergePatch(House house) {
        Company company = Company.found(house, "127.0.50.9");
        Employee owner = company.founder();
        Answer changed = company.send(
                owner,
                "PATCH",
                "",
                Map.of(
                        "alias",
                        company.alias(),
                        "name",
                        "Renamed " + company.alias(),
                        "description",
                        "What it is",
                        "attributes",
                        Map.of("tier", List.of("gold", "silver"), "region", List.of("eu"))));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.text("name")).isEqualTo("Renamed " + company.alias());

        Answer patched = company.client()
                .send(
                        "PATCH",
                        "/organizations/" + company.id(),
                        Map.of("Authorization", "Bearer " + owner.token()),
                        "{\"description\": null, \"attributes\": {\"region\": null, \"seats\": [\"5\"]}}",
                        "application/merge-patch+json");
        assertThat(patched.status()).as(patched.body()).isEqualTo(200);
        assertThat(patched.json().get("description").isNull()).isTrue();
        assertThat(patched.json().at("/attributes/seats/0").asText()).isEqualTo("5");
        assertThat(patched.json().at("/attributes/tier").toString()).isEqualTo("[\"gold\",\"silver\"]");
        assertThat(patched.json().get("attributes")).hasSize(2);
        assertThat(company.get(owner, "").text("name")).isEqualTo("Renamed " + company.alias());
        Answer inConsole = house.console().send("GET", "/demo/organizations/" + company.id(), null);
        assertThat(inConsole.json().get("attributes").toString())
                .contains("seats", "tier")
                .doesNotContain("region");
    }

    @Test
    void whatNeverChangesAndWhatIsWrongIsSaid(House house) {
        Company company = Company.found(house, "127.0.50.10");
        Company other = Company.found(house, "127.0.50.10");
        Employee owner = company.founder();
        Answer renamed = company.send(owner, "PATCH", "", Map.of("alias", "another"));
        assertThat(renamed.status()).isEqualTo(400);
        assertThat(renamed.text("/errors/0/pointer")).isEqualTo("/alias");
        Answer disabled = company.send(owner, "PATCH", "", Map.of("enabled", false));
        assertThat(disabled.status()).isEqualTo(403);
        assertThat(disabled.text("detail")).contains("administrator of the realm");
        assertThat(company.send(owner, "PATCH", "", Map.of("enabled", true)).status())
                .isEqualTo(200);
        String taken = other.get(other.founder(), "").text("name");
        assertThat(company.send(owner, "PATCH", "", Map.of("name", taken)).status())
                .isEqualTo(409);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("name", "with\u0007bell"),
                Map.of("name", "right\u202eleft"),
                Map.of("name", " "),
                Map.of("description", "x".repeat(501)),
                Map.of("attributes", Map.of("gatehouse.policy", List.of("x"))),
                Map.of("attributes", Map.of("kc.org", List.of("x"))),
                Map.of("attributes", Map.of("a", List.of())),
                Map.of("domains", List.of("x.example.test")),
                Map.of("id", "x"))) {
            assertThat(company.send(owner, "PATCH", "", wrong).status())
                    .as(wrong.toString())
                    .isEqualTo(400);
        }
        assertThat(company.send(owner, "PATCH", "", Map.of("name", "x".repeat(1_000_000)))
                        .status())
                .isEqualTo(413);
        assertThat(company.send(company.hire(), "PATCH", "", Map.of("name", "Mine"))
                        .status())
                .isEqualTo(403);
        Answer form = company.client()
                .send(
                        "PATCH",
                        "/organizations/" + company.id(),
                        Map.of("Authorization", "Bearer " + owner.token()),
                        "a=b",
                        "text/plain");
        assertThat(form.status()).isEqualTo(415);
    }

    @Test
    void anOrganizationIsDeletedWithASecondThoughtAndPeopleStay(House house) {
        Company company = Company.found(house, "127.0.50.11");
        Employee admin = company.hire("admin");
        assertThat(company.makeRole(company.founder(), "approver", "invoice:approve")
                        .status())
                .isEqualTo(201);
        company.client()
                .post(
                        "/organizations/" + company.id() + "/users",
                        Map.of("email", "ex-" + company.alias() + "@example.test"),
                        company.founder().token());

        assertThat(company.delete(admin, "?confirm=" + company.alias()).status())
                .isEqualTo(403);
        assertThat(company.delete(company.founder(), "").status()).isEqualTo(400);
        assertThat(company.delete(company.founder(), "?confirm=acme").status()).isEqualTo(400);
        assertThat(company.delete(company.founder(), "?confirm=" + company.alias())
                        .status())
                .isEqualTo(204);
        assertThat(company.get(company.founder(), "").status()).isEqualTo(404);
        for (Employee employee : List.of(admin, company.founder())) {
            assertThat(house.console()
                            .send("GET", "/demo/users/" + employee.id(), null)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(company.client()
                        .post(
                                "/organizations",
                                Map.of("name", "Again", "alias", company.alias()),
                                company.founder().token())
                        .status())
                .as("the alias is free again")
                .isEqualTo(201);
    }

    @Test
    void anOrganizationWithOwnersIsDeletedInTheConsole(House house) {
        Company company = Company.found(house, "127.0.50.12");
        Answer deleted = house.console().send("DELETE", "/demo/organizations/" + company.id(), null);
        assertThat(deleted.status()).as(deleted.body()).isEqualTo(204);
        assertThat(company.get(company.founder(), "").status()).isEqualTo(404);
    }

    @Test
    void theAccountOfALastOwnerCanBeDeleted(House house) {
        Company company = Company.found(house, "127.0.50.13");
        Person founder = company.founder().person();
        assertThat(house.console()
                        .send("DELETE", "/demo/users/" + founder.id(), null)
                        .status())
                .isEqualTo(204);
        assertThat(house.console()
                        .send("GET", "/demo/organizations/" + company.id() + "/members", null)
                        .json())
                .isEmpty();
    }

    private static int client(Company company, Employee employee) {
        return company.get(employee, "/roles").status();
    }

    private static List<Answer> atOnce(List<Callable<Answer>> requests)
            throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        try {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
