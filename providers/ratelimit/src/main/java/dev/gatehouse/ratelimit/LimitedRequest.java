package dev.gatehouse.ratelimit;

/**
 * A request to an operation that is limited where the realm has turned Gatehouse on.
 *
 * @param realm the realm's name as the path spells it
 * @param operation what is asked for
 */
public record LimitedRequest(String realm, LimitedOperation operation) {}
