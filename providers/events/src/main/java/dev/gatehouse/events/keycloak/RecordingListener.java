package dev.gatehouse.events.keycloak;

import dev.gatehouse.events.EventOutbox;
import dev.gatehouse.events.EventRecorder;
import dev.gatehouse.events.Occurrence;
import dev.gatehouse.events.keycloak.jpa.EventTables;
import dev.gatehouse.foundation.keycloak.EnabledRealm;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.tracing.TracingProvider;

/**
 * Writes what it is told of into the transaction of the session it was made with: that of the request for a success, one
 * of its own for an error, which therefore outlives the request's rollback. Keeps no state.
 */
final class RecordingListener implements EventListenerProvider {
    private final KeycloakSession session;
    private final EventRecorder recorder;
    private final @Nullable Runnable wakeRelay;

    /** @param wakeRelay told after the commit; null where nothing is relayed, and so nothing put into the outbox */
    RecordingListener(KeycloakSession session, EventRecorder recorder, @Nullable Runnable wakeRelay) {
        this.session = session;
        this.recorder = recorder;
        this.wakeRelay = wakeRelay;
    }

    @Override
    public void onEvent(Event event) {
        if (isEnabled(event.getRealmId())) {
            record(ReportedEvents.of(event, EventOrganization.of(session, event).orElse(null), traceparent()));
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (isEnabled(event.getRealmId())) {
            record(ReportedEvents.of(event, traceparent()));
        }
    }

    private boolean isEnabled(@Nullable String realmId) {
        return realmId != null && EnabledRealm.isEnabled(session.realms().getRealm(realmId));
    }

    private void record(Occurrence occurrence) {
        EventOutbox outbox = wakeRelay == null ? EventOutbox.CLOSED : EventTables.outbox(session);
        if (recorder.record(occurrence, EventTables.activity(session), outbox) && wakeRelay != null) {
            session.getTransactionManager().enlistAfterCompletion(new AfterCommit(wakeRelay));
        }
    }

    private @Nullable String traceparent() {
        TracingProvider tracing = session.getProvider(TracingProvider.class);
        SpanContext span = tracing == null
                ? SpanContext.getInvalid()
                : tracing.getCurrentSpan().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    @Override
    public void close() {}

    private static final class AfterCommit extends AbstractKeycloakTransaction {
        private final Runnable work;

        AfterCommit(Runnable work) {
            this.work = work;
        }

        @Override
        protected void commitImpl() {
            work.run();
        }

        @Override
        protected void rollbackImpl() {}
    }
}
