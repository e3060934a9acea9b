package dev.gatehouse.mfa;

/** Whose factor: what failures are counted for, whatever session, login or code they happen in. */
public record FactorKey(String realmId, String userId, String factorId) {}
