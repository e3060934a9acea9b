package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Invitations by REST: what they open, for whom, and how often. */
@InHouse
class InvitationTest {
    private static final String ABSENT = "00000000-0000-0000-0000-000000000000";

    @Test
    void aTokenIsAcceptedOnceThoughItIsSentTwiceAtTheSameMoment(House house) throws Exception {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.61.1");
        Person guest = house.newPerson();
        String token = company.invited(guest.email(), "admin");
        String guests = house.login(guest, "127.0.61.1").text("access_token");

        List<Answer> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Answer>> sent = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                sent.add(threads.submit(() -> {
                    start.await();
                    return company.accept(token, guests);
                }));
            }
            start.countDown();
            for (Future<Answer> answer : sent) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 401, 409);
        Answer won = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(won.text("organization_id")).isEqualTo(company.id());
        assertThat(won.text("/roles/0")).isEqualTo("admin");
        assertThat(company.members()).hasSize(2);
        assertThat(company.accept(token, guests).status()).isEqualTo(401);
    }

    @Test
    void anotherAddressLearnsNothingFromAToken(House house) {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.61.2");
        Person guest = house.newPerson();
        String token = company.invited(guest.email(), "member");
        String others = house.login(house.newPerson(), "127.0.61.2").text("access_token");

        Answer stolen = company.accept(token, others);
        Answer unknown = company.accept("0".repeat(43), others);
        Answer malformed = company.accept("x", others);

        assertThat(stolen.status())
                .isEqualTo(unknown.status())
                .isEqualTo(malformed.status())
                .isEqualTo(401);
        assertThat(stolen.text("type")).isEqualTo("urn:gatehouse:problem:invalid-grant");
        assertThat(stolen.headers().keySet()).isEqualTo(unknown.headers().keySet());
        assertThat(stolen.json().fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() -> unknown.json().fieldNames());
        String guests = house.login(guest, "127.0.61.2").text("access_token");
        assertThat(company.accept(token, guests).status())
                .as("still good for its own")
                .isEqualTo(200);
    }

    @Test
    void whatWasTakenBackOrSentAgainOpensNothing(House house) {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.61.3");
        Person guest = house.newPerson();
        String guests = house.login(guest, "127.0.61.3").text("access_token");
        int before = house.inbox().messagesTo(guest.email()).size();
        Answer invited = company.invite(Map.of("email", guest.email(), "roles", List.of("admin")));
        String token = InvitingCompany.tokenOf(house.inbox().linkAfter(before, guest.email()));
        String path = "/organizations/" + company.id() + "/invitations/" + invited.text("id");

        Answer again = bare(company.client(), "POST", path + "/resend", company.owner());
        assertThat(again.status()).as("a moment after the first mail").isEqualTo(429);
        assertThat(again.header("Retry-After")).hasValue("300");

        assertThat(bare(company.client(), "DELETE", path, company.owner()).status())
                .isEqualTo(204);
        assertThat(company.accept(token, guests).status()).isEqualTo(401);
        assertThat(bare(company.client(), "DELETE", path, company.owner()).status())
                .isEqualTo(404);
        assertThat(company.invite(Map.of("email", guest.email())).status())
                .as("taking it back is no way around the limit")
                .isEqualTo(429);
    }

    @Test
    void anInvitationOfTheAdminConsoleIsGoodOnceToo(House house) {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.61.4");
        Person guest = house.newPerson();
        String guests = house.login(guest, "127.0.61.4").text("access_token");
        int before = house.inbox().messagesTo(guest.email()).size();
        String path = "/organizations/" + company.id();

        assertThat(house.adminForm(path + "/members/invite-user", Map.of("email", guest.email()))
                        .status())
                .isEqualTo(204);
        String link = house.inbox().linkAfter(before, guest.email());
        Answer listed = house.adminGet(path + "/invitations");

        assertThat(listed.json()).hasSize(1);
        assertThat(listed.json().get(0).path("inviteLink").asText("")).isEmpty();
        assertThat(link).startsWith(house.realm() + "/accept-invitation?token=");
        assertThat(company.accept(InvitingCompany.tokenOf(link), guests).status())
                .isEqualTo(200);
        assertThat(company.accept(InvitingCompany.tokenOf(link), guests).status())
                .isEqualTo(401);
        assertThat(house.adminGet(path + "/invitations").json()).isEmpty();
    }

    @Test
    void whatWasMadeByRestIsSeenInTheAdminConsoleWithoutItsLink(House house) {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.61.5");
        String address = "console-" + company.id() + "@example.test";
        String token = company.invited(address, "admin");

        String listed = house.adminGet("/organizations/" + company.id() + "/invitations")
                .body();

        assertThat(listed).contains(address).doesNotContain(token).doesNotContain("token=");
        Answer ours = company.list();
        assertThat(ours.text("/items/0/email")).isEqualTo(address);
        assertThat(ours.text("/items/0/roles/0")).isEqualTo("admin");
        assertThat(ours.text("/items/0/status")).isEqualTo("pending");
        assertThat(ours.body()).doesNotContain(token);
    }

    @Test
    void severalAreAnsweredOneByOne(House house) {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.61.6");
        String address = "batch-" + company.id() + "@example.test";
        Answer answer = company.invite(Map.of(
                "invitations",
                List.of(
                        Map.of("email", address, "roles", List.of("admin")),
                        Map.of("email", "no address"),
                        Map.of("email", address),
                        Map.of("email", "x" + address, "roles", List.of("no-such-role")),
                        Map.of("email", company.ownerAddress()))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/items/0/invitation/email")).isEqualTo(address);
        assertThat(answer.text("/items/1/problem/errors/0/pointer")).isEqualTo("/email");
        assertThat(answer.text("/items/2/problem/type")).isEqualTo("urn:gatehouse:problem:conflict");
        assertThat(answer.text("/items/3/problem/errors/0/pointer")).isEqualTo("/roles/0");
        assertThat(answer.text("/items/4/problem/type")).isEqualTo("urn:gatehouse:problem:conflict");
        assertThat(company.list().json().get("items")).hasSize(1);
        assertThat(company.invite(Map.of("invitations", List.of())).status()).isEqualTo(400);
        assertThat(company.invite(Map.of()).status()).isEqualTo(400);
        assertThat(company.invite(Map.of("email", address, "invitations", List.of(Map.of("email", address))))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nobodyInvitesToMoreThanTheyHold(House house) {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.61.7");
        Person guest = house.newPerson();
        String token = company.invited(guest.email(), "admin");
        String admins = house.login(guest, "127.0.61.7").text("access_token");
        assertThat(company.accept(token, admins).status()).isEqualTo(200);
        String address = "more-" + company.id() + "@example.test";
        String path = "/organizations/" + company.id() + "/invitations";

        Answer refused = company.client().post(path, Map.of("email", address, "roles", List.of("owner")), admins);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(company.client()
                        .post(path, Map.of("email", address, "roles", List.of("admin")), admins)
                        .status())
                .isEqualTo(201);

        String owners = company.invite(Map.of("email", "o" + address, "roles", List.of("owner")))
                .text("id");
        assertThat(bare(company.client(), "DELETE", path + "/" + owners, admins).status())
                .as("an owner's invitation is not an admin's to take back")
                .isEqualTo(403);
    }

    @Test
    void forAnOutsiderThereIsNothing(House house) {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.61.8");
        InvitingCompany other = InvitingCompany.founded(house, "127.0.61.8");
        String address = "outside-" + company.id() + "@example.test";
        String invitation = company.invite(Map.of("email", address)).text("id");
        Client client = company.client();

        for (String organization : List.of(company.id(), ABSENT)) {
            String path = "/organizations/" + organization + "/invitations";
            assertThat(client.get(path, other.owner()).status()).isEqualTo(404);
            assertThat(client.post(path, Map.of("email", address), other.owner())
                            .status())
                    .isEqualTo(404);
            assertThat(bare(client, "DELETE", path + "/" + invitation, other.owner())
                            .status())
                    .isEqualTo(404);
            assertThat(bare(client, "POST", path + "/" + invitation + "/resend", other.owner())
                            .status())
                    .isEqualTo(404);
        }
        String crossed = "/organizations/" + other.id() + "/invitations/" + invitation;
        assertThat(bare(client, "DELETE", crossed, other.owner()).status()).isEqualTo(404);
        assertThat(bare(client, "POST", crossed + "/resend", other.owner()).status())
                .isEqualTo(404);
        assertThat(company.list().json().get("items")).hasSize(1);
    }

    @Test
    void whatExpiredIsSaidToHaveExpiredAndOpensNothing(House house) {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.61.10");
        Person guest = house.newPerson();
        String guests = house.login(guest, "127.0.61.10").text("access_token");
        int before = house.inbox().messagesTo(guest.email()).size();
        String lifespan = house.adminGet("").text("actionTokenGeneratedByAdminLifespan");
        house.adminPut("", Map.of("actionTokenGeneratedByAdminLifespan", 1));
        try {
            house.adminForm("/organizations/" + company.id() + "/members/invite-user", Map.of("email", guest.email()));
        } finally {
            house.adminPut("", Map.of("actionTokenGeneratedByAdminLifespan", Integer.parseInt(lifespan)));
        }
        String token = InvitingCompany.tokenOf(house.inbox().linkAfter(before, guest.email()));

        await().until(() -> company.list().text("/items/0/status").equals("expired"));

        assertThat(company.accept(token, guests).status()).isEqualTo(401);
        assertThat(company.client().get("/accept-invitation?token=" + token).status())
                .isEqualTo(410);
        assertThat(company.members()).hasSize(1);
    }

    @Test
    void aTokenMeansNothingInAnotherRealm(House house) {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.61.11");
        String token = company.invited("elsewhere-" + company.id() + "@example.test", "member");
        house.newRealm("elsewhere");

        assertThat(company.client().get("/accept-invitation?token=" + token).status())
                .isEqualTo(200);
        assertThat(house.client("elsewhere", "127.0.61.11")
                        .get("/accept-invitation?token=" + token)
                        .status())
                .isEqualTo(410);
        assertThat(house.masterClient("127.0.61.11")
                        .get("/accept-invitation?token=" + token)
                        .status())
                .as("a realm that has not turned Gatehouse on")
                .isEqualTo(404);
    }

    private static Answer bare(Client client, String method, String path, String bearer) {
        return client.send(method, path, Map.of("Authorization", "Bearer " + bearer), null, null);
    }
}
