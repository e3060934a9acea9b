package dev.gatehouse.mfa;

class InMemoryOtpStoreTest extends OtpStoreContract {

    private final InMemoryOtpStore store = new InMemoryOtpStore();

    @Override
    OtpStore store() {
        return store;
    }
}
