package dev.gatehouse.mfa;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The kinds of second factor, each with what it proves and the authentication level ({@code acr}) it reaches. */
public enum FactorType {
    EMAIL(Assurance.LOW, 2) {
        @Override
        public String mask(String destination) {
            return MaskedAddress.of(destination);
        }
    },
    SMS(Assurance.RESTRICTED, 3) {
        @Override
        public String mask(String destination) {
            return MaskedPhoneNumber.of(destination);
        }
    },
    TOTP(Assurance.NORMAL, 3),
    BACKUP_CODES(Assurance.NORMAL, 3),
    /** In a browser only. */
    PASSKEY(Assurance.NORMAL, 4);

    /** What can be set up when a login is due one; backup codes stand in for a factor and are none on their own. */
    public static final Set<FactorType> ENROLLABLE = Collections.unmodifiableSet(EnumSet.of(EMAIL, SMS, TOTP, PASSKEY));

    private final Assurance assurance;
    private final int level;

    FactorType(Assurance assurance, int level) {
        this.assurance = assurance;
        this.level = level;
    }

    /**
     * So much of where this kind's codes are sent as the owner needs to recognise it.
     *
     * @throws UnsupportedOperationException for a kind that sends nothing
     */
    public String mask(String destination) {
        throw new UnsupportedOperationException(this + " sends nothing");
    }

    public Assurance assurance() {
        return assurance;
    }

    /** The value of {@code acr} once this factor was shown; 1 is the password alone. */
    public int level() {
        return level;
    }

    /** The name that stands in requests, answers and metrics, such as {@code backup_codes}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
