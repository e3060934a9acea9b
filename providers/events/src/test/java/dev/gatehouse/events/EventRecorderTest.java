package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventRecorderTest {
    private final Clock clock = Clock.fixed(Samples.NOON.plusSeconds(1), ZoneOffset.UTC);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EventMeters meters = new EventMeters(registry, clock);
    private final RecordedActivity activity = new RecordedActivity();
    private final RecordedOutbox outbox = new RecordedOutbox();

    private boolean record(Occurrence occurrence) {
        return new EventRecorder(false, meters, clock, UUID::randomUUID).record(occurrence, activity, outbox);
    }

    @Test
    void aLoginIsToldAndIsActivityOfItsUserUnderOneId() {
        assertThat(record(Samples.login("anna", Map.of("auth_method", "openid-connect"))))
                .isTrue();

        EventEnvelope event = outbox.waiting().get(0);
        assertThat(event.type()).isEqualTo("dev.gatehouse.user.login.v1");
        assertThat(event.source()).hasToString("/realms/demo");
        assertThat(event.partitionKey()).isEqualTo("anna");
        assertThat(event.subject()).isEqualTo("anna");
        assertThat(event.time()).isEqualTo(Samples.NOON);
        assertThat(event.recordedTime()).isEqualTo(clock.instant());
        assertThat(event.data())
                .isEqualTo("{\"realm_id\":\"realm-1\",\"realm\":\"demo\",\"outcome\":\"success\",\"user_id\":\"anna\","
                        + "\"client_id\":\"shop\",\"session_id\":\"session-1\",\"ip_address\":\"127.0.0.1\","
                        + "\"details\":{\"auth_method\":\"openid-connect\"}}");
        assertThat(activity.lines).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(event.id().toString());
            assertThat(line.type()).isEqualTo("user.login");
            assertThat(line.userId()).isEqualTo("anna");
        });
        assertThat(registry.counter("gatehouse.events.recorded").count()).isEqualTo(1);
    }

    @Test
    void noSecretAndNothingTypedLeavesWithTheDetails() {
        Map<String, String> details = new HashMap<>();
        for (String key : new String[] {
            "username", "code_id", "redirect_uri", "token_id", "refresh_token_id", "reason", "email", "code", "password"
        }) {
            details.put(key, "s3cret");
        }
        record(Samples.login("anna", details));
        record(Samples.occurrence(EventName.ofUser("LOGIN_ERROR"), "anna", null, details));

        assertThat(outbox.waiting())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.data()).doesNotContain("s3cret"));
        assertThat(activity.lines)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.details()).doesNotContainValue("s3cret"));
    }

    @Test
    void aFailureSaysWhatWentWrong() {
        record(Samples.occurrence(EventName.ofUser("LOGIN_ERROR"), "anna", null, Map.of()));

        assertThat(outbox.waiting().get(0).data()).contains("\"error\":\"invalid_user_credentials\"");
        assertThat(activity.lines.get(0).outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(activity.lines.get(0).details()).containsEntry("error", "invalid_user_credentials");
    }

    @Test
    void whatConcernsNobodyIsToldUnderTheRealmsKeyAndIsNobodysActivity() {
        record(Samples.occurrence(EventName.ofUser("LOGIN_ERROR"), null, null, Map.of()));

        assertThat(outbox.waiting().get(0).partitionKey()).isEqualTo("realm-1");
        assertThat(activity.lines).isEmpty();
    }

    @Test
    void whatAnAdministratorDidNamesTheAdministratorAndTheResource() {
        record(Samples.occurrence(
                EventName.ofAdministrator("ORGANIZATION", "UPDATE", Outcome.SUCCESS),
                null,
                "acme",
                Map.of("resource_path", "organizations/acme", "actor_user_id", "admin", "representation", "{...}")));

        assertThat(outbox.waiting().get(0).subject()).isEqualTo("organizations/acme");
        assertThat(activity.lines.get(0).details())
                .isEqualTo(Map.of("resource_path", "organizations/acme", "actor_user_id", "admin"));
    }

    @Test
    void theEverydayTrafficOfTokensIsRecordedOnlyWhenAskedFor() {
        Occurrence refresh = Samples.occurrence(EventName.ofUser("REFRESH_TOKEN"), "anna", null, Map.of());

        assertThat(record(refresh)).isFalse();
        assertThat(outbox.waiting()).isEmpty();
        assertThat(new EventRecorder(true, meters, clock, UUID::randomUUID).record(refresh, activity, outbox))
                .isTrue();
    }

    @Test
    void aRefusedRefreshIsRecordedAndAMadeUpTokenIsNot() {
        assertThat(record(Samples.occurrence(EventName.ofUser("REFRESH_TOKEN_ERROR"), "anna", null, Map.of())))
                .isTrue();
        assertThat(record(Samples.occurrence(EventName.ofUser("INTROSPECT_TOKEN_ERROR"), null, null, Map.of())))
                .isFalse();
    }

    @Test
    void withAClosedOutboxOnlyActivityIsKept() {
        new EventRecorder(false, meters, clock, UUID::randomUUID)
                .record(Samples.login("anna", Map.of()), activity, EventOutbox.CLOSED);

        assertThat(activity.lines).hasSize(1);
    }

    @Test
    void anyRealmNameMakesASource() {
        Occurrence odd = Samples.login("anna", Map.of());
        record(new Occurrence(
                odd.name(),
                odd.time(),
                "realm-1",
                "Köln & Söhne/1",
                "anna",
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of()));

        assertThat(outbox.waiting().get(0).source()).hasToString("/realms/K%C3%B6ln%20&%20S%C3%B6hne/1");
    }
}
