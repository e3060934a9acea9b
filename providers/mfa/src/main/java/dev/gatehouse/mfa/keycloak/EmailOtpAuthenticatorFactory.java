package dev.gatehouse.mfa.keycloak;

/** Offers the e-mail code to browser flows. */
public final class EmailOtpAuthenticatorFactory extends SentCodeAuthenticatorFactory {

    public static final String ID = "email-otp";

    public EmailOtpAuthenticatorFactory() {
        super(SentCodeKind.EMAIL);
    }

    @Override
    public String getDisplayType() {
        return "E-mail code";
    }

    @Override
    public String getHelpText() {
        return "Asks for a one-time code that was sent to the user's e-mail address. Lowest assurance of the second factors: acr 2.";
    }
}
