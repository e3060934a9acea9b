package dev.gatehouse.server;

import java.net.URI;
import java.util.Optional;

/** Where this server can be reached from this machine. */
record Addresses(URI base, URI management) {
    /** Empty where it only speaks TLS, or has no management port: then there is nothing to ask without a certificate. */
    static Optional<Addresses> of(GivenOptions options) {
        boolean plainManagement = Preflight.ports(options).stream()
                        .noneMatch(port -> port.option().equals("https-port"))
                || options.value("http-management-scheme").orElse("inherited").equals("http");
        if (!options.flag("http-enabled", false)
                || !options.flag("health-enabled", false)
                || !options.flag("http-management-enabled", true)
                || !plainManagement) {
            return Optional.empty();
        }
        return Optional.of(new Addresses(
                uri(options.number("http-port", Defaults.HTTP_PORT), path(options, "http-relative-path")),
                uri(
                        options.number("http-management-port", 9000),
                        options.has("http-management-relative-path")
                                ? path(options, "http-management-relative-path")
                                : path(options, "http-relative-path"))));
    }

    URI ready() {
        return URI.create(management + "/health/ready");
    }

    private static String path(GivenOptions options, String option) {
        return options.value(option).orElse("/").replaceFirst("/$", "");
    }

    private static URI uri(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
