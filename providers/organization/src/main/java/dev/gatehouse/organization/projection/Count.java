package dev.gatehouse.organization.projection;

/**
 * How much of a metric there is, or by how much it changed.
 *
 * @param bucket the role, the day or the hour that it is counted for, empty where there is no such thing
 */
public record Count(Metric metric, String bucket, long amount) {}
