package dev.gatehouse.messaging.inbox;

import dev.gatehouse.messaging.Channel;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message in the inbox.
 *
 * @param number counts up with every message since the start
 * @param to     an e-mail address or a phone number
 */
public record ReceivedMessage(long number, Channel channel, String to, String subject, String text, Instant sentAt) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"'\\[\\](){}|\\\\^`]+");

    /** Six to eight digits that stand for themselves: no part of a word, an amount, a date or a telephone number. */
    private static final Pattern CODE = Pattern.compile("(?<![\\w.,/+-])\\d{6,8}(?![\\w:/+-]|[.,]\\d)");

    /** The first one-time code in the text, if it has one. Digits inside a link are none. */
    public Optional<String> code() {
        Matcher code = CODE.matcher(LINK.matcher(text).replaceAll(" "));
        return code.find() ? Optional.of(code.group()) : Optional.empty();
    }

    /** The first link in the text, if it has one; http or https. */
    public Optional<String> link() {
        Matcher link = LINK.matcher(text);
        return link.find() ? Optional.of(withoutTrailingPunctuation(link.group())) : Optional.empty();
    }

    private static String withoutTrailingPunctuation(String link) {
        int end = link.length();
        while (".,;:!?".indexOf(link.charAt(end - 1)) >= 0) {
            end--;
        }
        return link.substring(0, end);
    }

    boolean isFor(String recipient) {
        return to.equalsIgnoreCase(recipient.strip());
    }
}
