package dev.gatehouse.account.keycloak.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.account.erasure.Erasure;
import dev.gatehouse.account.erasure.ErasureVerdict;
import dev.gatehouse.account.keycloak.jpa.AccountTablesFactory;
import dev.gatehouse.account.keycloak.jpa.UserQueries;
import dev.gatehouse.account.preference.Preferences;
import dev.gatehouse.account.profile.Profile;
import dev.gatehouse.account.profile.ProfileChange;
import dev.gatehouse.account.profile.ProfileFault;
import dev.gatehouse.account.profile.ProfileField;
import dev.gatehouse.account.profile.ProfileOutcome;
import dev.gatehouse.account.profile.UserDashboard;
import dev.gatehouse.account.security.AccountState;
import dev.gatehouse.account.security.LoginAttempt;
import dev.gatehouse.account.security.SecurityAdvice;
import dev.gatehouse.events.ActivityEntry;
import dev.gatehouse.events.ActivityFilter;
import dev.gatehouse.events.ActivityPosition;
import dev.gatehouse.events.ActivityStore;
import dev.gatehouse.events.Outcome;
import dev.gatehouse.events.keycloak.Activities;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.mfa.HeldFactors;
import dev.gatehouse.mfa.keycloak.OwnFactors;
import dev.gatehouse.organization.Affiliation;
import dev.gatehouse.organization.Checked;
import dev.gatehouse.organization.EmailAddress;
import dev.gatehouse.organization.keycloak.Affiliations;
import dev.gatehouse.organization.keycloak.Organizations;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.Profile.Feature;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.storage.StorageId;
import org.keycloak.userprofile.EventAuditingAttributeChangeListener;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/** One account, for its owner or for an administrator of the realm, who may see and write other things. */
public final class UserAccount {
    private static final String LOGIN = "user.login";
    private static final int LAST_LOGINS = 5;
    private static final int ATTEMPTS = 100;
    private static final int RECENT = 10;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final @Nullable AdminAuth administrator;
    private final Profiles profiles;
    private final UserQueries queries;
    private final Clock clock;

    private UserAccount(KeycloakSession session, UserModel user, @Nullable AdminAuth administrator, Clock clock) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
        this.administrator = administrator;
        this.profiles = new Profiles(session, administrator == null);
        this.queries = UserQueries.of(session);
        this.clock = clock;
    }

    public static UserAccount ofOwner(KeycloakSession session, UserModel user, Clock clock) {
        return new UserAccount(session, user, null, clock);
    }

    public static UserAccount ofAdministrator(
            KeycloakSession session, UserModel user, AdminAuth administrator, Clock clock) {
        return new UserAccount(session, user, administrator, clock);
    }

    public String id() {
        return user.getId();
    }

    /** Whether the person acts on their own account. */
    public boolean isOwners() {
        return administrator == null;
    }

    public Profile profile() {
        Map<String, List<String>> readable = profiles.readable(user);
        Belonging belonging = belonging();
        return new Profile(
                user.getId(),
                Profiles.fields(readable),
                user.isEmailVerified(),
                Profiles.attributes(readable),
                factors(),
                belonging.first(),
                belonging.count(),
                instant(user.getCreatedTimestamp()),
                activities()
                        .last(realm.getId(), user.getId(), LOGIN, Outcome.SUCCESS)
                        .orElse(null));
    }

    /** Whether the change is for another e-mail address than the account has. */
    public boolean changesAddress(ProfileChange change) {
        return change.value(ProfileField.EMAIL)
                .filter(address -> !EmailAddress.areSame(address, user.getEmail()))
                .isPresent();
    }

    /**
     * Changes the profile. An address that the owner wants counts once whoever reads its mail has said so; that somebody
     * else has it makes no difference to what is seen. One that an administrator sets is not verified.
     */
    public ProfileOutcome change(ProfileChange change) {
        Optional<String> address = changesAddress(change) ? change.value(ProfileField.EMAIL) : Optional.empty();
        if (isOwners()) {
            return changeOwn(change.without(ProfileField.EMAIL), address.orElse(null));
        }
        ProfileOutcome outcome = profiles.change(
                user, address.isPresent() ? change : change.without(ProfileField.EMAIL), (name, who, before) -> {});
        if (outcome.isDone()) {
            if (address.isPresent()) {
                user.setEmailVerified(false);
            }
            note(OperationType.UPDATE);
        }
        return outcome;
    }

    private ProfileOutcome changeOwn(ProfileChange change, @Nullable String address) {
        List<ProfileFault> faults = address == null ? List.of() : profiles.faultsOfAddress(user, address);
        boolean taken = !faults.isEmpty() && faults.stream().allMatch(ProfileFault::isTakenAddress);
        if (!faults.isEmpty() && !taken) {
            return ProfileFault.outcome(
                    faults.stream().filter(fault -> !fault.isTakenAddress()).toList());
        }
        if (!change.fields().isEmpty() || !change.attributes().isEmpty()) {
            EventBuilder event =
                    event(EventType.UPDATE_PROFILE).detail(Details.CONTEXT, UserProfileContext.ACCOUNT.name());
            ProfileOutcome outcome = profiles.change(
                    user,
                    change,
                    new EventAuditingAttributeChangeListener(
                            session.getProvider(UserProfileProvider.class).create(UserProfileContext.ACCOUNT, user),
                            event));
            if (!outcome.isDone()) {
                return outcome;
            }
            event.success();
        }
        if (address != null && !taken) {
            new KeycloakAddressChange(session, realm, user).request(address);
        }
        return ProfileOutcome.DONE;
    }

    public Preferences preferences() {
        return stored(queries.preferences().find(realm.getId(), user.getId()));
    }

    /**
     * Changes the preferences, one change at a time.
     *
     * @param asKnown whether they still are what the client has seen
     * @return empty if they are not
     */
    public Optional<Checked<Preferences>> changePreferences(Predicate<Preferences> asKnown, ObjectNode patch) {
        Preferences before = stored(queries.preferences().hold(realm.getId(), user.getId()));
        if (!asKnown.test(before)) {
            return Optional.empty();
        }
        Checked<Preferences> changed = before.patched(patch, locales());
        if (changed.isGood()) {
            keep(before, changed.value());
        }
        return Optional.of(changed);
    }

    private void keep(Preferences before, Preferences after) {
        queries.preferences().save(realm.getId(), user.getId(), after.text());
        if (!after.locale().equals(before.locale())) {
            after.locale()
                    .ifPresentOrElse(
                            locale -> user.setSingleAttribute(UserModel.LOCALE, locale),
                            () -> user.removeAttribute(UserModel.LOCALE));
        }
        if (!after.preferredMethod().equals(before.preferredMethod())) {
            factors().factors().stream()
                    .filter(factor -> after.preferredMethod()
                            .filter(factor.type().wireName()::equals)
                            .isPresent())
                    .findFirst()
                    .ifPresent(factor -> user.credentialManager().moveStoredCredentialTo(factor.id(), null));
        }
        if (!isOwners()) {
            note(OperationType.UPDATE);
        }
    }

    private Preferences stored(String document) {
        return Preferences.stored(
                document,
                StorageId.isLocalStorage(user.getId())
                        ? queries.locale(user.getId()).orElse(null)
                        : user.getFirstAttribute(UserModel.LOCALE));
    }

    private Set<String> locales() {
        return realm.isInternationalizationEnabled()
                ? realm.getSupportedLocalesStream().collect(Collectors.toSet())
                : Set.of();
    }

    /** @param after the key of the page before, empty for the first */
    public Page<ActivityEntry> activity(ActivityFilter filter, String after, int limit) {
        return Page.of(
                activities()
                        .ofUser(
                                realm.getId(),
                                user.getId(),
                                filter,
                                ActivityPosition.parse(after).orElse(null),
                                limit + 1),
                limit,
                entry -> entry.position().text());
    }

    /** The same number of statements whatever there is. */
    public UserDashboard dashboard() {
        Belonging belonging = belonging();
        HeldFactors factors = factors();
        long sessions = sessions();
        List<ActivityEntry> logins = activities()
                .ofUser(realm.getId(), user.getId(), new ActivityFilter(Set.of(LOGIN), null, null), null, ATTEMPTS);
        AccountState state = new AccountState(
                factors.types(),
                factors.backupCodesLeft(),
                passwordChangedAt(),
                user.getEmail() != null,
                user.isEmailVerified(),
                sessions,
                logins.stream()
                        .map(line -> new LoginAttempt(line.time(), line.outcome() == Outcome.SUCCESS, line.ipAddress()))
                        .toList());
        return new UserDashboard(
                profiles.completeness(user),
                belonging.first(),
                belonging.count(),
                factors,
                sessions,
                logins.subList(0, Math.min(LAST_LOGINS, logins.size())),
                activities().ofUser(realm.getId(), user.getId(), ActivityFilter.ALL, null, RECENT),
                SecurityAdvice.of(state, clock.instant()));
    }

    /** To be written when the request's transaction is over. */
    public DataExport export() {
        return new DataExport(session.getKeycloakSessionFactory(), realm.getId(), user.getId(), clock.instant());
    }

    /** Has the account erased by the next run of the work, unless an organization would be left without an owner. */
    public ErasureVerdict erase() {
        Organizations organizations = Organizations.of(session);
        if (organizations.areAvailable() && organizations.affiliations().isLastOwnerAnywhere(user.getId())) {
            return ErasureVerdict.LAST_OWNER;
        }
        queries.erasures().add(new Erasure(realm.getId(), user.getId()), clock.instant());
        if (!isOwners()) {
            note(OperationType.DELETE);
        }
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                AccountTablesFactory.wake(factory);
            }

            @Override
            protected void rollbackImpl() {}
        });
        return ErasureVerdict.ACCEPTED;
    }

    private HeldFactors factors() {
        return OwnFactors.heldBy(session, realm, user);
    }

    private @Nullable Instant passwordChangedAt() {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findFirst()
                .map(password -> instant(password.getCreatedDate()))
                .orElse(null);
    }

    private long sessions() {
        if (!org.keycloak.common.Profile.isFeatureEnabled(Feature.PERSISTENT_USER_SESSIONS)) {
            return session.sessions().getUserSessionsStream(realm, user).count();
        }
        Instant now = clock.instant();
        int idle = Math.max(realm.getSsoSessionIdleTimeout(), realm.getSsoSessionIdleTimeoutRememberMe());
        int most = Math.max(realm.getSsoSessionMaxLifespan(), realm.getSsoSessionMaxLifespanRememberMe());
        return queries.sessions(realm.getId(), user.getId(), now.minusSeconds(idle), now.minusSeconds(most));
    }

    private Belonging belonging() {
        Organizations organizations = Organizations.of(session);
        if (!organizations.areAvailable()) {
            return new Belonging(List.of(), 0);
        }
        Affiliations affiliations = organizations.affiliations();
        return new Belonging(
                affiliations.page(user.getId(), "", Profile.MOST_ORGANIZATIONS).items(),
                affiliations.count(user.getId()));
    }

    private ActivityStore activities() {
        return Activities.of(session);
    }

    private EventBuilder event(EventType type) {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .event(type)
                .client(session.getContext().getClient())
                .user(user);
    }

    private void note(OperationType operation) {
        if (administrator != null) {
            new AdminEventBuilder(
                            realm, administrator, session, session.getContext().getConnection())
                    .resource(ResourceType.USER)
                    .operation(operation)
                    .resourcePath("users", user.getId())
                    .success();
        }
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private record Belonging(List<Affiliation> first, long count) {}
}
