package dev.gatehouse.messaging.inbox;

import dev.gatehouse.messaging.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The inbox as an HTML page that needs nothing but itself.
 *
 * <p>Everything that came with a message is escaped text; the HTML of a mail is never shown. Should an escape ever be
 * forgotten, {@link #contentSecurityPolicy()} lets no script but the page's own run.
 */
public final class InboxPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String style = resource("inbox.css");
    private final String script = resource("inbox.js");
    private final String start = UUID.randomUUID().toString();

    /** The value of the header; style and script are allowed by their digest. */
    public String contentSecurityPolicy() {
        return "default-src 'none'; style-src '" + digest(style) + "'; script-src '" + digest(script)
                + "'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /** Changes with every message and every start: an entity tag. */
    public String version(List<ReceivedMessage> messages) {
        long newest = messages.isEmpty() ? 0 : messages.get(0).number();
        return "\"" + start + "-" + newest + "\"";
    }

    public String render(List<ReceivedMessage> messages) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Inbox – Gatehouse development</title>
                <style>%s</style>
                </head>
                <body data-version="%s">
                <header>
                <h1>Inbox</h1>
                <p>E-mails and text messages this server sent: the last %d, kept in memory, newest first. \
                There is no such page in production.</p>
                </header>
                <main>
                <p class="unseen" id="news" role="status"></p>
                <p class="empty" id="empty"%s>Nothing has been sent yet. The page refreshes itself.</p>
                <ol id="messages" aria-label="Messages">
                %s</ol>
                </main>
                <noscript><p class="empty">Without scripts, reload the page to see new messages.</p></noscript>
                <script>%s</script>
                </body>
                </html>
                """.formatted(
                        style,
                        Html.escape(version(messages)),
                        Inbox.CAPACITY,
                        messages.isEmpty() ? "" : " hidden",
                        messages.stream().map(InboxPage::item).collect(Collectors.joining()),
                        script);
    }

    private static String item(ReceivedMessage message) {
        String title = message.channel() == Channel.SMS ? "Text message" : message.subject();
        return """
                <li id="message-%d">
                <h2>%s</h2>
                <p class="about"><span class="channel">%s</span> to %s, <time datetime="%s">%s</time></p>
                %s%s<details><summary>Whole text<span class="unseen"> of “%s”</span></summary><pre>%s</pre></details>
                </li>
                """.formatted(
                        message.number(),
                        title.isBlank() ? "(no subject)" : Html.escape(title),
                        message.channel() == Channel.SMS ? "SMS" : "E-mail",
                        Html.escape(message.to()),
                        message.sentAt(),
                        TIME.format(message.sentAt()),
                        message.code()
                                .map(code -> "<p class=\"code\"><span class=\"unseen\">Code: </span><code>"
                                        + Html.escape(code) + "</code></p>\n")
                                .orElse(""),
                        message.link()
                                .map(link -> "<p class=\"link\"><a href=\"" + Html.escape(link)
                                        + "\" rel=\"noopener noreferrer\">" + Html.escape(shortened(link))
                                        + "</a></p>\n")
                                .orElse(""),
                        Html.escape(title),
                        Html.escape(message.text()));
    }

    /** Links with tokens fill a phone's screen; where they lead is told by their beginning. */
    private static String shortened(String link) {
        int query = link.indexOf('?');
        return query < 0 ? link : link.substring(0, query) + "?…";
    }

    private static String digest(String inline) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static String resource(String name) {
        try (InputStream resource = InboxPage.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
