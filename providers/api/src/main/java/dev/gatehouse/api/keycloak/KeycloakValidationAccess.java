package dev.gatehouse.api.keycloak;

import dev.gatehouse.account.keycloak.SignedTokens;
import dev.gatehouse.account.keycloak.TokenValidation;
import dev.gatehouse.account.validation.LiveToken;
import dev.gatehouse.api.problem.Problem;
import dev.gatehouse.api.validation.ValidatedToken;
import dev.gatehouse.api.validation.ValidationAccess;
import dev.gatehouse.foundation.problem.ProblemType;
import dev.gatehouse.organization.decision.UserPermissions.InOrganization;
import dev.gatehouse.organization.keycloak.Organizations;
import jakarta.ws.rs.NotAuthorizedException;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AppAuthManager;

/** A request's session, translated for the validation of tokens. */
final class KeycloakValidationAccess implements ValidationAccess {
    private static final String BEARER = "Bearer";

    private final KeycloakSession session;
    private final TokenValidation validation;

    KeycloakValidationAccess(KeycloakSession session, SignedTokens tokens, Clock clock) {
        this.session = session;
        this.validation = new TokenValidation(session, tokens, clock);
    }

    @Override
    public Optional<ValidatedToken> forCaller(String token) {
        Optional<ServiceCaller> service = ServiceCaller.byCredentials(session);
        if (service.isPresent()) {
            if (!service.get().holds(ServiceCaller.VALIDATE_TOKENS)) {
                throw Problem.of(ProblemType.FORBIDDEN).refusal();
            }
            return validated(token);
        }
        Caller caller = Caller.require(session);
        boolean mayAskAboutAll = ServiceCaller.of(caller)
                .filter(one -> one.holds(ServiceCaller.VALIDATE_TOKENS))
                .isPresent();
        return validated(token)
                .filter(one -> mayAskAboutAll
                        || one.token().subject().equals(caller.user().getId()));
    }

    @Override
    public Optional<ValidatedToken> ofRequest() {
        try {
            AppAuthManager.AuthHeader header = AppAuthManager.extractAuthorizationHeaderTokenOrReturnNull(
                    session.getContext().getHttpRequest().getHttpHeaders());
            return header != null && BEARER.equalsIgnoreCase(header.getScheme())
                    ? validated(header.getToken())
                    : Optional.empty();
        } catch (NotAuthorizedException severalHeaders) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<InOrganization> in(ValidatedToken validated, String organization) {
        return in(validated.token(), organization);
    }

    @Override
    public RuntimeException unauthenticated() {
        return Caller.unauthenticated(session);
    }

    private Optional<ValidatedToken> validated(String encoded) {
        return validation
                .of(encoded)
                .map(token -> new ValidatedToken(
                        token, token.activeOrganization().flatMap(organization -> in(token, organization))));
    }

    private Optional<InOrganization> in(LiveToken token, String organization) {
        UserModel user = session.users().getUserById(session.getContext().getRealm(), token.subject());
        Organizations organizations = Organizations.of(session);
        return user == null || organization.indexOf('\0') >= 0 || !organizations.areAvailable()
                ? Optional.empty()
                : organizations.permissions().in(user, organization);
    }
}
