package dev.gatehouse.messaging;

import java.time.Instant;

/**
 * A message that a dispatcher has claimed, and that nobody else gets until the lease runs out.
 *
 * @param id       of its place in the queue; may stand in a log
 * @param attempt  which attempt the claim allows, from 1; a verdict counts only as long as no later attempt was claimed
 * @param queuedAt when it was handed in
 */
public record QueuedMessage(String id, int attempt, Instant queuedAt, OutgoingMessage message) {}
