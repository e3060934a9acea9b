package dev.gatehouse.organization.decision;

import java.util.Locale;

/** Why a decision is what it is; its lower-case name is what clients read. */
public enum Reason {
    /** A role of the subject carries the permission. */
    PERMISSION_HELD,
    /** A role of the subject carries the permission on a condition, which is met. */
    CONDITION_MET,
    /** A role carries it on conditions only, and none is met, or none can be told to be. */
    CONDITION_NOT_MET,
    /** The subject is a member and no role of theirs carries the permission. */
    PERMISSION_NOT_HELD,
    /**
     * The subject is no member of the organization. The same for a user or an organization that is disabled, of another
     * realm, or does not exist: a decision is no way to find out.
     */
    NOT_A_MEMBER,
    /** The question names no organization. */
    NO_ORGANIZATION,
    /** The action is no permission: neither one of Gatehouse's nor one that an application can have. */
    UNKNOWN_ACTION,
    /** Decisions are about users. */
    UNKNOWN_SUBJECT_TYPE,
    /** In a batch, a question that lacks something. */
    INVALID_EVALUATION;

    boolean allows() {
        return this == PERMISSION_HELD || this == CONDITION_MET;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
