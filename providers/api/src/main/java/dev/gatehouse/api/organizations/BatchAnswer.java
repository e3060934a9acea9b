package dev.gatehouse.api.organizations;

import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.invitation.Invitation;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The answer to several invitations: one for each, in their order. */
record BatchAnswer(List<Item> items) {

    /** Either what was made, or why it was not. */
    record Item(
            @Nullable String email,
            @Nullable InvitationAnswer invitation,
            @Nullable Map<String, Object> problem) {}

    static BatchAnswer of(List<InviteRequest.Entry> entries, List<Outcome<Invitation>> outcomes) {
        return new BatchAnswer(IntStream.range(0, entries.size())
                .mapToObj(at -> item(entries.get(at).email(), outcomes.get(at)))
                .toList());
    }

    private static Item item(@Nullable String email, Outcome<Invitation> outcome) {
        return outcome.isDone()
                ? new Item(email, InvitationAnswer.of(outcome.get()), null)
                : new Item(email, null, OrganizationProblems.of(outcome).part());
    }
}
