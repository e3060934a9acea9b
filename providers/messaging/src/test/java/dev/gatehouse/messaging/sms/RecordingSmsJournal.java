package dev.gatehouse.messaging.sms;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told. */
final class RecordingSmsJournal implements SmsJournal {
    final List<String> attempts = new CopyOnWriteArrayList<>();
    final List<SmsScope> limited = new CopyOnWriteArrayList<>();

    @Override
    public void attempted(String gateway, GatewayAnswer answer, Duration took) {
        attempts.add(gateway + " " + answer.outcome());
    }

    @Override
    public void limited(SmsScope scope) {
        limited.add(scope);
    }
}
