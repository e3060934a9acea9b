package dev.gatehouse.api.users;

/** That somebody will be forgotten. */
record ErasureAnswer(String status) {
    static final ErasureAnswer SCHEDULED = new ErasureAnswer("erasure_scheduled");
}
