package dev.gatehouse.account.keycloak;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.keycloak.http.FormPartValue;
import org.keycloak.http.HttpRequest;

/**
 * The request as Keycloak's flows want to see it: the fields of our JSON as form parameters. Cookies and the
 * {@code Authorization} header stay outside, since none of our operations logs in by them.
 */
final class FormRequest implements HttpRequest {
    private final HttpRequest original;
    private final MultivaluedMap<String, String> form;
    private final HttpHeaders headers;

    FormRequest(HttpRequest original, Map<String, String> fields) {
        this.original = original;
        this.form = new MultivaluedHashMap<>(fields);
        this.headers = new FormHeaders(original.getHttpHeaders());
    }

    @Override
    public MultivaluedMap<String, String> getDecodedFormParameters() {
        return form;
    }

    @Override
    public MultivaluedMap<String, FormPartValue> getMultiPartFormParameters() {
        return new MultivaluedHashMap<>();
    }

    @Override
    public HttpHeaders getHttpHeaders() {
        return headers;
    }

    @Override
    public String getHttpMethod() {
        return original.getHttpMethod();
    }

    @Override
    public X509Certificate[] getClientCertificateChain() {
        return original.getClientCertificateChain();
    }

    @Override
    public UriInfo getUri() {
        return original.getUri();
    }

    @Override
    public boolean isProxyTrusted() {
        return original.isProxyTrusted();
    }
}
