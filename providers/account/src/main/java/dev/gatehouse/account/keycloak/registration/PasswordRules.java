package dev.gatehouse.account.keycloak.registration;

import dev.gatehouse.account.password.BrokenRule;
import dev.gatehouse.account.registration.WaitingRegistration.HashedPassword;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.PasswordCredentialProvider;
import org.keycloak.credential.PasswordCredentialProviderFactory;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/** The realm's password policy and Keycloak's own hashing, for users and for those who are none yet. */
public final class PasswordRules {
    private final KeycloakSession session;
    private final RealmModel realm;

    public PasswordRules(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** All rules that this password would break as this user's; asking for more than the first spares people tries. */
    public List<BrokenRule> brokenBy(UserModel user, String password) {
        return broken(policy -> policy.validate(realm, user, password));
    }

    /** The same for somebody who is no user yet, and has had no password before. */
    List<BrokenRule> brokenBy(String username, String email, String password) {
        Set<BrokenRule> rules = new LinkedHashSet<>(broken(policy -> policy.validate(username, password)));
        rules.addAll(broken(policy -> policy.validate(email, password)));
        return List.copyOf(rules);
    }

    private List<BrokenRule> broken(Function<PasswordPolicyProvider, @Nullable PolicyError> validation) {
        List<BrokenRule> rules = new ArrayList<>();
        for (String rule : realm.getPasswordPolicy().getPolicies()) {
            PasswordPolicyProvider provider = session.getProvider(PasswordPolicyProvider.class, rule);
            PolicyError error = provider == null ? null : validation.apply(provider);
            if (error != null) {
                Object[] values = error.getParameters();
                rules.add(new BrokenRule(
                        rule,
                        values != null && values.length > 0 && values[0] instanceof Integer number ? number : null));
            }
        }
        return rules;
    }

    HashedPassword hash(String password) {
        PasswordPolicy policy = realm.getPasswordPolicy();
        PasswordHashProvider chosen = policy.getHashAlgorithm() == null
                ? null
                : session.getProvider(PasswordHashProvider.class, policy.getHashAlgorithm());
        PasswordHashProvider hash = chosen == null ? session.getProvider(PasswordHashProvider.class) : chosen;
        PasswordCredentialModel credential = hash.encodedCredential(password, policy.getHashIterations());
        return new HashedPassword(credential.getCredentialData(), credential.getSecretData());
    }

    /**
     * As much work as comparing a password. Keycloak does this for unknown users, but not for those who have no
     * password at all (they come from an identity provider): without it, time would tell that they exist.
     */
    public void pretendToCompare() {
        hash("SlightlyLongerDummyPassword");
    }

    boolean matches(HashedPassword hashed, String password) {
        PasswordCredentialModel credential = credential(hashed);
        PasswordHashProvider hash = session.getProvider(
                PasswordHashProvider.class,
                credential.getPasswordCredentialData().getAlgorithm());
        return hash != null && hash.verify(password, credential);
    }

    void give(UserModel user, HashedPassword hashed) {
        PasswordCredentialProvider passwords = (PasswordCredentialProvider)
                session.getProvider(CredentialProvider.class, PasswordCredentialProviderFactory.PROVIDER_ID);
        passwords.createCredential(realm, user, credential(hashed));
    }

    private static PasswordCredentialModel credential(HashedPassword hashed) {
        CredentialModel model = new CredentialModel();
        model.setType(PasswordCredentialModel.TYPE);
        model.setCredentialData(hashed.credentialData());
        model.setSecretData(hashed.secretData());
        return PasswordCredentialModel.createFromCredentialModel(model);
    }
}
