package dev.gatehouse.foundation.keycloak;

import dev.gatehouse.foundation.SettingsSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The settings the server was started with: system properties, environment, {@code conf/quarkus.properties}. */
public final class ServerSettings {
    private ServerSettings() {}

    public static SettingsSource source() {
        Config config = ConfigProvider.getConfig();
        return SettingsSource.of(
                key -> config.getOptionalValue(key, String.class).orElse(null), config::getPropertyNames);
    }
}
