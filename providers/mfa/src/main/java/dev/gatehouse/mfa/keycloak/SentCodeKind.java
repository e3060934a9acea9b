package dev.gatehouse.mfa.keycloak;

import dev.gatehouse.mfa.FactorType;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of factor whose codes are sent: everything in which the two differ, apart from the sending itself. */
enum SentCodeKind {
    EMAIL(
            FactorType.EMAIL,
            "email-otp",
            "CONFIGURE_EMAIL_OTP",
            "email-otp-display-name",
            "email-otp-help-text",
            "kcAuthenticatorEmailOtpClass"),
    SMS(
            FactorType.SMS,
            "sms-otp",
            "CONFIGURE_SMS_OTP",
            "sms-otp-display-name",
            "sms-otp-help-text",
            "kcAuthenticatorSmsOtpClass");

    private final FactorType type;
    private final String credentialType;
    private final String enrolmentAction;
    private final String displayNameKey;
    private final String helpTextKey;
    private final String iconClass;

    SentCodeKind(
            FactorType type,
            String credentialType,
            String enrolmentAction,
            String displayNameKey,
            String helpTextKey,
            String iconClass) {
        this.type = type;
        this.credentialType = credentialType;
        this.enrolmentAction = enrolmentAction;
        this.displayNameKey = displayNameKey;
        this.helpTextKey = helpTextKey;
        this.iconClass = iconClass;
    }

    static Optional<SentCodeKind> of(FactorType type) {
        return Arrays.stream(values()).filter(kind -> kind.type == type).findFirst();
    }

    static Optional<SentCodeKind> ofCredential(String credentialType) {
        return Arrays.stream(values())
                .filter(kind -> kind.credentialType.equals(credentialType))
                .findFirst();
    }

    /** So much of a destination as its owner needs to recognise it. */
    String mask(String destination) {
        return type.mask(destination);
    }

    FactorType type() {
        return type;
    }

    /** Also the id of its credential provider and of its authenticator. */
    String credentialType() {
        return credentialType;
    }

    String enrolmentAction() {
        return enrolmentAction;
    }

    String displayNameKey() {
        return displayNameKey;
    }

    String helpTextKey() {
        return helpTextKey;
    }

    /** The name by which a theme gives it an icon. */
    String iconClass() {
        return iconClass;
    }
}
