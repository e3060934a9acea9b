package dev.gatehouse.organization.decision;

/** Something that has to be so for a permission to count. What it needs to know and cannot, it takes for not so. */
@FunctionalInterface
interface Condition {
    boolean holds(Evaluation evaluation);
}
