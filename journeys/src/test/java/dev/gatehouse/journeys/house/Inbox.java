package dev.gatehouse.journeys.house;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.journeys.client.Client;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server sent, as {@code /dev/inbox} shows it. */
public final class Inbox {
    private final Client client;

    Inbox(Client client) {
        this.client = client;
    }

    /** All messages to an address, newest first. */
    public List<JsonNode> messagesTo(String address) {
        List<JsonNode> messages = new ArrayList<>();
        client.get("/dev/inbox?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .json()
                .forEach(messages::add);
        return messages;
    }

    /** The code in the newest message to an address that has one, of those that came after so many. */
    public String codeAfter(int messagesBefore, String address) {
        return inNewest("code", messagesBefore, address);
    }

    /** The link in the newest message to an address that has one, of those that came after so many. */
    public String linkAfter(int messagesBefore, String address) {
        return inNewest("link", messagesBefore, address);
    }

    private String inNewest(String field, int messagesBefore, String address) {
        String @Nullable [] found = new String[1];
        await("an e-mail with a " + field + " to " + address)
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    List<JsonNode> messages = messagesTo(address);
                    messages.stream()
                            .limit(Math.max(0, messages.size() - messagesBefore))
                            .filter(message -> message.hasNonNull(field))
                            .findFirst()
                            .ifPresent(message -> found[0] = message.get(field).asText());
                    return found[0] != null;
                });
        return String.valueOf(found[0]);
    }
}
