package dev.gatehouse.organization.domain;

import dev.gatehouse.foundation.problem.FieldError;
import java.util.stream.Collectors;

/** What somebody has to know whose record was not found: which was looked for, and what was there instead. */
public final class Unproved {

    private static final int MOST_SHOWN = 5;
    private static final int LONGEST_SHOWN = 100;

    private Unproved() {}

    public static FieldError error(Challenge challenge, TextAnswer answer) {
        Finding finding = challenge.judge(answer);
        String wanted = "The TXT record " + challenge.recordName() + " has to be \"" + challenge.recordValue() + "\". ";
        return switch (finding) {
            case PROVED -> throw new IllegalArgumentException("it is proved");
            case UNANSWERED -> new FieldError("/domain", "unanswered", wanted + "No name server answered.");
            case NO_RECORD -> new FieldError("/domain", "no_record", wanted + "There is none of this name.");
            case OTHER_VALUE ->
                new FieldError("/domain", "other_value", wanted + "Found instead: " + shown(answer) + ".");
        };
    }

    /** Anybody writes such records: few, short, and nothing but visible ASCII. */
    private static String shown(TextAnswer answer) {
        return answer.values().stream()
                .limit(MOST_SHOWN)
                .map(value -> value.substring(0, Math.min(value.length(), LONGEST_SHOWN)))
                .map(value -> '"' + value.replaceAll("[^\\x20-\\x7E]", "?") + '"')
                .collect(Collectors.joining(", "));
    }
}
