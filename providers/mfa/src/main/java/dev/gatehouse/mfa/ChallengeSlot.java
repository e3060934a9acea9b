package dev.gatehouse.mfa;

/** The place of at most one live challenge: one step of one login of one factor. */
public record ChallengeSlot(FactorKey factor, CodePurpose purpose, String sessionId, String executionId) {}
