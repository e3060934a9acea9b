package dev.gatehouse.server;

import dev.gatehouse.foundation.Mode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Gatehouse chooses where the operator chose nothing. Whatever is given, wherever, wins over it. */
final class Defaults {
    static final int HTTP_PORT = 8001;

    private Defaults() {}

    /** @return only those of which nothing was given */
    static Map<String, String> missingFrom(GivenOptions given, Mode mode, Home home) {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("health-enabled", "true");
        defaults.put("metrics-enabled", "true");
        defaults.put("http-enabled", "true");
        defaults.put("http-port", Integer.toString(HTTP_PORT));
        defaults.put("http-management-port", "9000");
        if (!given.has("hostname")) {
            defaults.put("hostname-strict", "false");
        }
        defaults.put("db", "dev-file");
        if (given.value("db").orElse("dev-file").startsWith("dev-")) {
            // A database in a file belongs to one node: nobody to form a cluster with.
            defaults.put("cache", "local");
        }
        defaults.put("log", "console,file");
        defaults.put("log-file", home.log().toString());
        if (mode == Mode.DEVELOPMENT) {
            defaults.put("log-console-level", "warn");
            // Which of Keycloak's own features are deprecated, that it was not ready yet when asked, and that the inbox
            // listens, is no news.
            defaults.put(
                    "log-level", "info,org.keycloak.common.Profile:error,io.smallrye.health:warn,org.subethamail:warn");
            if (!given.has("bootstrap-admin-client-id")) {
                defaults.put("bootstrap-admin-username", "admin");
                defaults.put("bootstrap-admin-password", "admin");
            }
        }
        defaults.keySet().removeIf(given::has);
        return defaults;
    }
}
