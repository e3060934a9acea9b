package dev.gatehouse.mfa;

/** How much a factor proves, in the words of NIST SP 800-63B-4. */
public enum Assurance {
    /** E-mail: proves access to a mailbox, which is not a device the person holds (§3.1.3.1). */
    LOW,
    /** Text messages: allowed while another type is offered and the person is told (§3.1.3.3). */
    RESTRICTED,
    /** Something the person holds or has stored safely. */
    NORMAL
}
