package dev.gatehouse.organization.domain;

/** What a look at DNS says of a claim. */
public enum Finding {
    PROVED,
    /** There is a record of that name, and it says something else. */
    OTHER_VALUE,
    NO_RECORD,
    /** Nobody could say: a name server fails or is silent. That is not a missing record. */
    UNANSWERED;

    /** Whether the name servers said clearly that the proof is not there. */
    public boolean isMissing() {
        return this == OTHER_VALUE || this == NO_RECORD;
    }
}
