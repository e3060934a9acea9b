package dev.gatehouse.foundation;

import java.util.Locale;

/** What an operator can turn off as a whole, with {@code gatehouse.NAME.enabled=false}. */
public enum Feature {
    EVENTS,
    MESSAGING,
    RATELIMIT,
    MFA,
    ORGANIZATION,
    API;

    public String key() {
        return "gatehouse." + name().toLowerCase(Locale.ROOT) + ".enabled";
    }

    public boolean isEnabled(SettingsSource settings) {
        return settings.flag(key(), true);
    }
}
