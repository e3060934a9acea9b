package dev.gatehouse.account.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.account.OpaqueToken;
import dev.gatehouse.account.TicketStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkTicketsTest {
    private static final LinkTicket TICKET =
            new LinkTicket(LinkPurpose.RESET_PASSWORD, "realm", "user", "ann@example.test", "password.1");

    private final MemoryStore store = new MemoryStore();
    private final LinkTickets tickets = new LinkTickets(store, new SecureRandom());

    @Test
    void aTokenLeadsToItsTicketUntilItIsClaimed() {
        String token = issue();

        assertThat(tickets.find(token, LinkPurpose.RESET_PASSWORD, "realm")).contains(TICKET);
        assertThat(tickets.claim(token, LinkPurpose.RESET_PASSWORD, "realm")).contains(TICKET);
        assertThat(tickets.claim(token, LinkPurpose.RESET_PASSWORD, "realm")).isEmpty();
        assertThat(tickets.find(token, LinkPurpose.RESET_PASSWORD, "realm")).isEmpty();
    }

    @Test
    void aTokenIsWorthlessForAnotherPurposeAndInAnotherRealm() {
        String token = issue();

        assertThat(tickets.claim(token, LinkPurpose.VERIFY_ADDRESS, "realm")).isEmpty();
        assertThat(tickets.claim(token, LinkPurpose.RESET_PASSWORD, "other")).isEmpty();
        assertThat(tickets.find(token, LinkPurpose.RESET_PASSWORD, "realm"))
                .as("the refused attempts did not use it up")
                .contains(TICKET);
    }

    @Test
    void theStoreNeverHasTheToken() {
        assertThat(store.all.toString()).doesNotContain(issue());
    }

    @Test
    void whatIsNoTokenIsNotEvenLookedUp() {
        for (String token : List.of("", "a".repeat(44), "a".repeat(42) + "=", "ä".repeat(43))) {
            assertThat(OpaqueToken.read(token)).as(token).isEmpty();
        }
    }

    @Test
    void noTextOfATokenOrTicketTellsWhatItIs() {
        assertThat(TICKET.toString()).doesNotContain("ann@example.test");
        assertThat(new OpaqueToken("A".repeat(43)).toString()).doesNotContain("AAA");
    }

    private String issue() {
        return tickets.issue(TICKET, Duration.ofMinutes(10)).value();
    }

    private static final class MemoryStore implements TicketStore {
        private final Map<String, Map<String, String>> all = new HashMap<>();

        @Override
        public void put(String key, Duration life, Map<String, String> notes) {
            all.put(key, notes);
        }

        @Override
        public Optional<Map<String, String>> get(String key) {
            return Optional.ofNullable(all.get(key));
        }

        @Override
        public Optional<Map<String, String>> take(String key) {
            return Optional.ofNullable(all.remove(key));
        }
    }
}
