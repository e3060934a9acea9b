package dev.gatehouse.organization.keycloak.invitation;

import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.organization.invitation.InvitationToken;
import dev.gatehouse.organization.invitation.OneLine;
import dev.gatehouse.organization.keycloak.invitation.jpa.InvitationQueries;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/** Sends the e-mail that carries an invitation's link, in the language of whoever gets it as far as it is known. */
final class InvitationMail {

    private final KeycloakSession session;
    private final InvitationLinks links;

    InvitationMail(KeycloakSession session, InvitationLinks links) {
        this.session = session;
        this.links = links;
    }

    /**
     * Queues the mail; it leaves after the commit. The same is done for an address with an account and one without, in the
     * same time: an account that had to be loaded would tell itself.
     */
    void send(OrganizationModel organization, String address, InvitationToken token, Duration lifespan, Letter letter)
            throws EmailException {
        RealmModel realm = session.getContext().getRealm();
        UserModel recipient = new InMemoryUserAdapter(session, realm, null);
        recipient.setEmail(address);
        InvitationQueries.of(EntityManagers.of(session))
                .language(realm.getId(), address)
                .ifPresent(language -> recipient.setSingleAttribute(UserModel.LOCALE, language));
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(recipient)
                .setAttribute(Letter.ATTRIBUTE, letter)
                .sendOrgInviteEmail(organization, links.link(token), lifespan.toMinutes());
    }

    /**
     * What stands in the mail beside the organization and the link.
     *
     * @param inviter the name of a person, empty if none is known
     * @param roles by name
     */
    record Letter(
            String inviter, List<String> roles, @Nullable String message) {

        static final String ATTRIBUTE = "gatehouse.invitation";

        /** That of an invitation without an inviter of ours. */
        static final Letter PLAIN = new Letter("", List.of(), null);

        static Letter of(@Nullable UserModel inviter, Collection<String> roles, @Nullable String message) {
            return new Letter(
                    inviter == null ? "" : OneLine.of(inviter.getFirstName(), inviter.getLastName()),
                    List.copyOf(roles),
                    message);
        }
    }
}
