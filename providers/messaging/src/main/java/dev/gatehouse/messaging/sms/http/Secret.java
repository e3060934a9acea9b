package dev.gatehouse.messaging.sms.http;

/** A setting that is never shown. */
record Secret(String value) {
    @Override
    public String toString() {
        return "(hidden)";
    }
}
