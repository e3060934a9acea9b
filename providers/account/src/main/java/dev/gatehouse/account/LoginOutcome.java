package dev.gatehouse.account;

import dev.gatehouse.mfa.FactorType;
import dev.gatehouse.mfa.SecondFactor;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What a login came to. Whoever answers it answers every case, the compiler sees to that. */
public sealed interface LoginOutcome {
    /** One answer for each case. */
    interface Answers<T> {
        T loggedIn(Tokens tokens);

        T secondFactorDue(String token, Duration life, List<SecondFactor> factors);

        T enrolmentDue(String token, Duration life, Set<FactorType> types);

        T actionsDue(String token, List<RequiredAction> actions);

        T refused(Refusal refusal);
    }

    <T> T answer(Answers<T> answers);

    /** The login is complete. */
    record LoggedIn(Tokens tokens) implements LoginOutcome {
        @Override
        public <T> T answer(Answers<T> answers) {
            return answers.loggedIn(tokens);
        }
    }

    /** The password was right; the token leads back to this login for {@code life}. */
    record SecondFactorDue(String token, Duration life, List<SecondFactor> factors) implements LoginOutcome {
        @Override
        public <T> T answer(Answers<T> answers) {
            return answers.secondFactorDue(token, life, factors);
        }
    }

    /** The password was right, and a second factor of one of these kinds has to be set up before there is a login. */
    record EnrolmentDue(String token, Duration life, Set<FactorType> types) implements LoginOutcome {
        @Override
        public <T> T answer(Answers<T> answers) {
            return answers.enrolmentDue(token, life, types);
        }
    }

    /** Authenticated, but the account has to do something first. */
    record ActionsDue(String token, List<RequiredAction> actions) implements LoginOutcome {
        @Override
        public <T> T answer(Answers<T> answers) {
            return answers.actionsDue(token, actions);
        }
    }

    /** There is no login. */
    record Refused(Refusal refusal) implements LoginOutcome {
        @Override
        public <T> T answer(Answers<T> answers) {
            return answers.refused(refusal);
        }
    }

    /** Why there is no login, as far as the caller may know. */
    enum Refusal {
        /** Wrong password, unknown, disabled, locked: never told apart. */
        CREDENTIALS,
        /** No such first-party client, or it did not authenticate. */
        CLIENT,
        /** The client may not log users in this way, or one of its policies refuses it. */
        CLIENT_POLICY,
        /** A scope that the client does not have. */
        SCOPE,
        /** The user is not a member of the organization asked for, or there is none: never told apart. */
        ORGANIZATION,
        /** The proof of possession (DPoP, certificate) is missing or wrong. */
        PROOF,
        /** The waiting login is gone: its token expired, was used, or the account changed. */
        TICKET
    }
}
