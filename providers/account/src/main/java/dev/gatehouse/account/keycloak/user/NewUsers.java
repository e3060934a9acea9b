package dev.gatehouse.account.keycloak.user;

import dev.gatehouse.account.profile.NewUser;
import dev.gatehouse.account.profile.PasswordFault;
import dev.gatehouse.account.profile.ProfileFault;
import dev.gatehouse.account.profile.ProfileField;
import dev.gatehouse.account.profile.ProfileOutcome;
import dev.gatehouse.account.profile.ProfileVerdict;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.Caller;
import dev.gatehouse.organization.OrganizationRole;
import dev.gatehouse.organization.Outcome;
import dev.gatehouse.organization.Verdict;
import dev.gatehouse.organization.keycloak.Organizations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PolicyError;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * Makes accounts for other people: an administrator of the realm any, who manages the members of an organization those of
 * the domains that it proved to be its own. A refusal leaves nothing behind.
 */
public final class NewUsers {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminAuth actor;

    public NewUsers(KeycloakSession session, AdminAuth actor) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.actor = actor;
    }

    /**
     * What came of it.
     *
     * @param id of the new user, where there is one
     * @param refused where it is not the profile that was refused
     */
    public record Result(
            @Nullable String id,
            ProfileOutcome profile,
            @Nullable Outcome<?> refused) {
        static Result refused(Outcome<?> outcome) {
            return new Result(null, ProfileOutcome.DONE, outcome);
        }

        static Result refused(ProfileOutcome outcome) {
            return new Result(null, outcome, null);
        }
    }

    public Result create(Caller caller, NewUser wanted) {
        String organizationId = wanted.organizationId();
        if (organizationId == null) {
            return caller.managesAccounts()
                    ? create(caller, wanted, Set.of())
                    : Result.refused(Outcome.refused(Verdict.FORBIDDEN));
        }
        Organizations organizations = Organizations.of(session);
        if (!organizations.areAvailable()) {
            return Result.refused(Outcome.refused(Verdict.HIDDEN));
        }
        Outcome<Set<OrganizationRole>> roles =
                organizations.members().mayAdmit(caller, organizationId, wanted.email(), wanted.roles());
        return roles.isDone() ? create(caller, wanted, roles.get()) : Result.refused(roles);
    }

    private Result create(Caller caller, NewUser wanted, Set<OrganizationRole> roles) {
        if (!caller.managesAccounts()) {
            List<FieldError> errors = beyondTheirs(wanted);
            if (!errors.isEmpty()) {
                return Result.refused(new ProfileOutcome(ProfileVerdict.UNFIT, errors));
            }
        }
        Map<String, List<String>> attributes = new HashMap<>(wanted.attributes());
        attributes.put(UserModel.USERNAME, List.of(wanted.usernameOrEmail()));
        List<FieldError> unknown = unknown(attributes);
        if (!unknown.isEmpty()) {
            return Result.refused(new ProfileOutcome(ProfileVerdict.UNFIT, unknown));
        }
        List<UserModel> made = new ArrayList<>();
        ProfileOutcome profile = new Profiles(session, false)
                .guarded(() -> made.add(provider()
                        .create(UserProfileContext.USER_API, attributes)
                        .create()));
        if (!profile.isDone()) {
            return Result.refused(profile);
        }
        UserModel user = made.get(0);
        user.setEnabled(true);
        ProfileOutcome password = password(user, wanted.temporaryPassword());
        if (!password.isDone()) {
            session.getTransactionManager().setRollbackOnly();
            return Result.refused(password);
        }
        new AdminEventBuilder(realm, actor, session, session.getContext().getConnection())
                .resource(ResourceType.USER)
                .operation(OperationType.CREATE)
                .resourcePath("users", user.getId())
                .success();
        String organizationId = wanted.organizationId();
        if (organizationId != null) {
            Outcome<?> joined = Organizations.of(session).members().admit(caller, organizationId, user, roles);
            if (!joined.isDone()) {
                return Result.refused(joined);
            }
        }
        return !wanted.sendInvitation() || invite(user)
                ? new Result(user.getId(), ProfileOutcome.DONE, null)
                : Result.refused(Outcome.refused(Verdict.UNDELIVERABLE));
    }

    /** What only an administrator of the realm may say about somebody: a username could be anybody's. */
    private List<FieldError> beyondTheirs(NewUser wanted) {
        List<FieldError> errors = new ArrayList<>();
        if (wanted.username() != null && !wanted.username().equalsIgnoreCase(wanted.email())) {
            errors.add(ProfileFault.readOnly(ProfileField.USERNAME.pointer()));
        }
        Attributes theirs = provider()
                .create(UserProfileContext.REGISTRATION, wanted.attributes())
                .getAttributes();
        wanted.attributes().keySet().stream()
                .filter(theirs::isReadOnly)
                .forEach(name -> errors.add(ProfileFault.readOnly(pointer(name))));
        return errors;
    }

    private List<FieldError> unknown(Map<String, List<String>> attributes) {
        Attributes known =
                provider().create(UserProfileContext.USER_API, attributes).getAttributes();
        return attributes.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new FieldError(
                        pointer(name), "unknown", ProfileFault.unknown(name).message()))
                .toList();
    }

    private static String pointer(String attribute) {
        return attribute.equals(NewUser.PHONE_NUMBER) ? "/phone_number" : ProfileField.pointerOf(attribute);
    }

    private ProfileOutcome password(UserModel user, @Nullable String temporary) {
        if (temporary == null) {
            return ProfileOutcome.DONE;
        }
        PolicyError refusal =
                session.getProvider(PasswordPolicyManagerProvider.class).validate(realm, user, temporary);
        if (refusal != null) {
            return ProfileOutcome.refused(
                    ProfileVerdict.WEAK_PASSWORD, PasswordFault.at("/temporary_password", refusal.getMessage()));
        }
        user.credentialManager().updateCredential(UserCredentialModel.password(temporary));
        user.addRequiredAction(RequiredAction.UPDATE_PASSWORD);
        return ProfileOutcome.DONE;
    }

    /** The mail by which Keycloak's administrators have somebody set a password: whoever gets it has the address. */
    private boolean invite(UserModel user) {
        int seconds = realm.getActionTokenGeneratedByAdminLifespan();
        ExecuteActionsActionToken token = new ExecuteActionsActionToken(
                user.getId(),
                user.getEmail(),
                Math.toIntExact(Time.currentTimeMillis() / 1000) + seconds,
                List.of(RequiredAction.UPDATE_PASSWORD.name(), RequiredAction.VERIFY_EMAIL.name()),
                null,
                Objects.requireNonNull(session.getContext().getClient()).getClientId());
        String link = LoginActionsService.actionTokenProcessor(
                        session.getContext().getUri())
                .queryParam(
                        "key",
                        token.serialize(session, realm, session.getContext().getUri()))
                .build(realm.getName())
                .toString();
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setAttribute(Constants.TEMPLATE_ATTR_REQUIRED_ACTIONS, token.getRequiredActions())
                    .setAttribute(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true)
                    .setRealm(realm)
                    .setUser(user)
                    .sendExecuteActions(link, TimeUnit.SECONDS.toMinutes(seconds));
            return true;
        } catch (EmailException undeliverable) {
            session.getTransactionManager().setRollbackOnly();
            return false;
        }
    }

    private UserProfileProvider provider() {
        return session.getProvider(UserProfileProvider.class);
    }
}
