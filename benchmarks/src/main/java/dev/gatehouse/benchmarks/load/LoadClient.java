package dev.gatehouse.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/** Sends requests over connections that stay open, one for each thread at most. Keeps no cookie, follows no redirect. */
public final class LoadClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final URI base;
    private final CloseableHttpClient http;

    LoadClient(URI base) {
        this.base = base;
        http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(64)
                        .setMaxConnTotal(64)
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    /** What a server answered. */
    public record Answer(int status, String body) {
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }

        public String field(String name) {
            return expect(200).json().path(name).asText();
        }

        /** This answer, if it has the status; what is not what was to be measured must not be measured. */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new IllegalStateException("expected " + expected + ", got " + status + ": " + body);
            }
            return this;
        }
    }

    public Answer get(String path, Map<String, String> headers) {
        return send("GET", path, headers, null, ContentType.APPLICATION_JSON);
    }

    public Answer json(String method, String path, Map<String, String> headers, String body) {
        return send(method, path, headers, body, ContentType.APPLICATION_JSON);
    }

    public Answer form(String path, Map<String, String> fields) {
        return form(path, Map.of(), encoded(fields));
    }

    /** Posts a form that {@link #encoded} made before. */
    public Answer form(String path, Map<String, String> headers, String encoded) {
        return send("POST", path, headers, encoded, ContentType.APPLICATION_FORM_URLENCODED);
    }

    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Answer send(
            String method, String path, Map<String, String> headers, @Nullable String body, ContentType type) {
        var request = new HttpUriRequestBase(method, URI.create(base + path));
        headers.forEach(request::addHeader);
        if (body != null) {
            request.setEntity(new StringEntity(body, type));
        }
        try {
            return http.execute(
                    request,
                    response -> new Answer(
                            response.getCode(),
                            response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity())));
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + path, failure);
        }
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
