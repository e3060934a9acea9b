package dev.gatehouse.api.mfa;

/** A factor that was proven while logged in. */
record ActivatedAnswer(String methodId, String status) {
    static ActivatedAnswer of(String methodId) {
        return new ActivatedAnswer(methodId, "active");
    }
}
