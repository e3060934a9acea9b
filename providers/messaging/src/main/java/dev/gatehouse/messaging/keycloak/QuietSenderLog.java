package dev.gatehouse.messaging.keycloak;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Keycloak's sender from writing every failed attempt, and with it the whole e-mail address that the SMTP server
 * named, into the log while it works for the queue. The queue writes down failures itself, without addresses.
 */
final class QuietSenderLog implements Filter {
    /** What Keycloak's sender logs to. Held strongly: a logger that nobody holds forgets its filter. */
    private static final Logger KEYCLOAKS = Logger.getLogger("org.keycloak.services");

    private final ThreadLocal<Boolean> silent = ThreadLocal.withInitial(() -> false);
    private final @Nullable Filter before;

    private QuietSenderLog(@Nullable Filter before) {
        this.before = before;
    }

    static QuietSenderLog install() {
        QuietSenderLog filter = new QuietSenderLog(KEYCLOAKS.getFilter());
        KEYCLOAKS.setFilter(filter);
        return filter;
    }

    /** While {@code sending} runs, its thread writes nothing to that log. */
    <E extends Exception> void silence(Delivery.Sending<E> sending) throws E {
        silent.set(true);
        try {
            sending.run();
        } finally {
            silent.remove();
        }
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        return !silent.get() && (before == null || before.isLoggable(record));
    }
}
