package dev.gatehouse.organization.keycloak.invitation.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What stands beside one of Keycloak's invitations. Holds only the digest of its token. It goes when the invitation goes. */
@Entity
@Table(name = "GATEHOUSE_INVITATION")
public class SentInvitation {

    @Id
    @Column(name = "INVITATION_ID")
    private @Nullable String invitationId;

    @Column(name = "DIGEST")
    private @Nullable String digest;

    @Column(name = "INVITER_ID")
    private @Nullable String inviterId;

    /** Whether the realm's administration stands behind the roles. */
    @Column(name = "VOUCHED")
    private boolean vouched;

    @Column(name = "MESSAGE")
    private @Nullable String message;

    protected SentInvitation() {}

    SentInvitation(
            String invitationId, String digest, @Nullable String inviterId, boolean vouched, @Nullable String message) {
        this.invitationId = invitationId;
        this.digest = digest;
        this.inviterId = inviterId;
        this.vouched = vouched;
        this.message = message;
    }
}
