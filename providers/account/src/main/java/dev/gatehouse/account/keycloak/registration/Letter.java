package dev.gatehouse.account.keycloak.registration;

/** What an owner of an address is written. */
enum Letter {
    VERIFY("accountMailVerifySubject", "accountMailVerify", "accountMailVerifyButton", "accountMailVerifyEnd"),
    VERIFY_CHANGE("accountMailChangeSubject", "accountMailChange", "accountMailVerifyButton", "accountMailChangeEnd"),
    KNOWN_ALREADY("accountMailKnownSubject", "accountMailKnown", "", "accountMailKnownEnd"),
    RESET("accountMailResetSubject", "accountMailReset", "accountMailResetButton", "accountMailResetEnd"),
    PASSWORD_CHANGED("accountMailPasswordSubject", "accountMailPassword", "", "accountMailNotYou"),
    ADDRESS_CHANGED("accountMailAddressSubject", "accountMailAddress", "", "accountMailNotYou");

    private final String subject;
    private final String text;
    private final String button;
    private final String end;

    Letter(String subject, String text, String button, String end) {
        this.subject = subject;
        this.text = text;
        this.button = button;
        this.end = end;
    }

    String subject() {
        return subject;
    }

    String text() {
        return text;
    }

    /** The label of the link; empty in a letter without one. */
    String button() {
        return button;
    }

    String end() {
        return end;
    }
}
