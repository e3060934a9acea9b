package dev.gatehouse.messaging.sms.http;

import dev.gatehouse.messaging.sms.GatewayAnswer;
import dev.gatehouse.messaging.sms.SmsGateway;
import dev.gatehouse.messaging.sms.Text;
import java.net.http.HttpRequest;

/** Posts what the template says. */
final class HttpGateway implements SmsGateway {
    private final HttpGatewaySettings settings;
    private final HttpLine line;

    HttpGateway(HttpGatewaySettings settings) {
        this.settings = settings;
        this.line = new HttpLine(settings.connectTimeout(), settings.timeout());
    }

    @Override
    public GatewayAnswer send(Text text) {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.url())
                .header("Content-Type", settings.body().contentType())
                .POST(HttpRequest.BodyPublishers.ofString(settings.body().fill(text, settings.from())));
        settings.authorization()
                .ifPresent(given -> request.header(given.header(), given.value().value()));
        return line.exchange(request.build(), this::meaning);
    }

    private GatewayAnswer meaning(Reply reply) {
        if (settings.refusedText().filter(reply.body()::contains).isPresent()) {
            return GatewayAnswer.refused("HTTP " + reply.status() + ", refused");
        }
        boolean isUnexpected = reply.isSuccess()
                && settings.acceptedText()
                        .filter(expected -> !reply.body().contains(expected))
                        .isPresent();
        return isUnexpected ? reply.unreadable() : reply.byStatus();
    }
}
