package dev.gatehouse.foundation;

/**
 * What the server is for. Production unless somebody says otherwise: the conveniences of development (the inbox, demo
 * users, default secrets) must never be met by accident.
 */
public enum Mode {
    PRODUCTION,
    DEVELOPMENT;

    public static final String KEY = "gatehouse.mode";

    public static Mode from(SettingsSource settings) {
        return settings.choice(KEY, PRODUCTION);
    }
}
