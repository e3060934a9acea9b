package dev.gatehouse.messaging.smtp;

import dev.gatehouse.messaging.DeliveryOutcome;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads why an e-mail was not taken.
 *
 * <p>Only a refused recipient (RFC 5321: an answer from 500 to 599 to {@code RCPT TO}) is final. A refused login or sender
 * is the realm's configuration, which somebody may mend while the message waits.
 */
public final class SmtpFailure {
    private final List<Throwable> chain;

    private SmtpFailure(List<Throwable> chain) {
        this.chain = chain;
    }

    public static SmtpFailure of(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        collect(failure, seen, chain);
        return new SmtpFailure(chain);
    }

    /** Mail exceptions hang on each other by cause and by a list of their own. */
    private static void collect(@Nullable Throwable failure, Set<Throwable> seen, List<Throwable> chain) {
        if (failure == null || !seen.add(failure)) {
            return;
        }
        chain.add(failure);
        if (failure instanceof MessagingException mail) {
            collect(mail.getNextException(), seen, chain);
        }
        collect(failure.getCause(), seen, chain);
    }

    public DeliveryOutcome outcome() {
        return chain.stream().anyMatch(SmtpFailure::isRecipientRefused)
                ? DeliveryOutcome.REFUSED
                : DeliveryOutcome.FAILED;
    }

    private static boolean isRecipientRefused(Throwable failure) {
        return failure instanceof SMTPAddressFailedException recipient
                && recipient.getReturnCode() >= 500
                && recipient.getReturnCode() <= 599;
    }

    /** Types and reply codes only: the messages of these exceptions hold addresses. Fit for a log. */
    @Override
    public String toString() {
        return chain.stream().map(SmtpFailure::describe).collect(Collectors.joining(", "));
    }

    private static String describe(Throwable failure) {
        int code = replyCode(failure);
        return failure.getClass().getSimpleName() + (code > 0 ? " " + code : "");
    }

    private static int replyCode(Throwable failure) {
        if (failure instanceof SMTPAddressFailedException recipient) {
            return recipient.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException message ? message.getReturnCode() : -1;
    }
}
