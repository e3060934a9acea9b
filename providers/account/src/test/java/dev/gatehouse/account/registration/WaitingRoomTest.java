package dev.gatehouse.account.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {
    @Test
    void nobodyGoesWhileThereIsRoom() {
        assertThat(WaitingRoom.surplus(List.of(Given.registration(1, "a"), Given.registration(2, "a")), 2))
                .isEmpty();
    }

    @Test
    void theOldestOfWhoeverHasTheMostGoesFirst() {
        List<WaitingRegistration> waiting = List.of(
                Given.registration(1, "owner"),
                Given.registration(2, "stranger"),
                Given.registration(3, "stranger"),
                Given.registration(4, "stranger"));

        assertThat(WaitingRoom.surplus(waiting, 2)).containsExactly(waiting.get(1), waiting.get(2));
    }

    @Test
    void aStrangerNeverDrivesTheOwnerOutHoweverOftenTheyCome() {
        List<WaitingRegistration> waiting = new ArrayList<>(List.of(Given.registration(0, "owner")));
        for (int second = 1; second < 100; second++) {
            waiting.add(Given.registration(second, "stranger"));
            waiting.removeAll(WaitingRoom.surplus(waiting, 5));
        }

        assertThat(waiting).hasSize(5).anyMatch(one -> one.source().equals("owner"));
        assertThat(waiting).contains(Given.registration(99, "stranger"));
    }

    @Test
    void amongEqualsTheNewestStay() {
        List<WaitingRegistration> waiting =
                List.of(Given.registration(2, "b"), Given.registration(1, "a"), Given.registration(3, "c"));

        assertThat(WaitingRoom.surplus(waiting, 2)).containsExactly(waiting.get(1));
    }
}
