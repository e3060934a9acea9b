package dev.gatehouse.account.keycloak;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.account.keycloak.jpa.SessionQueries;
import dev.gatehouse.account.keycloak.jpa.StoredSession;
import dev.gatehouse.account.session.OpenSession;
import dev.gatehouse.account.session.SessionPosition;
import dev.gatehouse.foundation.keycloak.jpa.EntityManagers;
import dev.gatehouse.foundation.page.Page;
import dev.gatehouse.organization.keycloak.policy.SessionLimits;
import dev.gatehouse.organization.policy.SessionPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.SessionExpirationUtils;
import org.keycloak.representations.account.DeviceRepresentation;
import org.keycloak.util.JsonSerialization;

/** The sessions of one user: looked at and ended by that user. */
public final class OwnSessions {
    /** Where Keycloak keeps what it knows of the device. */
    private static final String DEVICE = "KC_DEVICE_NOTE";

    /** What of Keycloak's JSON is of interest. */
    private record Data(String ipAddress, Map<String, String> notes) {}

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final Clock clock;

    public OwnSessions(KeycloakSession session, UserModel user, Clock clock) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
        this.clock = clock;
    }

    /** The sessions behind a position that are alive: a page may hold fewer than were asked for, and not be the last. */
    public Page<OpenSession> page(SessionPosition after, int limit) {
        SessionQueries queries = SessionQueries.of(EntityManagers.of(session));
        Page<StoredSession> stored = Page.of(
                queries.page(realm.getId(), user.getId(), after, limit + 1),
                limit,
                last -> new SessionPosition(last.createdOn(), last.id()).text());
        Map<String, List<String>> clients =
                queries.clients(stored.items().stream().map(StoredSession::id).toList());
        Instant now = clock.instant();
        return new Page<>(
                stored.items().stream()
                        .map(one -> open(one, clients.getOrDefault(one.id(), List.of())))
                        .filter(one -> one.expiresAt().isAfter(now))
                        .toList(),
                stored.nextKey());
    }

    /** Ends one of the user's sessions; false if it is none of theirs. */
    public boolean end(String id, ClientModel client) {
        UserSessionModel found = session.sessions().getUserSession(realm, id);
        if (found == null || !found.getUser().getId().equals(user.getId())) {
            return false;
        }
        new SessionEnd(session).end(found, client);
        return true;
    }

    /** Ends all others, offline ones included. */
    public void endAllBut(String id, ClientModel client) {
        SessionEnd end = new SessionEnd(session);
        Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .filter(one -> !one.getId().equals(id))
                .toList()
                .forEach(one -> end.end(one, client));
    }

    private OpenSession open(StoredSession stored, List<String> clients) {
        Data data = data(stored.data());
        Optional<DeviceRepresentation> device = device(data.notes().get(DEVICE));
        boolean remembered = Boolean.TRUE.equals(stored.rememberMe());
        Instant started = Instant.ofEpochSecond(stored.createdOn());
        Instant lastAccess = Instant.ofEpochSecond(stored.lastSessionRefresh());
        return new OpenSession(
                stored.id(),
                data.ipAddress(),
                device.map(DeviceRepresentation::getBrowser).orElse(""),
                device.map(one -> (text(one.getOs()) + ' ' + text(one.getOsVersion())).strip())
                        .orElse(""),
                device.map(DeviceRepresentation::getDevice).orElse(""),
                started,
                lastAccess,
                end(started, lastAccess, remembered, SessionLimits.remembered(data.notes())),
                clients.stream()
                        .flatMap(client -> Stream.ofNullable(realm.getClientById(client)))
                        .map(ClientModel::getClientId)
                        .sorted()
                        .toList(),
                remembered);
    }

    /** The earliest of all the ends that Keycloak and the policies of organizations set. */
    private Instant end(Instant started, Instant lastAccess, boolean remembered, SessionPolicy policy) {
        Instant idle = Instant.ofEpochMilli(SessionExpirationUtils.calculateUserSessionIdleTimestamp(
                false, remembered, lastAccess.toEpochMilli(), realm));
        long longest = SessionExpirationUtils.calculateUserSessionMaxLifespanTimestamp(
                false, remembered, started.toEpochMilli(), realm);
        return Stream.concat(
                        Stream.of(idle, longest > 0 ? Instant.ofEpochMilli(longest) : idle),
                        policy.end(started, lastAccess).stream())
                .min(Instant::compareTo)
                .orElse(idle);
    }

    private static Data data(String json) {
        try {
            Map<String, Object> fields = JsonSerialization.readValue(json, new TypeReference<>() {});
            Map<String, String> notes = fields.get("notes") instanceof Map<?, ?> map
                    ? map.entrySet().stream()
                            .collect(java.util.stream.Collectors.toMap(
                                    note -> note.getKey().toString(), note -> String.valueOf(note.getValue())))
                    : Map.of();
            return new Data(Objects.toString(fields.get("ipAddress"), ""), notes);
        } catch (IOException notKeycloaks) {
            throw new UncheckedIOException(notKeycloaks);
        }
    }

    private static Optional<DeviceRepresentation> device(@Nullable String note) {
        try {
            return note == null
                    ? Optional.empty()
                    : Optional.of(JsonSerialization.readValue(
                            Base64.getMimeDecoder().decode(note), DeviceRepresentation.class));
        } catch (IOException notKeycloaks) {
            throw new UncheckedIOException(notKeycloaks);
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
