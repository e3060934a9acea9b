package dev.gatehouse.foundation;

/** A setting that cannot be used. Stops the start; its message names the key and says what would be right. */
public final class InvalidSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * @param key the setting, as an operator writes it: {@code gatehouse.mfa.code-length}
     * @param expected what would be right, without the offending value where that may be a secret
     */
    public InvalidSetting(String key, String expected) {
        super("Setting " + key + ": " + expected);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
