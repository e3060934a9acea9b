package dev.gatehouse.mfa;

/**
 * What an authenticator app is given.
 *
 * @param base32 the secret, for typing (RFC 4648)
 * @param uri the same with the realm's policy, in the format that the apps share ({@code otpauth:})
 * @param qrCode a picture of the URI, PNG in base 64
 */
public record AuthenticatorSecret(String base32, String uri, String qrCode) {

    @Override
    public String toString() {
        return "AuthenticatorSecret[hidden]";
    }
}
