package dev.gatehouse.mfa.keycloak;

/** Offers the SMS code to browser flows. */
public final class SmsOtpAuthenticatorFactory extends SentCodeAuthenticatorFactory {

    public static final String ID = "sms-otp";

    public SmsOtpAuthenticatorFactory() {
        super(SentCodeKind.SMS);
    }

    @Override
    public String getDisplayType() {
        return "SMS code";
    }

    @Override
    public String getHelpText() {
        return "Asks for a one-time code that was sent to the user's phone. Restricted by NIST SP 800-63B: offer another factor beside it. acr 3.";
    }
}
