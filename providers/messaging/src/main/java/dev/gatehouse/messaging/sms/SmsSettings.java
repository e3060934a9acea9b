package dev.gatehouse.messaging.sms;

import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.messaging.phone.PhoneSettings;

/** Text messages, whichever gateways carry them. Keys start with {@code gatehouse.sms.}. */
public record SmsSettings(PhoneSettings phones, SmsQuotas quotas, BreakerSettings breaker) {

    public static SmsSettings from(SettingsSource source) {
        return new SmsSettings(PhoneSettings.from(source), SmsQuotas.from(source), BreakerSettings.from(source));
    }
}
