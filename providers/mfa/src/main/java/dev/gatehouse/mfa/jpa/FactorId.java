package dev.gatehouse.mfa.jpa;

import dev.gatehouse.mfa.FactorKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Whose factor. */
@Embeddable
record FactorId(
        @Column(name = "REALM_ID", length = 36) String realmId,
        @Column(name = "USER_ID", length = 255) String userId,
        @Column(name = "FACTOR_ID", length = 64) String factorId)
        implements Serializable {

    static FactorId of(FactorKey key) {
        return new FactorId(key.realmId(), key.userId(), key.factorId());
    }

    FactorKey key() {
        return new FactorKey(realmId, userId, factorId);
    }
}
