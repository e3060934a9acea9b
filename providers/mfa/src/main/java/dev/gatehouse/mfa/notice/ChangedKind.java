package dev.gatehouse.mfa.notice;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of credential whose changes the owner is told of, each with the name that stands in the mail. */
public enum ChangedKind {
    EMAIL("secondFactorEmail"),
    SMS("factorNoticeSms"),
    TOTP("secondFactorTotp"),
    BACKUP_CODES("factorNoticeBackupCodes"),
    PASSKEY("secondFactorPasskey"),
    DEVICE("trusted-device-display-name");

    private static final Map<String, ChangedKind> BY_CREDENTIAL_TYPE = Map.of(
            "email-otp", EMAIL,
            "sms-otp", SMS,
            "otp", TOTP,
            "recovery-authn-codes", BACKUP_CODES,
            "webauthn", PASSKEY,
            "webauthn-passwordless", PASSKEY,
            "trusted-device", DEVICE);

    private final String text;

    ChangedKind(String text) {
        this.text = text;
    }

    /** Empty for a password, of which others tell. */
    static Optional<ChangedKind> of(@Nullable String credentialType) {
        return Optional.ofNullable(credentialType).map(BY_CREDENTIAL_TYPE::get);
    }

    public String text() {
        return text;
    }
}
