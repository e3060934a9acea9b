package dev.gatehouse.account.keycloak;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.keycloak.TokenVerifier;
import org.keycloak.TokenVerifier.TokenTypeCheck;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSHeader;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.util.TokenUtil;

/**
 * Access tokens whose signature was checked. That a token is what the realm signed stays true, so it is worked out once;
 * whether the key still counts is asked every time. Holds digests and claims, no token.
 */
public final class SignedTokens {
    /** A token's claims take about 2 KiB. */
    private static final int KEPT = 10_000;

    private static final TokenTypeCheck ACCESS_TOKEN =
            new TokenTypeCheck(List.of(TokenUtil.TOKEN_TYPE_BEARER, TokenUtil.TOKEN_TYPE_DPOP));

    private record Signed(AccessToken token, String keyId, String algorithm) {}

    private final Cache<String, Signed> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** The claims of an access token that the realm signed, by a key that counts now; nothing of any other text. */
    Optional<AccessToken> find(KeycloakSession session, RealmModel realm, String encoded) {
        String digest = digest(realm, encoded);
        Signed before = kept.getIfPresent(digest);
        if (before != null) {
            if (session.keys().getKey(realm, before.keyId(), KeyUse.SIG, before.algorithm()) != null) {
                return Optional.of(before.token());
            }
            kept.invalidate(digest);
        }
        try {
            return verified(session, encoded, digest);
        } catch (VerificationException notGood) {
            return Optional.empty();
        }
    }

    private Optional<AccessToken> verified(KeycloakSession session, String encoded, String digest)
            throws VerificationException {
        TokenVerifier<AccessToken> verifier = TokenVerifier.create(encoded, AccessToken.class)
                .withChecks(TokenVerifier.SUBJECT_EXISTS_CHECK, ACCESS_TOKEN);
        JWSHeader header = verifier.getHeader();
        if (header.getAlgorithm() == null) {
            return Optional.empty();
        }
        String algorithm = header.getAlgorithm().name();
        SignatureProvider signature = session.getProvider(SignatureProvider.class, algorithm);
        if (signature == null) {
            return Optional.empty();
        }
        AccessToken token = verifier.verifierContext(signature.verifier(header.getKeyId()))
                .verify()
                .getToken();
        if (signature.isAsymmetricAlgorithm() && header.getKeyId() != null) {
            kept.put(digest, new Signed(token, header.getKeyId(), algorithm));
        }
        return Optional.of(token);
    }

    private static String digest(RealmModel realm, String encoded) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(realm.getId().getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return Base64.getEncoder().encodeToString(sha.digest(encoded.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
