package dev.gatehouse.journeys.factors;

/**
 * Somebody else at the same step: their code is right, but not here.
 *
 * @param challenge what the code was sent for, or the factor that it belongs to
 */
record Stranger(String challenge, String code) {}
