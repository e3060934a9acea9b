package dev.gatehouse.messaging.sms.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The header by which a gateway knows us. */
record Authorization(String header, Secret value) {

    /** RFC 7617. */
    static Authorization basic(String user, Secret password) {
        byte[] both = (user + ":" + password.value()).getBytes(StandardCharsets.UTF_8);
        return new Authorization(
                "Authorization", new Secret("Basic " + Base64.getEncoder().encodeToString(both)));
    }
}
