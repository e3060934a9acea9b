package dev.gatehouse.account.keycloak;

import jakarta.ws.rs.core.AbstractMultivaluedMap;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The headers of a {@link FormRequest}: a form, without cookies, without {@code Authorization}. */
final class FormHeaders implements HttpHeaders {
    private static final class CaseInsensitiveMap extends AbstractMultivaluedMap<String, String> {
        CaseInsensitiveMap() {
            super(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
        }
    }

    private final HttpHeaders original;
    private final MultivaluedMap<String, String> headers = new CaseInsensitiveMap();

    FormHeaders(HttpHeaders original) {
        this.original = original;
        original.getRequestHeaders().forEach((name, values) -> headers.addAll(name, values));
        headers.remove(AUTHORIZATION);
        headers.remove(COOKIE);
        headers.remove(CONTENT_LENGTH);
        headers.putSingle(CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED);
    }

    @Override
    public @Nullable List<String> getRequestHeader(String name) {
        return headers.get(name);
    }

    @Override
    public @Nullable String getHeaderString(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : String.join(",", values);
    }

    @Override
    public MultivaluedMap<String, String> getRequestHeaders() {
        return headers;
    }

    @Override
    public List<MediaType> getAcceptableMediaTypes() {
        return original.getAcceptableMediaTypes();
    }

    @Override
    public List<Locale> getAcceptableLanguages() {
        return original.getAcceptableLanguages();
    }

    @Override
    public MediaType getMediaType() {
        return MediaType.APPLICATION_FORM_URLENCODED_TYPE;
    }

    @Override
    public Locale getLanguage() {
        return original.getLanguage();
    }

    @Override
    public Map<String, Cookie> getCookies() {
        return Map.of();
    }

    @Override
    public Date getDate() {
        return original.getDate();
    }

    @Override
    public int getLength() {
        return -1;
    }
}
