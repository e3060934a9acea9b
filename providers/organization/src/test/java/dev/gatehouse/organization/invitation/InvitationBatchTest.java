package dev.gatehouse.organization.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.NewInvitation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvitationBatchTest {

    @Test
    void oneToAHundredAreABatch() {
        assertThat(InvitationBatch.check(invitations(0)).isGood()).isFalse();
        assertThat(InvitationBatch.check(invitations(1)).isGood()).isTrue();
        assertThat(InvitationBatch.check(invitations(100)).isGood()).isTrue();
        assertThat(InvitationBatch.check(invitations(101)).errors())
                .extracting("pointer")
                .containsExactly("/invitations");
    }

    @Test
    void aMalformedOneSpoilsNoOther() {
        InvitationBatch batch = InvitationBatch.check(List.of(
                        NewInvitation.check("no address", null, null),
                        NewInvitation.check("Ann@Example.test", null, null),
                        NewInvitation.check("ann@example.test", null, null)))
                .value();
        assertThat(batch.entries()).hasSize(3);
        assertThat(batch.addresses()).containsExactly("ann@example.test");
    }

    private static List<Checked<NewInvitation>> invitations(int number) {
        return IntStream.range(0, number)
                .mapToObj(at -> NewInvitation.check("a" + at + "@example.test", null, null))
                .toList();
    }
}
