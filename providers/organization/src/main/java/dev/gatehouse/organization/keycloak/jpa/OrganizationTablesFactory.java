package dev.gatehouse.organization.keycloak.jpa;

import dev.gatehouse.foundation.keycloak.jpa.ModuleTablesFactory;
import dev.gatehouse.organization.keycloak.domain.jpa.DomainClaim;
import dev.gatehouse.organization.keycloak.domain.jpa.ProvedDomain;
import dev.gatehouse.organization.keycloak.invitation.jpa.InvitationMailing;
import dev.gatehouse.organization.keycloak.invitation.jpa.SentInvitation;
import dev.gatehouse.organization.keycloak.projection.jpa.CheckRow;
import dev.gatehouse.organization.keycloak.projection.jpa.CountRow;
import dev.gatehouse.organization.keycloak.projection.jpa.DirectoryRow;
import dev.gatehouse.organization.keycloak.projection.jpa.WorkLockRow;
import java.util.List;

/** Keycloak's door to the tables of organizations. */
public final class OrganizationTablesFactory extends ModuleTablesFactory {
    public OrganizationTablesFactory() {
        super(
                "gatehouse-organization",
                "META-INF/gatehouse-organization-changelog.xml",
                List.of(
                        JoinedMember.class,
                        InvitedRole.class,
                        SentInvitation.class,
                        InvitationMailing.class,
                        DomainClaim.class,
                        ProvedDomain.class,
                        DirectoryRow.class,
                        CountRow.class,
                        CheckRow.class,
                        WorkLockRow.class));
    }
}
