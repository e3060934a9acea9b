package dev.gatehouse.ratelimit;

import java.time.Duration;

/**
 * What anyone may do without a token, and how often one address may do it unless configured otherwise.
 *
 * <p>The defaults let an office of some hundred people behind one address arrive at nine o'clock, and keep an attacker
 * with one address under a twentieth of what one processor core spends on password hashes. What sends e-mail is
 * scarcer: it costs somebody else's attention.
 */
public enum LimitedOperation {
    LOGIN("login", 20, Duration.ofMinutes(1)),
    LOGIN_PAGES("login-pages", 120, Duration.ofMinutes(1)),
    TOKEN("token", 60, Duration.ofMinutes(1)),
    REFRESH("refresh", 120, Duration.ofMinutes(1)),
    MFA("mfa", 60, Duration.ofMinutes(1)),
    ACTIONS("actions", 30, Duration.ofMinutes(1)),
    REGISTER("register", 20, Duration.ofMinutes(10)),
    FORGOT_PASSWORD("forgot-password", 10, Duration.ofMinutes(10)),
    RESET_PASSWORD("reset-password", 20, Duration.ofMinutes(10)),
    VERIFY_EMAIL("verify-email", 30, Duration.ofMinutes(10)),
    RESEND_VERIFICATION("resend-verification", 10, Duration.ofMinutes(10)),
    ACCEPT_INVITATION("accept-invitation", 30, Duration.ofMinutes(10));

    private final String policy;
    private final int quota;
    private final Duration window;

    LimitedOperation(String policy, int quota, Duration window) {
        this.policy = policy;
        this.quota = quota;
        this.window = window;
    }

    /** The name under which the operation is configured, announced and counted. */
    public String policy() {
        return policy;
    }

    /** What holds when nothing is configured. */
    public RateLimit defaultLimit() {
        return new RateLimit(policy, quota, window);
    }
}
