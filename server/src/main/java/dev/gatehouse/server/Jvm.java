package dev.gatehouse.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Keycloak needs of the JVM that it runs in; the same that {@code bin/kc.sh} gives it. */
final class Jvm {
    private Jvm() {}

    /** The same Java as this one, with modules as open as our jar's manifest opens them. */
    static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.add("-Xmx512m");
        return command;
    }

    static List<String> keycloakProperties(Home home) {
        return properties(home).entrySet().stream()
                .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                .toList();
    }

    /**
     * To be set before anything else happens: logging and the common fork-join pool look at them once, at first use.
     */
    static Map<String, String> properties(Home home) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        properties.put(
                "java.util.concurrent.ForkJoinPool.common.threadFactory",
                "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        properties.put("kc.home.dir", home.directory().toString());
        properties.put("jboss.server.config.dir", home.configuration().toString());
        properties.put("picocli.disable.closures", "true");
        properties.put("quarkus-log-max-startup-records", "10000");
        properties.put("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        properties.put("user.language", "en");
        properties.put("user.country", "US");
        return properties;
    }
}
