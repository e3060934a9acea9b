package dev.gatehouse.messaging;

/** Messages that share a way out, and so its troubles: those of one realm and channel. */
public record Lane(Channel channel, String realmId) {}
