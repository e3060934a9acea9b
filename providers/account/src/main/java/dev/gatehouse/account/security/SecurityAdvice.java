package dev.gatehouse.account.security;

import dev.gatehouse.account.security.Advice.Topic;
import dev.gatehouse.mfa.FactorType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the owner of an account should do, the most pressing first. A password is called old after two years only, and
 * never said to be bad for its age alone: changing passwords by the calendar makes them worse (NIST SP 800-63B-4).
 */
public final class SecurityAdvice {
    static final int FEW_CODES = 3;
    static final int MANY_SESSIONS = 10;
    static final Duration OLD_PASSWORD = Duration.ofDays(730);
    static final Duration RECENT = Duration.ofDays(7);
    static final int SUSPICIOUS_FAILURES = 3;

    private SecurityAdvice() {}

    public static List<Advice> of(AccountState account, Instant now) {
        List<Advice> advice = new ArrayList<>();
        factors(account, advice);
        if (account.hasAddress() && !account.addressVerified()) {
            advice.add(new Advice(
                    Topic.UNVERIFIED_EMAIL,
                    "The e-mail address was not verified: a forgotten password could not be reset by it."));
        }
        Instant changed = account.passwordChangedAt();
        if (changed != null && changed.isBefore(now.minus(OLD_PASSWORD))) {
            advice.add(new Advice(
                    Topic.OLD_PASSWORD,
                    "The password was set " + Duration.between(changed, now).toDays()
                            + " days ago: change it if it is used anywhere else."));
        }
        if (account.sessions() > MANY_SESSIONS) {
            advice.add(new Advice(
                    Topic.MANY_SESSIONS,
                    "The account is logged in " + account.sessions()
                            + " times: end the sessions that are not needed."));
        }
        logins(account, now, advice);
        advice.sort(Comparator.comparing((Advice one) -> one.topic().urgency()).thenComparing(Advice::topic));
        return List.copyOf(advice);
    }

    private static void factors(AccountState account, List<Advice> advice) {
        Set<FactorType> proper = EnumSet.noneOf(FactorType.class);
        proper.addAll(account.factors());
        proper.remove(FactorType.BACKUP_CODES);
        if (proper.isEmpty()) {
            advice.add(new Advice(
                    Topic.NO_SECOND_FACTOR, "No second factor is set up: the password alone opens the account."));
            return;
        }
        if (proper.equals(EnumSet.of(FactorType.EMAIL))) {
            advice.add(new Advice(
                    Topic.ONLY_EMAIL_FACTOR,
                    "The only second factor is e-mail: whoever reads the mail can log in with the password."));
        }
        if (!account.factors().contains(FactorType.BACKUP_CODES)) {
            advice.add(
                    new Advice(Topic.NO_BACKUP_CODES, "There are no backup codes for when the second factor is lost."));
        } else if (account.backupCodesLeft() < FEW_CODES) {
            advice.add(new Advice(
                    Topic.FEW_BACKUP_CODES, account.backupCodesLeft() + " backup codes are left: make new ones."));
        }
    }

    /** Failures from where the owner never logged in from, as far back as the attempts reach. */
    private static void logins(AccountState account, Instant now, List<Advice> advice) {
        Set<String> known = account.logins().stream()
                .filter(LoginAttempt::succeeded)
                .map(LoginAttempt::address)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        List<LoginAttempt> strange = account.logins().stream()
                .filter(attempt -> !attempt.succeeded() && attempt.time().isAfter(now.minus(RECENT)))
                .filter(attempt -> attempt.address() != null && !known.contains(attempt.address()))
                .toList();
        if (strange.size() >= SUSPICIOUS_FAILURES) {
            long addresses =
                    strange.stream().map(LoginAttempt::address).distinct().count();
            advice.add(new Advice(
                    Topic.FAILED_LOGINS_FROM_NEW_ADDRESSES,
                    strange.size() + " logins failed in the last 7 days, from " + addresses
                            + " addresses that were never logged in from."));
        }
    }
}
