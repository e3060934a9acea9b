package dev.gatehouse.account.jpa;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Of whom a row is, there is one at most. */
record UserKey(@Nullable String realmId, @Nullable String userId) implements Serializable {}
