package dev.gatehouse.mfa;

/**
 * A second factor that a user has set up.
 *
 * @param id the id of the credential, opaque to clients
 * @param label what the person recognises it by; masked, so that it may be shown before the login is complete
 * @param isDefault whether it is the one to offer first
 */
public record SecondFactor(String id, FactorType type, String label, boolean isDefault) {

    public Assurance assurance() {
        return type.assurance();
    }
}
