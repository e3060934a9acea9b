package dev.gatehouse.mfa;

import java.util.Optional;

/** The keys of one realm. */
public interface DigestKeys {

    /** The key for new codes. */
    DigestKey active();

    /** The key that an earlier code was made with; empty once the realm has given it up. */
    Optional<DigestKey> byId(String id);
}
