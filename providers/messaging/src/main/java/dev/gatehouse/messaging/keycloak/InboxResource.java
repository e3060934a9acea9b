package dev.gatehouse.messaging.keycloak;

import dev.gatehouse.messaging.inbox.Inbox;
import dev.gatehouse.messaging.inbox.InboxPage;
import dev.gatehouse.messaging.inbox.ReceivedMessage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.headers.SecurityHeadersProvider;
import org.keycloak.util.JsonSerialization;

/** Shows the development inbox: a page for people, JSON for programs. */
public final class InboxResource {
    private static final InboxPage PAGE = new InboxPage();

    private final Inbox inbox;
    private final SecurityHeadersProvider keycloaksHeaders;

    InboxResource(Inbox inbox, SecurityHeadersProvider keycloaksHeaders) {
        this.inbox = inbox;
        this.keycloaksHeaders = keycloaksHeaders;
    }

    /**
     * @param recipient asks for the messages to this address or number, as JSON
     */
    @GET
    public Response show(@QueryParam("to") @Nullable String recipient, @Context HttpHeaders headers) {
        if (recipient != null) {
            return json(inbox.messagesTo(recipient));
        }
        return prefersJson(headers) ? json(inbox.messages()) : page(headers);
    }

    /** Anything that does not ask for JSON gets the page: no Accept header of a browser is refused. */
    private static boolean prefersJson(HttpHeaders headers) {
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return true;
            }
        }
        return false;
    }

    private Response page(HttpHeaders headers) {
        // Keycloak's would replace ours, which are stricter.
        keycloaksHeaders.options().skipHeaders();
        List<ReceivedMessage> messages = inbox.messages();
        String version = PAGE.version(messages);
        Response.ResponseBuilder answer = version.equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))
                ? Response.notModified()
                : Response.ok(PAGE.render(messages), "text/html; charset=utf-8");
        return answer.header(HttpHeaders.ETAG, version)
                .header("Content-Security-Policy", PAGE.contentSecurityPolicy())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static Response json(List<ReceivedMessage> messages) {
        try {
            String body = JsonSerialization.writeValueAsString(
                    messages.stream().map(InboxResource::fields).toList());
            return Response.ok(body, "application/json; charset=utf-8")
                    .header("X-Content-Type-Options", "nosniff")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, String> fields(ReceivedMessage message) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("channel", message.channel().name().toLowerCase(Locale.ROOT));
        fields.put("to", message.to());
        fields.put("subject", message.subject());
        fields.put("text", message.text());
        message.code().ifPresent(code -> fields.put("code", code));
        message.link().ifPresent(link -> fields.put("link", link));
        fields.put("sent_at", message.sentAt().toString());
        return fields;
    }
}
