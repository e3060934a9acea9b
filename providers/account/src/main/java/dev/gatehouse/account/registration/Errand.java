package dev.gatehouse.account.registration;

import org.jspecify.annotations.Nullable;

/**
 * Something that was asked about an address and is looked into after the answer was given, so that neither the answer nor its
 * time can tell whether there is an account.
 *
 * @param address as it was asked for
 * @param registrationId what waits, for {@link Kind#REGISTRATION}
 * @param linkBase where links in mails start, known when it was asked
 * @param language of the mail where no user has chosen one
 * @param ipAddress of who asked, for the event
 */
public record Errand(
        String id,
        Kind kind,
        String realmId,
        String address,
        @Nullable String registrationId,
        String linkBase,
        String language,
        String ipAddress) {
    /** What was asked. */
    public enum Kind {
        REGISTRATION,
        VERIFICATION_AGAIN,
        PASSWORD_RESET
    }

    @Override
    public String toString() {
        return "Errand[kind=" + kind + ", id=" + id + "]";
    }
}
