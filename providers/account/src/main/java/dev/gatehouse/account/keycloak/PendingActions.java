package dev.gatehouse.account.keycloak;

import dev.gatehouse.account.AccountOutcome;
import dev.gatehouse.account.AccountOutcome.Status;
import dev.gatehouse.account.ActionOutcome;
import dev.gatehouse.account.LoginOutcome;
import dev.gatehouse.account.LoginOutcome.Refusal;
import dev.gatehouse.account.ProfileChange;
import dev.gatehouse.account.RequiredAction;
import dev.gatehouse.account.keycloak.registration.AddressVerification;
import dev.gatehouse.account.keycloak.registration.OwnProfile;
import dev.gatehouse.account.keycloak.registration.PasswordChange;
import dev.gatehouse.account.keycloak.registration.PasswordRules;
import dev.gatehouse.account.keycloak.registration.ProfileRules;
import dev.gatehouse.account.password.BrokenRule;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.authentication.requiredactions.TermsAndConditions;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * A login that is through but for something that the account has to do first. What is done uses the token up, and the login
 * goes on: to its tokens, or to the next action with a token of its own. What is refused leaves everything as it was.
 */
public final class PendingActions {
    private final KeycloakSession session;
    private final PendingLogin pending;
    private final FirstPartyLogin login;
    private final UserModel user;

    PendingActions(KeycloakSession session, PendingLogin pending, FirstPartyLogin login) {
        this.session = session;
        this.pending = pending;
        this.login = login;
        this.user = pending.user();
    }

    /** Whether the account has to do this, by its name in the contract. */
    public boolean isDue(String action) {
        return actions().stream().anyMatch(due -> due.name().equals(action));
    }

    /** Whether there is an address that was to be verified, and it is. */
    public boolean isAddressVerified() {
        return user.isEmailVerified();
    }

    public ActionOutcome updatePassword(String password) {
        List<BrokenRule> rules = new PasswordRules(session).brokenBy(user, password);
        if (!rules.isEmpty()) {
            return ActionOutcome.refused(AccountOutcome.refusedPassword(rules));
        }
        return once(() -> {
            PasswordChange change = new PasswordChange(session);
            if (!change.set(user, password, event())) {
                return ActionOutcome.refused(AccountOutcome.of(Status.READ_ONLY));
            }
            change.endSessions(user, null, event());
            change.tellOwner(user);
            return next(UserModel.RequiredAction.UPDATE_PASSWORD.name());
        });
    }

    /** Sends a link; once it was followed, asking again goes on. */
    public ActionOutcome verifyEmail() {
        if (user.isEmailVerified()) {
            return once(() -> next(UserModel.RequiredAction.VERIFY_EMAIL.name()));
        }
        String address = user.getEmail();
        if (address != null && new AddressVerification(session).send(user, address)) {
            event().event(EventType.SEND_VERIFY_EMAIL)
                    .detail(Details.EMAIL, address)
                    .success();
        }
        return ActionOutcome.goesOn(new LoginOutcome.ActionsDue(pending.token(), actions()));
    }

    public ActionOutcome updateProfile(String action, ProfileChange change) {
        OwnProfile profile = new OwnProfile(new ProfileRules(session), new AddressVerification(session), user);
        AccountOutcome check = profile.check(change);
        if (!check.isDone()) {
            return ActionOutcome.refused(check);
        }
        return once(() -> {
            profile.update(change, event());
            return next(action.toUpperCase(Locale.ROOT));
        });
    }

    public ActionOutcome acceptTerms() {
        return once(() -> {
            user.setSingleAttribute(TermsAndConditions.USER_ATTRIBUTE, Long.toString(Time.currentTimeMillis() / 1000));
            event().event(EventType.CUSTOM_REQUIRED_ACTION)
                    .detail(Details.CUSTOM_REQUIRED_ACTION, TermsAndConditions.PROVIDER_ID)
                    .success();
            return next(TermsAndConditions.PROVIDER_ID);
        });
    }

    /** Of several who use one token at the same moment, one gets to do it. */
    private ActionOutcome once(Supplier<ActionOutcome> work) {
        return login.claim(pending) ? work.get() : ActionOutcome.goesOn(new LoginOutcome.Refused(Refusal.TICKET));
    }

    private ActionOutcome next(String done) {
        user.removeRequiredAction(done);
        pending.login().removeRequiredAction(done);
        return ActionOutcome.goesOn(login.goOn(pending));
    }

    private List<RequiredAction> actions() {
        return Stream.concat(user.getRequiredActionsStream(), pending.login().getRequiredActions().stream())
                .distinct()
                .map(RequiredAction::of)
                .toList();
    }

    private EventBuilder event() {
        return new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .client(pending.login().getClient())
                .user(user);
    }
}
