package dev.gatehouse.organization.keycloak.jpa;

import dev.gatehouse.organization.keycloak.domain.jpa.DomainClaim;
import dev.gatehouse.organization.keycloak.domain.jpa.ProvedDomain;
import dev.gatehouse.organization.keycloak.invitation.jpa.InvitationMailing;
import dev.gatehouse.organization.keycloak.invitation.jpa.SentInvitation;
import dev.gatehouse.organization.keycloak.projection.jpa.CheckRow;
import dev.gatehouse.organization.keycloak.projection.jpa.CountRow;
import dev.gatehouse.organization.keycloak.projection.jpa.DirectoryRow;
import dev.gatehouse.organization.keycloak.projection.jpa.WorkLockRow;
import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** The tables of this module, made and changed by its changelog. */
final class OrganizationTables implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(
                JoinedMember.class,
                InvitedRole.class,
                SentInvitation.class,
                InvitationMailing.class,
                DomainClaim.class,
                ProvedDomain.class,
                DirectoryRow.class,
                CountRow.class,
                CheckRow.class,
                WorkLockRow.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/gatehouse-organization-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return OrganizationTablesFactory.ID;
    }

    @Override
    public void close() {}
}
