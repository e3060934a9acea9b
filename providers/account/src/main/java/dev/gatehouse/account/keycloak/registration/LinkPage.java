package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.account.AccountOutcome;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.locale.LocaleUpdaterProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Where the links of our mails lead while no application has pages of its own for them. To look at it changes nothing, since
 * mail programs look at every link; the button sends a form with the token, which nobody else's page can know.
 */
public final class LinkPage {
    /** What a link is about. */
    enum Kind {
        VERIFY_EMAIL,
        RESET_PASSWORD
    }

    private static final String TEMPLATE = "account-link.ftl";

    private final KeycloakSession session;
    private final Kind kind;

    LinkPage(KeycloakSession session, Kind kind) {
        this.session = session;
        this.kind = kind;
    }

    /** Shows what the link is about. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response show(
            @QueryParam("token") @Nullable String token,
            @QueryParam(LocaleSelectorProvider.KC_LOCALE_PARAM) @Nullable String language) {
        if (language != null) {
            // What the choice of languages on the page asks for; Keycloak passes over one that the realm does not
            // speak.
            session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, language);
            session.getProvider(LocaleUpdaterProvider.class).updateLocaleCookie(language);
        }
        return form(token == null ? "" : token, "");
    }

    /** Does it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response follow(@FormParam("token") @Nullable String sent, @FormParam("password") @Nullable String typed) {
        String token = sent == null ? "" : sent;
        String password = typed == null ? "" : typed;
        AccountOutcome outcome = switch (kind) {
            case VERIFY_EMAIL -> new AddressVerification(session).verify(token, password);
            case RESET_PASSWORD -> new PasswordRecovery(session).reset(token, password);
        };
        return switch (outcome.status()) {
            case DONE -> page(200, "done", token, "");
            case TOKEN -> page(410, "gone", token, "");
            case PASSWORD_MISSING -> form(token, "accountPagePasswordMissing");
            case PASSWORD_WRONG -> form(token, "accountPagePasswordWrong");
            case PASSWORD_POLICY -> form(token, "accountPagePasswordPolicy");
            case TAKEN -> form(token, "accountPageTaken");
            case CLOSED, INVALID, NOT_ADMITTED, READ_ONLY -> form(token, "accountPageRefused");
        };
    }

    private Response form(String token, String error) {
        boolean isGood = switch (kind) {
            case VERIFY_EMAIL -> new AddressVerification(session).isGood(token);
            case RESET_PASSWORD -> new PasswordRecovery(session).isGood(token);
        };
        return isGood ? page(200, "form", token, error) : page(410, "gone", token, "");
    }

    private Response page(int status, String state, String token, String error) {
        boolean asksPassword = kind == Kind.RESET_PASSWORD || new AddressVerification(session).isOfRegistration(token);
        return session.getProvider(LoginFormsProvider.class)
                .setStatus(Response.Status.fromStatusCode(status))
                .setResponseHeader("Cache-Control", "no-store")
                .setResponseHeader("Referrer-Policy", "no-referrer")
                .setAttribute("linkKind", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .setAttribute("linkState", state)
                .setAttribute("linkToken", token)
                .setAttribute("linkError", error)
                .setAttribute("linkAsksPassword", asksPassword)
                .createForm(TEMPLATE);
    }
}
