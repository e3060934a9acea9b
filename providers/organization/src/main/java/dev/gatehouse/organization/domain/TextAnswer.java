package dev.gatehouse.organization.domain;

import java.util.List;

/**
 * What DNS said.
 *
 * @param values the texts of all records of the name, each with its strings joined; none unless found
 */
public record TextAnswer(Status status, List<String> values) {

    /** The three kinds of answers. */
    public enum Status {
        FOUND,
        /** The name servers say that there is no such record. */
        ABSENT,
        /** No usable answer in time. */
        UNAVAILABLE
    }

    public static final TextAnswer ABSENT = new TextAnswer(Status.ABSENT, List.of());
    public static final TextAnswer UNAVAILABLE = new TextAnswer(Status.UNAVAILABLE, List.of());

    public TextAnswer {
        values = List.copyOf(values);
    }

    public static TextAnswer found(List<String> values) {
        return new TextAnswer(Status.FOUND, values);
    }
}
