package dev.gatehouse.mfa.keycloak.device;

import dev.gatehouse.foundation.keycloak.EnabledRealm;
import dev.gatehouse.mfa.device.DeviceKeys;
import dev.gatehouse.mfa.device.DeviceName;
import dev.gatehouse.mfa.device.DeviceOwner;
import dev.gatehouse.mfa.device.DeviceRules;
import dev.gatehouse.mfa.device.GrantedDevice;
import dev.gatehouse.mfa.device.TrustedDevice;
import dev.gatehouse.mfa.device.TrustedDevices;
import dev.gatehouse.mfa.keycloak.FactorRequirementsProvider;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.account.DeviceRepresentation;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The trusted devices of one user, for login pages and for those that speak HTTP. */
public final class UserDevices {

    /** Names the device in the event of a login that went by it. */
    public static final String DETAIL = "trusted_device";

    private static final String PRESENTED = "gatehouse.mfa.device";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final DeviceOwner owner;
    private final DeviceKeys keys;
    private final DeviceRules rules;
    private final boolean isOn;

    private UserDevices(KeycloakSession session, RealmModel realm, UserModel user, DeviceCredentialProvider provider) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.owner = new DeviceOwner(realm.getId(), user.getId());
        this.keys = new RealmDeviceKeys(session.keys(), realm);
        this.rules = provider.rules();
        this.isOn = provider.isOn() && EnabledRealm.isEnabled(realm);
    }

    public static UserDevices of(KeycloakSession session, RealmModel realm, UserModel user) {
        return new UserDevices(session, realm, user, (DeviceCredentialProvider)
                session.getProvider(CredentialProvider.class, DeviceCredentialProviderFactory.ID));
    }

    /** What the request brings along without a cookie, for as long as it lasts. */
    public static void present(KeycloakSession session, @Nullable String token) {
        session.setAttribute(PRESENTED, token);
    }

    /** Whether this user may come to trust devices: not where something asks for a second factor. */
    public boolean areAllowed() {
        return isOn && !FactorRequirementsProvider.requirement(session, user).required();
    }

    /** How long a device stays trusted, in days. */
    public long days() {
        return rules.settings().days();
    }

    /**
     * The device by which this login may go without a second factor. Never one for a login that was asked for more than a
     * password, nor for a user of whom something asks for a factor, nor where somebody is logged in already.
     */
    private Optional<TrustedDevice> standingIn(AuthenticationSessionModel login, @Nullable String token) {
        return Optional.ofNullable(token)
                .filter(given -> isOn)
                .flatMap(given -> devices().recognise(given))
                .filter(device -> new RequestedLogin(login)
                        .demands(FactorRequirementsProvider.requirement(session, user))
                        .allowDevice());
    }

    /** As {@link #standingIn}, with what {@link #present} was told. */
    public Optional<TrustedDevice> presented(AuthenticationSessionModel login) {
        return standingIn(login, session.getAttribute(PRESENTED, String.class));
    }

    /** As {@link #standingIn}, with what the browser keeps. */
    Optional<TrustedDevice> kept(AuthenticationSessionModel login) {
        List<TrustedDevice> found = isOn
                ? cookie().tokens().stream()
                        .flatMap(token -> standingIn(login, token).stream())
                        .toList()
                : List.of();
        return found.stream().findFirst().filter(device -> !isLoggedIn());
    }

    /**
     * Trusts the device that this request comes from, whose user has shown a second factor just now.
     *
     * @param event of the login; the new device becomes an event of its own
     */
    public GrantedDevice trust(EventBuilder event, List<String> replaced) {
        GrantedDevice granted = devices().trust(name(), replaced);
        event.clone()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(user)
                .detail(Details.CREDENTIAL_TYPE, DeviceCredential.TYPE)
                .detail(Details.CREDENTIAL_ID, granted.device().id())
                .detail(Details.CREDENTIAL_USER_LABEL, granted.device().name())
                .success();
        return granted;
    }

    /** Trusts this browser. */
    void trustBrowser(EventBuilder event) {
        DeviceCookie cookie = cookie();
        cookie.set(
                owner,
                keys,
                trust(event, cookie.tokens()).token(),
                rules.settings().lifetime());
    }

    public List<TrustedDevice> live() {
        return isOn ? devices().live() : List.of();
    }

    /** True if there was one. */
    public boolean forget(String deviceId) {
        Optional<TrustedDevice> forgotten = devices().forget(deviceId);
        forgotten.ifPresent(device -> forgotten()
                .detail(Details.CREDENTIAL_ID, device.id())
                .detail(Details.CREDENTIAL_USER_LABEL, device.name())
                .success());
        return forgotten.isPresent();
    }

    /** One event for all of them. */
    public void forgetAll() {
        if (devices().forgetAll() > 0) {
            forgotten().success();
        }
    }

    private EventBuilder forgotten() {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.REMOVE_CREDENTIAL)
                .client(session.getContext().getClient())
                .user(user)
                .detail(Details.CREDENTIAL_TYPE, DeviceCredential.TYPE);
    }

    private TrustedDevices devices() {
        DeviceCredentials credentials = new DeviceCredentials(user);
        return new TrustedDevices(owner, credentials, keys, credentials::stamp, rules);
    }

    private DeviceCookie cookie() {
        return new DeviceCookie(session.getContext(), realm);
    }

    private boolean isLoggedIn() {
        return AuthenticationManager.authenticateIdentityCookie(session, realm, true) != null;
    }

    private String name() {
        DeviceRepresentation device =
                session.getProvider(DeviceRepresentationProvider.class).deviceRepresentation();
        DeviceRepresentation known = device == null ? DeviceRepresentation.unknown() : device;
        return DeviceName.of(known.getBrowser(), known.getOs(), rules.clock().instant());
    }
}
