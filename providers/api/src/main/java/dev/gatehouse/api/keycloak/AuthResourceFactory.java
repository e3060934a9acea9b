package dev.gatehouse.api.keycloak;

import dev.gatehouse.account.keycloak.FirstPartyClients;
import dev.gatehouse.account.keycloak.FirstPartyLogin;
import dev.gatehouse.account.keycloak.SignedTokens;
import dev.gatehouse.account.keycloak.TokenRefresh;
import dev.gatehouse.account.keycloak.registration.AddressVerification;
import dev.gatehouse.account.keycloak.registration.PasswordRecovery;
import dev.gatehouse.account.keycloak.registration.Registrar;
import dev.gatehouse.api.auth.AccountOperations;
import dev.gatehouse.api.auth.AuthResource;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/auth}. */
public final class AuthResourceFactory extends ApiResourceFactory {
    private final Clock clock = Clock.systemUTC();
    private final SignedTokens tokens = new SignedTokens();

    public AuthResourceFactory() {
        super("auth");
    }

    @Override
    protected Object resource(KeycloakSession session) {
        return new AuthResource(
                FirstPartyLogin.of(session),
                new TokenRefresh(session),
                new KeycloakLoginSessions(session, clock),
                new KeycloakDecisionsAccess(session, clock),
                new KeycloakPermissionsAccess(session),
                new KeycloakValidationAccess(session, tokens, clock),
                new KeycloakUsersAccess(session, clock),
                new Accounts(session));
    }

    /** Asked for by the realm's first-party client, whose web origins may read the answers. */
    private record Accounts(KeycloakSession keycloak) implements AccountOperations {
        @Override
        public Registrar registrar() {
            return new Registrar(asked());
        }

        @Override
        public AddressVerification verification() {
            return new AddressVerification(asked());
        }

        @Override
        public PasswordRecovery recovery() {
            return new PasswordRecovery(asked());
        }

        @Override
        public Optional<String> defaultClient() {
            return new FirstPartyClients(keycloak).defaultClient().map(ClientModel::getClientId);
        }

        private KeycloakSession asked() {
            new FirstPartyClients(keycloak)
                    .defaultClient()
                    .ifPresent(client -> keycloak.getContext().setClient(client));
            return keycloak;
        }
    }
}
