package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * A factor that waits for its proof; at most one for a login or session. Kept among Keycloak's single-use objects: seen by
 * every node, gone when its time is over.
 *
 * @param id names it until it is a factor
 * @param secret what the factor consists of: a phone number, an address, the secret of an authenticator app
 * @param label the owner's own name for it; may be empty
 */
record PendingSetup(String id, String userId, FactorType type, String secret, String label) {

    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String KEY = "gatehouse.mfa.setup.";

    void save(SingleUseObjectProvider objects, String sessionId) {
        objects.remove(KEY + sessionId);
        objects.put(
                KEY + sessionId,
                LIFE.toSeconds(),
                Map.of("id", id, "user", userId, "type", type.name(), "secret", secret, "label", label));
    }

    static Optional<PendingSetup> find(SingleUseObjectProvider objects, String sessionId, String userId) {
        return Optional.ofNullable(objects.get(KEY + sessionId))
                .map(PendingSetup::of)
                .filter(found -> found.userId.equals(userId));
    }

    /** Of several at once, one takes it. */
    boolean take(SingleUseObjectProvider objects, String sessionId) {
        return Optional.ofNullable(objects.remove(KEY + sessionId))
                .map(PendingSetup::of)
                .filter(this::equals)
                .isPresent();
    }

    /** The owner's name for it, or the masked destination. */
    String shownLabel() {
        return label.isBlank()
                ? SentCodeKind.of(type).map(kind -> kind.mask(secret)).orElse("")
                : label;
    }

    private static PendingSetup of(Map<String, String> notes) {
        return new PendingSetup(
                note(notes, "id"),
                note(notes, "user"),
                FactorType.valueOf(note(notes, "type")),
                note(notes, "secret"),
                note(notes, "label"));
    }

    private static String note(Map<String, String> notes, String name) {
        String value = notes.get(name);
        if (value == null) {
            throw new IllegalStateException("a pending set-up without its " + name);
        }
        return value;
    }

    @Override
    public String toString() {
        return "PendingSetup[" + type + " " + id + "]";
    }
}
