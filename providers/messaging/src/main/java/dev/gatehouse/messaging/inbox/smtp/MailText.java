package dev.gatehouse.messaging.inbox.smtp;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an e-mail says, as plain text: its text part, or what is left of its HTML without the markup. */
final class MailText {
    private static final Pattern INVISIBLE = Pattern.compile("(?is)<(style|script|head)\\b.*?</\\1\\s*>|<!--.*?-->");
    private static final Pattern LINK = Pattern.compile("(?is)<a\\b[^>]*?\\bhref\\s*=\\s*[\"']([^\"']*)[\"'][^>]*>");
    private static final Pattern BREAK = Pattern.compile("(?i)<(br|/p|/div|/tr|/li|/h[1-6])\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern BLANK_LINES = Pattern.compile("\\s*\\n\\s*\\n\\s*");

    private MailText() {}

    static String of(Part mail) throws MessagingException, IOException {
        Optional<String> text = find(mail, "text/plain");
        return (text.isPresent()
                        ? text.get()
                        : find(mail, "text/html").map(MailText::readable).orElse(""))
                .replace("\r\n", "\n")
                .strip();
    }

    /** Good enough to be read and searched; it is escaped like any text before it is shown. */
    private static String readable(String html) {
        String text = INVISIBLE.matcher(html).replaceAll("");
        text = LINK.matcher(text).replaceAll(" $1 ");
        text = BREAK.matcher(text).replaceAll("\n");
        text = TAG.matcher(text).replaceAll("");
        text = text.replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        return BLANK_LINES.matcher(text).replaceAll("\n\n");
    }

    private static Optional<String> find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && part.getContent() instanceof String text) {
            return Optional.of(text);
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                BodyPart child = parts.getBodyPart(index);
                Optional<String> found = find(child, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
