package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The mail of an invitation: to whom, in which language, and where its link leads. */
@InHouse
class InvitationMailTest {
    @Test
    void whateverStandsInANameTheMailStaysOneMail(House house) {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.61.9");
        String address = "mail-" + company.id() + "@example.test";
        assertThat(company.invite(Map.of(
                                "email",
                                address,
                                "roles",
                                List.of("admin"),
                                "message",
                                "<script>alert(1)</script>\nBcc: x@example.test"))
                        .status())
                .isEqualTo(201);

        house.inbox().linkAfter(0, address);
        var mail = house.inbox().messagesTo(address).get(0);
        assertThat(mail.get("subject").asText()).isEqualTo("Invitation to join " + company.name());
        assertThat(mail.get("text").asText())
                .contains("Some Body invites you")
                .contains("> <script>alert(1)</script>")
                .contains("> Bcc: x@example.test")
                .contains("Administrator")
                .contains("7 days");
        assertThat(company.invite(Map.of("email", "x" + address, "message", "turned \u202E round"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theLinkLeadsToTheRegisteredApplicationAndNowhereElse(House house) {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.61.12");
        String client = house.adminGet("/clients?clientId=gatehouse-app").text("/0/id");
        String address = "app-" + company.id() + "@example.test";
        house.adminPut(
                "/clients/" + client, Map.of("attributes", Map.of("gatehouse.links-base-url", "http://evil.example")));
        try {
            company.invite(Map.of("email", "x" + address));
            assertThat(house.inbox().linkAfter(0, "x" + address)).startsWith(house.realm() + "/accept-invitation?");
            house.adminPut(
                    "/clients/" + client,
                    Map.of("attributes", Map.of("gatehouse.links-base-url", "https://app.example.test/links/")));
            company.invite(Map.of("email", address));
            assertThat(house.inbox().linkAfter(0, address))
                    .startsWith("https://app.example.test/links/accept-invitation?token=");
        } finally {
            house.adminPut("/clients/" + client, Map.of("attributes", Map.of("gatehouse.links-base-url", "")));
        }
    }

    @Test
    void theMailSpeaksTheLanguageOfWhoeverHasAnAccount(House house) {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.61.14");
        Person guest = house.newPerson();
        house.adminPut(
                "/users/" + guest.id(), Map.of("email", guest.email(), "attributes", Map.of("locale", List.of("de"))));
        String stranger = "nobody-" + company.id() + "@example.test";
        for (String address : List.of(guest.email(), stranger)) {
            company.invite(Map.of("email", address));
            house.inbox().linkAfter(0, address);
        }
        assertThat(subject(house, guest.email())).contains("Einladung");
        assertThat(subject(house, stranger)).contains("Invitation to join");
    }

    private static String subject(House house, String address) {
        return house.inbox().messagesTo(address).get(0).get("subject").asText();
    }

    /** Where no host name is configured, Keycloak believes a request's: with it come tokens that are good there, and links. */
    @Test
    void noHeaderBendsTheLinkAndNoParameterTheWayOn(House house) {
        InvitingCompany company = InvitingCompany.founded(house, "127.0.61.13");
        Person inviter = house.newPerson(List.of());
        house.console().addMember(company.id(), inviter.id());
        assertThat(company.client()
                        .json(
                                "PUT",
                                "/organizations/" + company.id() + "/users/" + inviter.id() + "/roles",
                                Map.of("roles", List.of("admin")),
                                company.owner())
                        .status())
                .isEqualTo(200);
        Map<String, String> bent = Map.of("Host", "evil.example.com", "X-Forwarded-Host", "evil.example.com");
        Answer login = company.client()
                .send(
                        "POST",
                        "/auth/login",
                        bent,
                        "{\"username\": \"%s\", \"password\": \"%s\"}"
                                .formatted(inviter.username(), inviter.password()),
                        "application/json");
        assertThat(login.status()).as(login.body()).isEqualTo(200);
        Map<String, String> headers = new HashMap<>(bent);
        headers.put("Authorization", "Bearer " + login.text("access_token"));
        String address = "bent-" + company.id() + "@example.test";
        Answer invited = company.client()
                .send(
                        "POST",
                        "/organizations/" + company.id() + "/invitations",
                        headers,
                        "{\"email\": \"" + address + "\"}",
                        "application/json");
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        String link = house.inbox().linkAfter(0, address);
        assertThat(link).doesNotContain("evil").contains("/realms/demo/accept-invitation?token=");

        for (String next : List.of("https://evil.example.com", "//evil.example.com", "aHR0cHM6Ly9ldmls.evil", "")) {
            Answer shown =
                    company.client().get("/accept-invitation?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
            assertThat(shown.status()).as(next).isEqualTo(410);
            assertThat(shown.header("Location")).as(next).isEmpty();
        }
    }
}
