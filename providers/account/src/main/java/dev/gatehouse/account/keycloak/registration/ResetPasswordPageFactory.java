package dev.gatehouse.account.keycloak.registration;

/** {@code /realms/REALM/reset-password}. */
public final class ResetPasswordPageFactory extends LinkPageFactory {
    public ResetPasswordPageFactory() {
        super(LinkPage.Kind.RESET_PASSWORD);
    }

    @Override
    public String getId() {
        return "reset-password";
    }
}
