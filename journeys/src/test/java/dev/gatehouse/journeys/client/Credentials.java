package dev.gatehouse.journeys.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a service sends as {@code Authorization}, with the id and the secret of its client (RFC 7617). */
public final class Credentials {
    /** Those of the demo realm's service. */
    public static final String OF_SERVICE = basic("gatehouse-service", "gatehouse-demo-service-secret");

    private Credentials() {}

    public static String basic(String client, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
