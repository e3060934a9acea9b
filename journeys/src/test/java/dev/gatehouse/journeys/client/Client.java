package dev.gatehouse.journeys.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests from one of this machine's own addresses. It follows no redirect and keeps no cookie, as a client of
 * the REST API does neither. Safe for several threads.
 */
public final class Client implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final CloseableHttpClient http;
    private final ExchangeCheck check;

    /**
     * @param base what paths are appended to, without a slash at the end
     * @param address a literal of 127.0.0.0/8
     */
    public Client(URI base, String address, ExchangeCheck check) {
        this.base = base;
        this.check = check;
        InetAddress source;
        try {
            source = InetAddress.getByName(address);
        } catch (UnknownHostException notAnAddress) {
            throw new UncheckedIOException(notAnAddress);
        }
        http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(128)
                        .setMaxConnTotal(128)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.ofSeconds(30))
                        .build())
                .setRoutePlanner(new DefaultRoutePlanner(null) {
                    @Override
                    protected InetAddress determineLocalAddress(HttpHost firstHop, HttpContext context) {
                        return source;
                    }
                })
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .build();
    }

    public Answer get(String path) {
        return send("GET", path, Map.of(), null, null);
    }

    public Answer get(String path, @Nullable String bearer) {
        return send("GET", path, authorization(bearer), null, null);
    }

    public Answer post(String path, Map<String, ?> body) {
        return post(path, body, null);
    }

    public Answer post(String path, Map<String, ?> body, @Nullable String bearer) {
        return json("POST", path, body, bearer);
    }

    public Answer json(String method, String path, Map<String, ?> body, @Nullable String bearer) {
        try {
            return send(method, path, authorization(bearer), JSON.writeValueAsString(body), "application/json");
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(notJson);
        }
    }

    /** Posts a form, as OAuth clients do. */
    public Answer form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", path, Map.of(), body, "application/x-www-form-urlencoded");
    }

    /** Sends any request; an exchange that does not fit the contract fails the story. */
    public Answer send(
            String method,
            String path,
            Map<String, String> headers,
            @Nullable String body,
            @Nullable String contentType) {
        return send(method, path, headers, body, contentType, false);
    }

    /** The same, with a body whose length is not announced. */
    public Answer sendChunked(
            String method, String path, Map<String, String> headers, String body, String contentType) {
        return send(method, path, headers, body, contentType, true);
    }

    private Answer send(
            String method,
            String path,
            Map<String, String> headers,
            @Nullable String body,
            @Nullable String contentType,
            boolean chunked) {
        var request = new HttpUriRequestBase(method, URI.create(base + path));
        headers.forEach(request::addHeader);
        if (body != null && contentType != null) {
            request.setEntity(new StringEntity(body, ContentType.parse(contentType), null, chunked));
        }
        try {
            Answer answer = http.execute(request, response -> {
                Map<String, List<String>> received = new LinkedHashMap<>();
                for (var header : response.getHeaders()) {
                    received.computeIfAbsent(header.getName(), name -> new ArrayList<>())
                            .add(header.getValue());
                }
                String text = response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity());
                return new Answer(response.getCode(), received, text);
            });
            Secrets.collect(answer.body());
            Secrets.collect(body == null ? "" : body);
            check.check(method, path, body, answer);
            return answer;
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

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> authorization(@Nullable String bearer) {
        return bearer == null ? Map.of() : Map.of("Authorization", "Bearer " + bearer);
    }
}
