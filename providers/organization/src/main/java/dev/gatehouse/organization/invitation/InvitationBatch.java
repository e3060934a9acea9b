package dev.gatehouse.organization.invitation;

import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.FieldCode;
import dev.gatehouse.organization.NewInvitation;
import java.util.List;

/**
 * Several invitations at once, each of which is answered by itself.
 *
 * @param entries in the order in which they were sent, the malformed ones included
 */
public record InvitationBatch(List<Checked<NewInvitation>> entries) {

    public static final int MAXIMUM = 100;

    public InvitationBatch {
        entries = List.copyOf(entries);
    }

    /** One invitation is a batch too. */
    public static InvitationBatch of(NewInvitation invitation) {
        return new InvitationBatch(List.of(Checked.good(invitation)));
    }

    /** 1 to {@value #MAXIMUM} of them; what is wrong with a single one is its own matter. */
    public static Checked<InvitationBatch> check(List<Checked<NewInvitation>> entries) {
        return entries.isEmpty() || entries.size() > MAXIMUM
                ? Checked.bad("/invitations", FieldCode.LENGTH, "Must be 1 to " + MAXIMUM + ".")
                : Checked.good(new InvitationBatch(entries));
    }

    /** The addresses of the well-formed entries. */
    public List<String> addresses() {
        return entries.stream()
                .filter(Checked::isGood)
                .map(entry -> entry.value().email().value())
                .distinct()
                .toList();
    }
}
