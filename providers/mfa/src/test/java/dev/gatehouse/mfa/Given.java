package dev.gatehouse.mfa;

import dev.gatehouse.foundation.SettingsSource;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What the tests of this package start from. */
final class Given {

    static final OtpSettings DEFAULTS = OtpSettings.from(SettingsSource.of(Map.of()));

    static final DigestKeys KEYS = keys("a realm's secret");

    private Given() {}

    static CodeBinding binding() {
        return binding("alice", "factor", "session", "execution");
    }

    static CodeBinding binding(String user, String factor, String session, String execution) {
        return new CodeBinding(
                new FactorKey("realm", user, factor), CodePurpose.LOGIN, session, execution, "alice@example.test");
    }

    static DigestKeys keys(String secret) {
        DigestKey key = DigestKey.derivedFrom("key of " + secret, secret.getBytes(StandardCharsets.UTF_8));
        return new DigestKeys() {
            @Override
            public DigestKey active() {
                return key;
            }

            @Override
            public Optional<DigestKey> byId(String id) {
                return id.equals(key.id()) ? Optional.of(key) : Optional.empty();
            }
        };
    }

    /** Digits of the same length that are not the code. */
    static OneTimeCode wrong(OneTimeCode code) {
        char first = code.characters().charAt(0);
        return OneTimeCode.typed(
                (first == '9' ? '0' : (char) (first + 1)) + code.characters().substring(1));
    }
}
