package dev.gatehouse.account.erasure;

/** Somebody who is to be forgotten. */
public record Erasure(String realmId, String userId) {}
