package dev.gatehouse.api.decisions;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for decisions.
 *
 * @param userId whom alone the answers may be about; null for a service, which may ask about everybody
 * @param address from where a user asks, which is where they act; unknown of a service's users until it says so
 */
public record Asker(@Nullable String userId, @Nullable String address) {
    public static final Asker SERVICE = new Asker(null, null);

    boolean isService() {
        return userId == null;
    }

    boolean mayAskAbout(String subjectId) {
        return userId == null || userId.equals(subjectId);
    }
}
