package dev.gatehouse.organization.keycloak.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A role that awaits whoever accepts one of Keycloak's invitations. It goes when the invitation goes. */
@Entity
@Table(name = "GATEHOUSE_INVITED_ROLE")
@IdClass(InvitedRole.Key.class)
public class InvitedRole {

    @Id
    @Column(name = "INVITATION_ID")
    private @Nullable String invitationId;

    @Id
    @Column(name = "ROLE_NAME")
    private @Nullable String roleName;

    protected InvitedRole() {}

    public InvitedRole(String invitationId, String roleName) {
        this.invitationId = invitationId;
        this.roleName = roleName;
    }

    /** The columns that are a row's identity. */
    record Key(@Nullable String invitationId, @Nullable String roleName) implements Serializable {}
}
