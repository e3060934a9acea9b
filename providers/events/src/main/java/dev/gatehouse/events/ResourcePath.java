package dev.gatehouse.events;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom an administrator's act is about, read from the path of the resource: {@code organizations/O/members/U} is about
 * the organization O and the user U.
 */
public record ResourcePath(
        @Nullable String userId, @Nullable String organizationId) {

    /** What may stand where an id stands. */
    private static final Set<String> NO_IDS =
            Set.of("count", "invite-existing-user", "invite-user", "profile", "profile-metadata");

    public static ResourcePath of(@Nullable String path) {
        List<String> parts = path == null ? List.of() : List.of(path.split("/"));
        String user = after("users", parts);
        return new ResourcePath(user == null ? after("members", parts) : user, after("organizations", parts));
    }

    private static @Nullable String after(String collection, List<String> parts) {
        int index = parts.indexOf(collection);
        if (index < 0 || index + 1 >= parts.size()) {
            return null;
        }
        String id = parts.get(index + 1);
        return id.isEmpty() || NO_IDS.contains(id) ? null : id;
    }
}
