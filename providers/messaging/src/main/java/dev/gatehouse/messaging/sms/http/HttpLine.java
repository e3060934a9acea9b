package dev.gatehouse.messaging.sms.http;

import dev.gatehouse.messaging.sms.GatewayAnswer;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;

/**
 * The connection to a gateway's server. Ends in time, whatever the server does: one deadline holds for connecting, sending and
 * the whole answer. Follows no redirect, which would hand codes and our credentials to somebody else.
 */
final class HttpLine {
    private final HttpClient client;
    private final Duration timeout;

    HttpLine(Duration connectTimeout, Duration timeout) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
        this.timeout = timeout;
    }

    /**
     * @param meaning of an answer; need not expect that it makes sense
     */
    GatewayAnswer exchange(HttpRequest request, Function<Reply, GatewayAnswer> meaning) {
        CompletableFuture<HttpResponse<String>> exchange = client.sendAsync(request, head -> new BoundedBody());
        try {
            HttpResponse<String> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return meaning.apply(new Reply(response.statusCode(), response.body()));
        } catch (TimeoutException late) {
            exchange.cancel(true);
            return GatewayAnswer.uncertain("no answer within " + timeout);
        } catch (ExecutionException failure) {
            return failed(failure.getCause() == null ? failure : failure.getCause());
        } catch (InterruptedException stopping) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return GatewayAnswer.uncertain("interrupted");
        }
    }

    /** Names the kind of failure only: its words may hold the address. */
    private static GatewayAnswer failed(Throwable failure) {
        String reason = failure.getClass().getSimpleName();
        boolean nothingWasSent = failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLHandshakeException;
        return nothingWasSent ? GatewayAnswer.notNow(reason) : GatewayAnswer.uncertain(reason);
    }
}
