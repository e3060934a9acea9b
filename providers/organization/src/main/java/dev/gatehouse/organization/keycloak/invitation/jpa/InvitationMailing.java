package dev.gatehouse.organization.keycloak.invitation.jpa;

import dev.gatehouse.organization.invitation.MailAllowance;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How often an organization wrote to an address lately. Outlives the invitation, or taking it back and inviting anew
 * would be a way around the limit; holds the address only as a digest, and is forgotten after a day.
 */
@Entity
@Table(name = "GATEHOUSE_INVITATION_MAIL")
@IdClass(InvitationMailing.Key.class)
public class InvitationMailing {

    @Id
    @Column(name = "ORGANIZATION_ID")
    private @Nullable String organizationId;

    @Id
    @Column(name = "ADDRESS_DIGEST")
    private @Nullable String addressDigest;

    @Column(name = "SENT")
    private int sent;

    @Column(name = "SINCE")
    private long since;

    @Column(name = "LAST_AT")
    private long lastAt;

    protected InvitationMailing() {}

    InvitationMailing(String organizationId, String addressDigest, MailAllowance allowance) {
        this.organizationId = organizationId;
        this.addressDigest = addressDigest;
        set(allowance);
    }

    MailAllowance allowance() {
        return new MailAllowance(sent, since, lastAt);
    }

    final void set(MailAllowance allowance) {
        sent = allowance.sent();
        since = allowance.since();
        lastAt = allowance.last();
    }

    /** The columns that are a row's identity. */
    record Key(@Nullable String organizationId, @Nullable String addressDigest) implements Serializable {}
}
