package dev.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.journeys.client.Answer;
import dev.gatehouse.journeys.client.Client;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.InHouse;
import dev.gatehouse.journeys.house.Person;
import dev.gatehouse.organization.testing.TestNameServer;
import dev.gatehouse.organization.testing.TestNameServer.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An organization proves that a domain is its own, against a real name server. */
@InHouse
class OrganizationDomainsTest {

    @Test
    void aDomainIsVerifiedOnceItsRecordIsThereAndLostWhenTheRecordGoes(House house) {
        Founder founder = Founder.of(house, "127.0.15.1");
        String domain = founder.domain();
        TestNameServer dns = house.nameServer();

        Answer claimed = founder.post("/domains", Map.of("domain", domain.toUpperCase(java.util.Locale.ROOT)));
        assertThat(claimed.status()).as(claimed.body()).isEqualTo(201);
        assertThat(claimed.text("domain")).isEqualTo(domain);
        String name = claimed.text("/record/name");
        String value = claimed.text("/record/value");
        assertThat(name).isEqualTo("_gatehouse-challenge." + domain);
        assertThat(founder.post("/domains", Map.of("domain", domain)).text("/record/value"))
                .isEqualTo(value);

        Answer absent = founder.verify(domain);
        assertThat(absent.status()).isEqualTo(409);
        assertThat(absent.text("detail")).contains(name, value, "none of this name");

        dns.addText(name, "gatehouse-domain-verification=somebody-elses");
        Answer wrong = founder.verify(domain);
        assertThat(wrong.status()).isEqualTo(409);
        assertThat(wrong.text("/errors/0/message")).contains("somebody-elses");

        dns.trouble(name, Trouble.FAILING);
        Answer outage = founder.verify(domain);
        assertThat(outage.status()).isEqualTo(503);
        assertThat(outage.header("Retry-After")).isPresent();
        dns.noTrouble(name);
        assertThat(founder.organization().text("/domains/0/verified")).isEqualTo("false");

        dns.addText(name, value);
        Answer verified = founder.verify(domain);
        assertThat(verified.status()).as(verified.body()).isEqualTo(200);
        assertThat(verified.text("verified")).isEqualTo("true");
        assertThat(founder.organization().text("/domains/0/verified")).isEqualTo("true");
        assertThat(house.admin("GET", "/organizations/" + founder.id(), null).text("/domains/0/verified"))
                .isEqualTo("true");

        dns.trouble(name, Trouble.SILENT);
        int questions = dns.questions(name);
        await().atMost(Duration.ofSeconds(60)).until(() -> dns.questions(name) > questions + 3);
        assertThat(founder.organization().text("/domains/0/verified"))
                .as("an outage costs nobody a domain")
                .isEqualTo("true");

        dns.remove(name);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> founder.organization().text("/domains/0/verified").equals("false"));
    }

    @Test
    void whoOnlySaysThatADomainIsTheirsKeepsNobodyOut(House house) {
        Founder squatter = Founder.of(house, "127.0.15.2");
        Founder owner = Founder.of(house, "127.0.15.3");
        String domain = owner.domain();
        assertThat(squatter.post("/domains", Map.of("domain", domain)).status()).isEqualTo(201);
        Answer inConsole = house.admin(
                "PUT",
                "/organizations/" + squatter.id(),
                Map.of(
                        "id", squatter.id(),
                        "name", squatter.name(),
                        "alias", squatter.alias(),
                        "enabled", true,
                        "domains", List.of(Map.of("name", domain, "verified", false))));
        assertThat(inConsole.status()).as(inConsole.body()).isEqualTo(204);

        Answer claimed = owner.post("/domains", Map.of("domain", "*." + domain));
        assertThat(claimed.status()).as(claimed.body()).isEqualTo(201);
        house.nameServer().addText(claimed.text("/record/name"), claimed.text("/record/value"));
        Answer verified = owner.verify("*." + domain);
        assertThat(verified.status()).as(verified.body()).isEqualTo(200);

        assertThat(house.admin("GET", "/organizations/" + squatter.id(), null)
                        .json()
                        .path("domains"))
                .isEmpty();
        Answer squatters = squatter.verify(domain);
        assertThat(squatters.status()).isEqualTo(409);
        assertThat(squatters.text("detail")).contains("Found instead");
        assertThat(Founder.of(house, "127.0.15.4")
                        .post("/domains", Map.of("domain", domain))
                        .status())
                .as("verified by another organization")
                .isEqualTo(409);

        assertThat(owner.delete("/domains/*." + domain).status()).isEqualTo(204);
        assertThat(owner.delete("/domains/*." + domain).status()).isEqualTo(404);
        assertThat(house.admin("GET", "/organizations/" + owner.id(), null)
                        .json()
                        .path("domains"))
                .isEmpty();
    }

    @Test
    void savingTheOrganizationInTheConsoleDoesNotTakeTheProofAway(House house) {
        Founder founder = Founder.of(house, "127.0.15.5");
        founder.prove(house);
        // The admin console sends every domain as unverified, whatever was changed.
        Answer saved = house.admin(
                "PUT",
                "/organizations/" + founder.id(),
                Map.of(
                        "id", founder.id(),
                        "name", founder.name(),
                        "alias", founder.alias(),
                        "enabled", true,
                        "description", "Changed",
                        "domains", List.of(Map.of("name", founder.domain(), "verified", false))));
        assertThat(saved.status()).as(saved.body()).isEqualTo(204);
        assertThat(founder.organization().text("/domains/0/verified")).isEqualTo("true");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> house.admin("GET", "/organizations/" + founder.id(), null)
                        .text("/domains/0/verified")
                        .equals("true"));
    }

    @Test
    void whatIsNoDomainOfOneOwnerIsRefusedAndOutsidersSeeNothing(House house) {
        Founder founder = Founder.of(house, "127.0.15.6");
        for (String bad :
                List.of("co.uk", "github.io", "gmail.com", "*.com", "localhost", "10.0.0.1", "a b.test", "")) {
            Answer refused = founder.post("/domains", Map.of("domain", bad));
            assertThat(refused.status()).as(bad).isEqualTo(400);
            assertThat(refused.text("/errors/0/pointer")).isEqualTo("/domain");
        }
        assertThat(founder.client()
                        .post(
                                "/organizations",
                                Map.of("name", "With a suffix", "domains", List.of("co.uk")),
                                founder.token())
                        .text("/errors/0/pointer"))
                .isEqualTo("/domains/0");
        assertThat(founder.verify("never-claimed.test").status()).isEqualTo(404);

        Person outsider = house.newPerson();
        Client client = house.client("127.0.15.7");
        String token = house.login(outsider, "127.0.15.7").text("access_token");
        String path = "/organizations/" + founder.id() + "/domains";
        assertThat(client.get(path, token).status()).isEqualTo(404);
        assertThat(client.post(path, Map.of("domain", "x.test"), token).status())
                .isEqualTo(404);
        assertThat(client.post(path + "/x.test/verify", Map.of(), token).status())
                .isEqualTo(404);
    }

    /** Somebody with an organization of their own. */
    private record Founder(Client client, String token, String id, String alias, String name, String domain) {
        static Founder of(House house, String address) {
            Person person = house.newPerson("create-organization");
            Client client = house.client(address);
            String token = house.login(person, address).text("access_token");
            String alias = "domains-" + person.username();
            Answer created = client.post("/organizations", Map.of("name", alias, "alias", alias), token);
            assertThat(created.status()).as(created.body()).isEqualTo(201);
            return new Founder(client, token, created.text("id"), alias, alias, person.username() + ".example.test");
        }

        void prove(House house) {
            Answer claimed = post("/domains", Map.of("domain", domain));
            house.nameServer().addText(claimed.text("/record/name"), claimed.text("/record/value"));
            Answer verified = verify(domain);
            assertThat(verified.status()).as(verified.body()).isEqualTo(200);
        }

        Answer organization() {
            return client.get("/organizations/" + id, token);
        }

        Answer post(String path, Map<String, ?> body) {
            return client.post("/organizations/" + id + path, body, token);
        }

        Answer verify(String name) {
            return client.send(
                    "POST",
                    "/organizations/" + id + "/domains/" + name + "/verify",
                    Map.of("Authorization", "Bearer " + token),
                    null,
                    null);
        }

        Answer delete(String path) {
            return client.send(
                    "DELETE", "/organizations/" + id + path, Map.of("Authorization", "Bearer " + token), null, null);
        }
    }
}
