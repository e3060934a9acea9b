package dev.gatehouse.api.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The id that ties an answer to its lines in the log: 128 random bits, one for each request. */
final class Trace {
    private static final String PROPERTY = "gatehouse.trace";

    private Trace() {}

    static String of(ContainerRequestContext request, RandomGenerator random) {
        if (request.getProperty(PROPERTY) instanceof String id) {
            return id;
        }
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        String id = HexFormat.of().formatHex(bits);
        request.setProperty(PROPERTY, id);
        return id;
    }

    static String instance(String id) {
        return "urn:gatehouse:trace:" + id;
    }
}
