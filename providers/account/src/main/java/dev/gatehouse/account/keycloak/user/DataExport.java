package dev.gatehouse.account.keycloak.user;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.account.keycloak.jpa.UserQueries;
import dev.gatehouse.account.preference.Preferences;
import dev.gatehouse.events.ActivityEntry;
import dev.gatehouse.events.ActivityFilter;
import dev.gatehouse.events.ActivityPosition;
import dev.gatehouse.events.keycloak.Activities;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.mfa.device.TrustedDevice;
import dev.gatehouse.mfa.keycloak.device.UserDevices;
import dev.gatehouse.organization.Affiliation;
import dev.gatehouse.organization.keycloak.Organizations;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * All that is held about a person (GDPR, articles 15 and 20) as one JSON document, written while it is read: each part in
 * a transaction of its own, long lists page by page, so that neither memory nor a transaction grows with the years.
 * Credentials are named, with when they were made, and never shown.
 */
public final class DataExport {
    private static final int PAGE = 200;
    private static final int MOST_SESSIONS = 1_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final KeycloakSessionFactory sessions;
    private final String realmId;
    private final String userId;
    private final Instant now;

    DataExport(KeycloakSessionFactory sessions, String realmId, String userId, Instant now) {
        this.sessions = sessions;
        this.realmId = realmId;
        this.userId = userId;
        this.now = now;
    }

    /** Writes the document, which is cut off where the database breaks off. */
    public void write(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("user_id", userId);
            json.writeStringField("exported_at", now.toString());
            json.writeObjectField("profile", read(DataExport::profile));
            json.writeObjectField(
                    "credentials",
                    read(held -> held.user()
                            .credentialManager()
                            .getStoredCredentialsStream()
                            .map(DataExport::credential)
                            .toList()));
            json.writeObjectField("sessions", read(DataExport::sessions));
            json.writeObjectField("consents", read(DataExport::consents));
            json.writeObjectField("identities", read(DataExport::identities));
            json.writeObjectField("trusted_devices", read(DataExport::devices));
            json.writeObjectField("preferences", read(DataExport::preferences));
            organizations(json);
            activity(json);
            json.writeEndObject();
        }
    }

    private void organizations(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("organizations");
        String after = "";
        while (after != null) {
            String from = after;
            Page<Affiliation> page = read(held -> {
                Organizations organizations = Organizations.of(held.session());
                return organizations.areAvailable()
                        ? organizations.affiliations().page(userId, from, PAGE)
                        : new Page<Affiliation>(List.of(), null);
            });
            for (Affiliation one : page.items()) {
                json.writeObject(
                        Map.of("id", one.id(), "alias", one.alias(), "name", one.name(), "roles", one.roles()));
            }
            after = page.nextKey();
        }
        json.writeEndArray();
    }

    private void activity(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("activity");
        @Nullable ActivityPosition after = null;
        List<ActivityEntry> lines;
        do {
            @Nullable ActivityPosition from = after;
            lines = read(held -> Activities.of(held.session()).ofUser(realmId, userId, ActivityFilter.ALL, from, PAGE));
            for (ActivityEntry line : lines) {
                json.writeObject(line(line));
                after = line.position();
            }
            json.flush();
        } while (lines.size() == PAGE);
        json.writeEndArray();
    }

    private static Map<String, ?> profile(Held held) {
        UserModel user = held.user();
        Map<String, List<String>> readable = new Profiles(held.session(), true).readable(user);
        Map<String, @Nullable Object> profile = new LinkedHashMap<>();
        Profiles.fields(readable).forEach((field, value) -> profile.put(field.wireName(), value));
        profile.put("email_verified", user.isEmailVerified());
        profile.put("attributes", Profiles.attributes(readable));
        profile.put("created_at", time(user.getCreatedTimestamp()));
        return profile;
    }

    private static Map<String, ?> credential(CredentialModel credential) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("type", credential.getType());
        shown.put("label", credential.getUserLabel());
        shown.put("created_at", time(credential.getCreatedDate()));
        return shown;
    }

    private static List<Map<String, ?>> sessions(Held held) {
        return held.session()
                .sessions()
                .getUserSessionsStream(held.realm(), held.user())
                .limit(MOST_SESSIONS)
                .<Map<String, ?>>map(DataExport::session)
                .toList();
    }

    private static Map<String, ?> session(UserSessionModel session) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", session.getId());
        shown.put("ip_address", session.getIpAddress());
        shown.put("started_at", Instant.ofEpochSecond(session.getStarted()).toString());
        shown.put(
                "last_access_at",
                Instant.ofEpochSecond(session.getLastSessionRefresh()).toString());
        return shown;
    }

    private static List<Map<String, ?>> consents(Held held) {
        return held.session()
                .users()
                .getConsentsStream(held.realm(), held.user().getId())
                .<Map<String, ?>>map(DataExport::consent)
                .toList();
    }

    private static Map<String, ?> consent(UserConsentModel consent) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("client_id", consent.getClient().getClientId());
        shown.put(
                "scopes",
                consent.getGrantedClientScopes().stream()
                        .map(scope -> scope.getName())
                        .sorted()
                        .toList());
        shown.put("created_at", time(consent.getCreatedDate()));
        return shown;
    }

    private static List<Map<String, ?>> identities(Held held) {
        return held.session()
                .users()
                .getFederatedIdentitiesStream(held.realm(), held.user())
                .<Map<String, ?>>map(DataExport::identity)
                .toList();
    }

    private static Map<String, ?> identity(FederatedIdentityModel identity) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("provider", identity.getIdentityProvider());
        shown.put("user_id", identity.getUserId());
        shown.put("username", identity.getUserName());
        return shown;
    }

    private static List<Map<String, ?>> devices(Held held) {
        return UserDevices.of(held.session(), held.realm(), held.user()).live().stream()
                .<Map<String, ?>>map(DataExport::device)
                .toList();
    }

    private static Map<String, ?> device(TrustedDevice device) {
        return Map.of(
                "label",
                device.name(),
                "created_at",
                device.createdAt().toString(),
                "expires_at",
                device.expiresAt().toString());
    }

    private static Object preferences(Held held) {
        UserQueries queries = UserQueries.of(held.session());
        return Preferences.stored(
                        queries.preferences()
                                .find(held.realm().getId(), held.user().getId()),
                        held.user().getFirstAttribute(UserModel.LOCALE))
                .shown();
    }

    private static Map<String, ?> line(ActivityEntry line) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", line.id());
        shown.put("time", line.time().toString());
        shown.put("type", line.type());
        shown.put("outcome", line.outcome().name().toLowerCase(Locale.ROOT));
        shown.put("ip_address", line.ipAddress());
        shown.put("client_id", line.clientId());
        shown.put("organization_id", line.organizationId());
        shown.put("details", line.details());
        return shown;
    }

    private static @Nullable String time(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis).toString();
    }

    private <T> T read(Function<Held, T> part) {
        return Objects.requireNonNull(KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            UserModel user = session.users().getUserById(realm, userId);
            if (user == null) {
                throw new IllegalStateException("The user was removed meanwhile");
            }
            return part.apply(new Held(session, realm, user));
        }));
    }

    /** Where one part is read from. */
    private record Held(KeycloakSession session, RealmModel realm, UserModel user) {}
}
