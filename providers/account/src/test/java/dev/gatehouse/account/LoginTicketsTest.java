package dev.gatehouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginTicketsTest {
    private static final LoginTicket TICKET =
            new LoginTicket(TicketPurpose.SECOND_FACTOR, "realm", "client", "user", "root", "tab", "password.1");

    private final MemoryStore store = new MemoryStore();
    private final LoginTickets tickets = new LoginTickets(store, new SecureRandom());

    @Test
    void aTokenLeadsToItsTicketUntilItIsClaimed() {
        String token = issue();

        assertThat(find(token)).contains(TICKET);
        assertThat(find(token)).contains(TICKET);
        assertThat(claim(token)).contains(TICKET);
        assertThat(find(token)).isEmpty();
        assertThat(claim(token)).isEmpty();
    }

    @Test
    void ofManyClaimsAtOnceExactlyOneSucceeds() throws Exception {
        String token = issue();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            Callable<Optional<LoginTicket>> claim = () -> claim(token);
            int successes = 0;
            for (Future<Optional<LoginTicket>> result : threads.invokeAll(
                    IntStream.range(0, 64).mapToObj(i -> claim).toList())) {
                successes += result.get().isPresent() ? 1 : 0;
            }
            assertThat(successes).isOne();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aTokenIsWorthlessForAnotherPurposeAndInAnotherRealm() {
        String token = issue();

        assertThat(tickets.claim(token, TicketPurpose.REQUIRED_ACTION, "realm")).isEmpty();
        assertThat(tickets.claim(token, TicketPurpose.SECOND_FACTOR, "other")).isEmpty();
        assertThat(find(token)).as("the refused attempts did not use it up").contains(TICKET);
    }

    @Test
    void aTokenHas256RandomBits() {
        List<String> tokens = IntStream.range(0, 1000).mapToObj(i -> issue()).toList();

        assertThat(tokens).doesNotHaveDuplicates().allMatch(token -> token.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void theStoreNeverHasTheToken() {
        String token = issue();

        assertThat(store.all.toString()).doesNotContain(token);
    }

    @Test
    void whatIsNoTokenOfOursIsNotEvenLookedUp() {
        for (String token : List.of("", "a", "a".repeat(44), "a".repeat(42) + "=", "ä".repeat(43))) {
            assertThat(find(token)).as(token).isEmpty();
        }
        assertThat(store.reads).isZero();
    }

    @Test
    void theStoreIsToldHowLongATicketLives() {
        issue();

        assertThat(store.lives).containsExactly(Duration.ofMinutes(10));
    }

    private String issue() {
        return tickets.issue(TICKET, Duration.ofMinutes(10));
    }

    private Optional<LoginTicket> find(String token) {
        return tickets.find(token, TicketPurpose.SECOND_FACTOR, "realm");
    }

    private Optional<LoginTicket> claim(String token) {
        return tickets.claim(token, TicketPurpose.SECOND_FACTOR, "realm");
    }

    private static final class MemoryStore implements TicketStore {
        private final Map<String, Map<String, String>> all = new HashMap<>();
        private final List<Duration> lives = new java.util.ArrayList<>();
        private int reads;

        @Override
        public synchronized void put(String key, Duration life, Map<String, String> notes) {
            all.put(key, notes);
            lives.add(life);
        }

        @Override
        public synchronized Optional<Map<String, String>> get(String key) {
            reads++;
            return Optional.ofNullable(all.get(key));
        }

        @Override
        public synchronized Optional<Map<String, String>> take(String key) {
            return Optional.ofNullable(all.remove(key));
        }
    }
}
