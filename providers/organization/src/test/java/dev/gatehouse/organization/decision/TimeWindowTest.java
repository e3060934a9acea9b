package dev.gatehouse.organization.decision;

import static dev.gatehouse.organization.decision.Questions.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWindowTest {
    private static final String OFFICE = "time within 08:00-18:00 Europe/Berlin mon-fri";

    @Test
    void theFirstMinuteIsInAndTheLastIsNot() {
        assertThat(PLAIN.at("2026-01-14T06:59:59Z").meet(OFFICE)).isFalse();
        assertThat(PLAIN.at("2026-01-14T07:00:00Z").meet(OFFICE)).isTrue();
        assertThat(PLAIN.at("2026-01-14T16:59:59Z").meet(OFFICE)).isTrue();
        assertThat(PLAIN.at("2026-01-14T17:00:00Z").meet(OFFICE)).isFalse();
    }

    @Test
    void summerTimeMovesTheHoursWithTheClocks() {
        assertThat(PLAIN.at("2026-07-15T06:00:00Z").meet(OFFICE)).isTrue();
        assertThat(PLAIN.at("2026-07-15T16:00:00Z").meet(OFFICE)).isFalse();
    }

    @Test
    void daysAreThoseOfThePlaceNotOfTheServer() {
        String monday = "time within 00:00-24:00 Pacific/Auckland mon";
        assertThat(PLAIN.at("2026-01-11T11:00:00Z").meet(monday)).isTrue();
        assertThat(PLAIN.at("2026-01-12T11:00:00Z").meet(monday)).isFalse();
    }

    @Test
    void hoursOverMidnightBelongToTheDayOnWhichTheyBegin() {
        String night = "time within 22:00-06:00 UTC fri";
        assertThat(PLAIN.at("2026-01-16T21:59:00Z").meet(night)).isFalse();
        assertThat(PLAIN.at("2026-01-16T22:00:00Z").meet(night)).isTrue();
        assertThat(PLAIN.at("2026-01-17T05:59:00Z").meet(night)).isTrue();
        assertThat(PLAIN.at("2026-01-17T22:00:00Z").meet(night)).isFalse();
        assertThat(PLAIN.at("2026-01-16T05:00:00Z").meet(night)).isFalse();
    }

    @Test
    void daysCanBeListedAndGoOverTheWeekend() {
        assertThat(PLAIN.at("2026-01-18T12:00:00Z").meet("time within 00:00-24:00 UTC fri-mon"))
                .isTrue();
        assertThat(PLAIN.at("2026-01-14T12:00:00Z").meet("time within 00:00-24:00 UTC fri-mon"))
                .isFalse();
        assertThat(PLAIN.at("2026-01-14T12:00:00Z").meet("time within 00:00-24:00 UTC mon,wed-thu"))
                .isTrue();
        assertThat(PLAIN.at("2026-01-13T12:00:00Z").meet("time within 00:00-24:00 UTC mon,wed-thu"))
                .isFalse();
    }

    /** Every quarter of an hour of a year, in places whose clocks change at odd moments or not at all. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"})
    void theClockOnTheWallDecidesAllYearLong(String zone) {
        for (String hours : List.of("08:00-18:00", "02:15-02:45", "23:30-00:30", "00:00-24:00")) {
            LocalTime from = LocalTime.parse(hours.substring(0, 5));
            boolean toMidnight = hours.endsWith("24:00");
            LocalTime until = toMidnight ? LocalTime.MAX : LocalTime.parse(hours.substring(6));
            TimeWindow window = window("time within " + hours + " " + zone);
            Instant time = Instant.parse("2026-01-01T00:00:00Z");
            for (int quarter = 0; quarter < 365 * 96; quarter++, time = time.plus(Duration.ofMinutes(15))) {
                LocalTime wall = ZonedDateTime.ofInstant(time, ZoneId.of(zone)).toLocalTime();
                boolean within = from.isBefore(until)
                        ? !wall.isBefore(from) && (toMidnight || wall.isBefore(until))
                        : !wall.isBefore(from) || wall.isBefore(until);
                assertThat(window.holds(PLAIN.at(time.toString()).ask()))
                        .as("%s at %s", hours, time)
                        .isEqualTo(within);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time within 08:00-08:00 UTC",
                "time within 24:00-06:00 UTC",
                "time within 00:00-00:00 UTC",
                "time within 08:00-24:01 UTC",
                "time within 08:60-18:00 UTC",
                "time within 8:00-18:00 UTC",
                "time within 08:00-18:00",
                "time within 08:00-18:00 Europe/Atlantis",
                "time within 08:00-18:00 +02:00",
                "time within 08:00-18:00 UTC monday",
                "time within 08:00-18:00 UTC mon,",
                "time within 08:00-18:00 UTC mon tue",
                "time within  08:00-18:00 UTC",
                "time within 08:00-18:00 UTC ",
                "Time within 08:00-18:00 UTC"
            })
    void anythingElseIsRefused(String text) {
        assertThat(Conditions.mistake(text)).isPresent();
        assertThat(PLAIN.meet(text)).isFalse();
    }

    private static TimeWindow window(String text) {
        java.util.regex.Matcher match = TimeWindow.FORM.matcher(text);
        assertThat(match.matches()).isTrue();
        try {
            return (TimeWindow) TimeWindow.read(match);
        } catch (BadCondition bad) {
            throw new AssertionError(bad);
        }
    }
}
