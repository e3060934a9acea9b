package dev.gatehouse.api.decisions;

import java.util.List;

/** The answers to a batch, in the order of its questions. */
record DecisionsAnswer(List<DecisionAnswer> evaluations) {}
