package dev.gatehouse.api.validation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.account.validation.LiveToken;
import dev.gatehouse.organization.Permission;
import dev.gatehouse.organization.decision.UserPermissions.InOrganization;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a service learns of a good token: RFC 7662 in meaning, and the organization as it is now. */
record ValidationAnswer(
        boolean active,
        String sub,
        String username,
        String clientId,
        String scope,
        String iss,
        List<String> aud,
        long exp,
        long iat,
        String tokenType,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> cnf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String acr,
        List<String> amr,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sessionId,
        @Nullable Organization organization) {

    /** All that is said of a token that is not good, whatever the reason. */
    record Inactive(boolean active) {
        static final Inactive ANSWER = new Inactive(false);
    }

    record Organization(String id, String alias, Collection<String> roles, List<String> permissions) {
        static Organization of(InOrganization one) {
            return new Organization(
                    one.id(),
                    one.alias(),
                    one.roles(),
                    one.permissions().stream().map(Permission::value).toList());
        }
    }

    static ValidationAnswer of(ValidatedToken validated) {
        LiveToken token = validated.token();
        return new ValidationAnswer(
                true,
                token.subject(),
                token.username(),
                token.clientId(),
                token.scope(),
                token.issuer(),
                token.audience(),
                token.expiresAt(),
                token.issuedAt(),
                token.tokenType(),
                token.confirmation(),
                token.acr(),
                token.authenticationMethods(),
                token.sessionId(),
                validated.organization().map(Organization::of).orElse(null));
    }
}
