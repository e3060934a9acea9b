package dev.gatehouse.api.users;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.mfa.HeldFactors;
import dev.gatehouse.mfa.OwnFactor;
import java.util.List;

/** Somebody's second factors in short. */
record FactorsAnswer(boolean enabled, List<MethodAnswer> methods, int backupCodesLeft) {

    record MethodAnswer(
            String id,
            String type,
            String label,
            @JsonProperty("default") boolean isDefault) {
        static MethodAnswer of(OwnFactor factor) {
            return new MethodAnswer(factor.id(), factor.type().wireName(), factor.label(), factor.isDefault());
        }
    }

    static FactorsAnswer of(HeldFactors factors) {
        return new FactorsAnswer(
                factors.areEnabled(),
                factors.factors().stream().map(MethodAnswer::of).toList(),
                factors.backupCodesLeft());
    }
}
