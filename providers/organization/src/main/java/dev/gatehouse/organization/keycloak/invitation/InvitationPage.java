package dev.gatehouse.organization.keycloak.invitation;

import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.invitation.InvitationState;
import dev.gatehouse.organization.invitation.Membership;
import dev.gatehouse.organization.invitation.OneLine;
import dev.gatehouse.organization.invitation.Reception;
import dev.gatehouse.organization.invitation.Reception.Visitor;
import dev.gatehouse.organization.keycloak.invitation.jpa.InvitationRow;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.locale.LocaleUpdaterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Where the link of an invitation leads. To look at it changes nothing, since mail programs look at every link; each button
 * sends a form with the token, which nobody else's page can know.
 */
public final class InvitationPage {

    private static final String TEMPLATE = "organization-invitation.ftl";

    private final KeycloakSession session;
    private final Acceptance acceptance;
    private final InvitationLinks links;

    InvitationPage(KeycloakSession session, Acceptance acceptance) {
        this.session = session;
        this.acceptance = acceptance;
        this.links = new InvitationLinks(session);
    }

    /** Shows what the link is about, for whoever is logged in. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response show(
            @QueryParam("token") @Nullable String token,
            @QueryParam(InvitationLinks.NEXT) @Nullable String next,
            @QueryParam(LocaleSelectorProvider.KC_LOCALE_PARAM) @Nullable String language) {
        if (language != null) {
            // What the choice of languages on the page asks for; Keycloak passes over one that the realm does not
            // speak.
            session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, language);
            session.getProvider(LocaleUpdaterProvider.class).updateLocaleCookie(language);
        }
        return Optional.ofNullable(next)
                .flatMap(links::next)
                .map(destination -> Response.seeOther(destination).build())
                .orElseGet(() -> page(token == null ? "" : token, visitor()));
    }

    /** Does what was chosen. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response choose(@FormParam("token") @Nullable String sent, @FormParam("choice") @Nullable String choice) {
        String token = sent == null ? "" : sent;
        AuthResult visitor = visitor();
        Optional<InvitationRow> found = acceptance.find(token);
        if (found.isEmpty() || acceptance.state(found.get()) == InvitationState.EXPIRED || choice == null) {
            return page(token, visitor);
        }
        InvitationRow invitation = found.get();
        InvitationLogin login = new InvitationLogin(session, acceptance.clock());
        return switch (choice) {
            case "log-in" -> login.logIn(invitation, token);
            case "switch" -> login.switchAccount(visitor == null ? null : visitor.session(), invitation, token);
            case "register" -> login.register(invitation, links.leadingTo(destination(invitation)));
            case "accept" -> accept(invitation, token, visitor);
            default -> page(token, visitor);
        };
    }

    private Response accept(InvitationRow invitation, String token, @Nullable AuthResult visitor) {
        if (visitor == null) {
            return page(token, null);
        }
        Outcome<Membership> outcome = acceptance.claim(invitation, visitor.user());
        if (!outcome.isDone()) {
            return page(token, visitor);
        }
        return forms(200)
                .setAttribute("invitationState", "accepted")
                .setAttribute("organizationName", OneLine.of(outcome.get().name()))
                .setAttribute("invitedRoles", outcome.get().roles())
                .setAttribute("destination", destination(invitation))
                .createForm(TEMPLATE);
    }

    private Response page(String token, @Nullable AuthResult visitor) {
        Optional<InvitationRow> found = acceptance.find(token);
        OrganizationModel organization = found.map(acceptance::organization).orElse(null);
        if (found.isEmpty() || organization == null) {
            return forms(Response.Status.GONE.getStatusCode())
                    .setAttribute("invitationState", "gone")
                    .createForm(TEMPLATE);
        }
        InvitationRow row = found.get();
        UserModel user = visitor == null ? null : visitor.user();
        Reception reception = Reception.of(
                row.email(),
                acceptance.state(row),
                user == null ? null : new Visitor(user.getEmail(), user.isEmailVerified(), organization.isMember(user)),
                session.users().getUserByEmail(realm(), row.email()) != null);
        LoginFormsProvider forms = forms(reception == Reception.EXPIRED ? Response.Status.GONE.getStatusCode() : 200)
                .setAttribute(
                        "invitationState",
                        reception.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .setAttribute("organizationName", OneLine.of(organization.getName()))
                .setAttribute("destination", links.destination(organization));
        return reception == Reception.EXPIRED
                ? forms.createForm(TEMPLATE)
                : withInvitation(forms, row, token, user).createForm(TEMPLATE);
    }

    private LoginFormsProvider withInvitation(
            LoginFormsProvider forms, InvitationRow row, String token, @Nullable UserModel user) {
        String message = row.message();
        String inviterId = row.inviterId();
        UserModel inviter = inviterId == null ? null : session.users().getUserById(realm(), inviterId);
        return forms.setAttribute("invitationToken", token)
                .setAttribute("invitedAddress", row.email())
                .setAttribute("visitorName", user == null ? "" : OneLine.of(nameOf(user)))
                .setAttribute(
                        "inviterName", inviter == null ? "" : OneLine.of(inviter.getFirstName(), inviter.getLastName()))
                .setAttribute(
                        "invitationLines",
                        message == null ? List.of() : message.lines().toList())
                .setAttribute(
                        "invitedRoles",
                        acceptance.roles(row).stream()
                                .map(OrganizationRole::name)
                                .toList());
    }

    private LoginFormsProvider forms(int status) {
        return session.getProvider(LoginFormsProvider.class)
                .setStatus(Response.Status.fromStatusCode(status))
                .setResponseHeader("Cache-Control", "no-store")
                .setResponseHeader("Referrer-Policy", "no-referrer");
    }

    private String destination(InvitationRow invitation) {
        OrganizationModel organization = acceptance.organization(invitation);
        return organization == null ? "" : links.destination(organization);
    }

    private @Nullable AuthResult visitor() {
        return AuthenticationManager.authenticateIdentityCookie(session, realm(), true);
    }

    private static @Nullable String nameOf(UserModel user) {
        return user.getEmail() == null ? user.getUsername() : user.getEmail();
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
