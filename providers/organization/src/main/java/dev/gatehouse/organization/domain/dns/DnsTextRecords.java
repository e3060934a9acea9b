package dev.gatehouse.organization.domain.dns;

import dev.gatehouse.organization.domain.NameServer;
import dev.gatehouse.organization.domain.TextAnswer;
import dev.gatehouse.organization.domain.TextRecords;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;
import org.xbill.DNS.lookup.RedirectLoopException;
import org.xbill.DNS.lookup.RedirectOverflowException;

/**
 * Asks name servers over UDP, and over TCP what does not fit. They are asked in turn until one knows, at least twice in
 * all; whatever happens, the answer is there when the timeout is over. Nothing is cached: who mends a record wants to see
 * it mended. Aliases (CNAME) are followed.
 */
public final class DnsTextRecords implements TextRecords {

    private static final int LEAST_ATTEMPTS = 2;

    private final List<InetSocketAddress> servers;
    private final Duration timeout;

    private DnsTextRecords(List<InetSocketAddress> servers, Duration timeout) {
        this.servers = servers;
        this.timeout = timeout;
    }

    /**
     * @param servers whom to ask, the machine's own name servers if there are none here
     * @param timeout for one answer, all attempts included
     */
    public static DnsTextRecords of(List<NameServer> servers, Duration timeout) {
        List<InetSocketAddress> addresses = servers.stream()
                .map(server -> new InetSocketAddress(server.address(), server.port()))
                .toList();
        return new DnsTextRecords(
                addresses.isEmpty() ? ResolverConfig.getCurrentConfig().servers() : addresses, timeout);
    }

    @Override
    public TextAnswer find(String name) {
        Name question;
        try {
            question = Name.fromString(name + '.');
        } catch (TextParseException noName) {
            return TextAnswer.ABSENT;
        }
        long end = System.nanoTime() + timeout.toNanos();
        int attempts = servers.isEmpty() ? 0 : Math.max(LEAST_ATTEMPTS, servers.size());
        TextAnswer answer = TextAnswer.UNAVAILABLE;
        for (int attempt = 0; attempt < attempts && answer.status() == TextAnswer.Status.UNAVAILABLE; attempt++) {
            long share = (end - System.nanoTime()) / (attempts - attempt);
            if (share > 0) {
                answer = ask(servers.get(attempt % servers.size()), question, Duration.ofNanos(share));
            }
        }
        return answer;
    }

    private static TextAnswer ask(InetSocketAddress server, Name question, Duration patience) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(patience);
        CompletableFuture<TextAnswer> answer = LookupSession.builder()
                .resolver(resolver)
                .build()
                .lookupAsync(question, Type.TXT, DClass.IN)
                .thenApply(found -> texts(found.getRecords()))
                .toCompletableFuture();
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            return meaning(failure.getCause());
        } catch (TimeoutException silent) {
            answer.cancel(true);
            return TextAnswer.UNAVAILABLE;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return TextAnswer.UNAVAILABLE;
        }
    }

    private static TextAnswer texts(List<org.xbill.DNS.Record> records) {
        List<String> texts = records.stream()
                .filter(TXTRecord.class::isInstance)
                .map(record -> text((TXTRecord) record))
                .toList();
        return texts.isEmpty() ? TextAnswer.ABSENT : TextAnswer.found(texts);
    }

    /** Only a clear no of the name servers is one; a loop of aliases leads to no record for anybody. */
    private static TextAnswer meaning(@Nullable Throwable failure) {
        boolean clear = failure instanceof NoSuchDomainException
                || failure instanceof NoSuchRRSetException
                || failure instanceof RedirectLoopException
                || failure instanceof RedirectOverflowException;
        return clear ? TextAnswer.ABSENT : TextAnswer.UNAVAILABLE;
    }

    /** A record's strings are one text that was cut for the wire, as in RFC 7208 §3.3. */
    private static String text(TXTRecord record) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        record.getStringsAsByteArrays().forEach(text::writeBytes);
        return text.toString(StandardCharsets.UTF_8);
    }
}
