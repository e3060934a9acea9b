package dev.gatehouse.organization.keycloak.invitation;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.invitation.InvitationToken;
import dev.gatehouse.organization.invitation.OneLine;
import dev.gatehouse.organization.keycloak.invitation.InvitationMail.Letter;
import dev.gatehouse.organization.keycloak.invitation.jpa.InvitationQueries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.keycloak.email.EmailException;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationInvitationModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Keycloak's e-mails, but for the invitation, which is ours: with the inviter's name and words, and a link whose token is
 * stored nowhere.
 *
 * <p>Every invitation's mail comes through here, so this is where one made in the admin console becomes one of ours: its
 * signed link is dropped from the row, where it would lie in clear for a week, and never leaves the server.
 */
final class InvitationEmails extends FreeMarkerEmailTemplateProvider {

    private final RandomGenerator random;

    InvitationEmails(KeycloakSession session, RandomGenerator random) {
        super(session);
        this.random = random;
    }

    @Override
    public void sendOrgInviteEmail(OrganizationModel organization, String link, long expirationInMinutes)
            throws EmailException {
        if (!EnabledRealm.isEnabled(realm)) {
            super.sendOrgInviteEmail(organization, link, expirationInMinutes);
            return;
        }
        Letter letter = Letter.PLAIN;
        String own = link;
        if (attributes.get(Letter.ATTRIBUTE) instanceof Letter ours) {
            letter = ours;
        } else {
            own = adopted(organization, link);
        }
        Map<String, Object> values = new HashMap<>(attributes);
        addLinkInfoIntoAttributes(own, expirationInMinutes, values);
        String name = OneLine.of(organization.getName());
        values.put("organizationName", name);
        values.put("inviterName", letter.inviter());
        values.put("invitedRoles", letter.roles());
        String message = letter.message();
        values.put(
                "invitationLines", message == null ? List.of() : message.lines().toList());
        send("invitationSubject", List.of(name), "organization-invitation.ftl", values);
    }

    private String adopted(OrganizationModel organization, String link) {
        OrganizationInvitationModel invitation = session.getProvider(OrganizationProvider.class)
                .getInvitationManager()
                .getByEmail(organization, user.getEmail());
        if (invitation == null) {
            return link;
        }
        InvitationLinks links = new InvitationLinks(session);
        InvitationToken token = InvitationToken.create(random);
        invitation.setInviteLink(null);
        InvitationQueries.of(EntityManagers.of(session))
                .keep(invitation.getId(), links.digest(token), null, false, null, List.of());
        return links.link(token);
    }
}
