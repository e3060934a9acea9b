package dev.gatehouse.journeys.factors;

import dev.gatehouse.journeys.house.Authenticator;
import dev.gatehouse.journeys.house.BackupCodes;
import dev.gatehouse.journeys.house.House;
import dev.gatehouse.journeys.house.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody with one second factor, and its codes at hand. */
final class Holder {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int BACKUP_CODES = 12;

    private final House house;
    private final FactorKind kind;
    private final Person person;
    private final String address;
    private final Authenticator app;
    private final BackupCodes backupCodes;
    private int messagesBefore;
    private int codes;
    private @Nullable String used;
    private @Nullable Visitor browser;
    private @Nullable String deviceToken;

    private Holder(House house, FactorKind kind, int number) {
        this.house = house;
        this.kind = kind;
        this.app = Authenticator.of("the secret of holder " + number);
        this.backupCodes = BackupCodes.of(number, BACKUP_CODES);
        String phone = "+49151" + (77_000_000 + number * 10_007);
        this.person = house.newPerson(
                switch (kind) {
                    case EMAIL -> List.of(Map.of("type", "email-otp", "credentialData", "{}", "secretData", "{}"));
                    case SMS ->
                        List.of(Map.of(
                                "type",
                                "sms-otp",
                                "credentialData",
                                "{\"address\":\"" + phone + "\"}",
                                "secretData",
                                "{}"));
                    case TOTP -> List.of(app.credential());
                    case BACKUP_CODES -> List.of(backupCodes.credential());
                    case NONE -> List.of();
                });
        this.address = kind == FactorKind.SMS ? phone : person.email();
    }

    /** @param number of its own: it makes the secrets */
    static Holder of(House house, FactorKind kind, int number) {
        return new Holder(house, kind, number);
    }

    FactorKind kind() {
        return kind;
    }

    Person person() {
        return person;
    }

    /** To be told before a login begins that sends a code. */
    void expectCode() {
        messagesBefore = house.inbox().messagesTo(address).size();
    }

    /** The right code for the login under way; it is taken for used from now on. */
    String rightCode() {
        String code = switch (kind) {
            case EMAIL, SMS, NONE -> house.inbox().codeAfter(messagesBefore, address);
            // A step is good once; the next one is as good as this one.
            case TOTP -> app.codeAt(Instant.now().plus(STEP.multipliedBy(codes)));
            case BACKUP_CODES -> backupCodes.codes().get(codes);
        };
        codes++;
        used = code;
        return code;
    }

    /** A right code that no login has to be begun for. */
    Optional<String> codeAtHand() {
        return kind == FactorKind.TOTP || kind == FactorKind.BACKUP_CODES ? Optional.of(rightCode()) : Optional.empty();
    }

    Optional<String> usedCode() {
        return Optional.ofNullable(used);
    }

    /** The browser that this person trusts. */
    Optional<Visitor> browser() {
        return Optional.ofNullable(browser);
    }

    void browser(Visitor trusted) {
        browser = trusted;
    }

    /** What an app keeps that this person trusts. */
    Optional<String> deviceToken() {
        return Optional.ofNullable(deviceToken);
    }

    void deviceToken(String token) {
        deviceToken = token;
    }
}
