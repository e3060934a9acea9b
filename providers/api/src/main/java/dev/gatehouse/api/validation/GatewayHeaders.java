package dev.gatehouse.api.validation;

import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.decision.UserPermissions.InOrganization;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a gateway may tell the service behind it. All headers are there always, empty if there is nothing to say, so that
 * a gateway that copies them overwrites whatever the client had sent under these names. Percent-encoded (RFC 3986).
 */
final class GatewayHeaders {
    /** A header that is longer would be refused by gateways; a service asks for so many permissions itself. */
    static final int MAXIMUM_LENGTH = 4_096;

    private GatewayHeaders() {}

    static Response.ResponseBuilder on(
            Response.ResponseBuilder answer, ValidatedToken validated, Optional<InOrganization> organization) {
        return answer.header("X-Auth-Subject", encoded(validated.token().subject()))
                .header("X-Auth-Username", encoded(validated.token().username()))
                .header(
                        "X-Auth-Organization",
                        organization.map(one -> encoded(one.alias())).orElse(""))
                .header(
                        "X-Auth-Permissions",
                        organization.map(GatewayHeaders::permissions).orElse(""));
    }

    /** Whole or empty: half of the permissions would look like all of them. */
    private static String permissions(InOrganization organization) {
        String list = organization.permissions().stream()
                .map(Permission::value)
                .map(GatewayHeaders::encoded)
                .collect(Collectors.joining(","));
        return list.length() <= MAXIMUM_LENGTH ? list : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%40", "@");
    }
}
