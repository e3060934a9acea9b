package dev.gatehouse.messaging.phone;

/** Whether text messages may go to what somebody typed. */
public enum PhoneVerdict {
    ACCEPTED,
    /** No telephone number can be read in it; or one without its country, where none is the default. */
    NOT_A_NUMBER,
    /** Too short or too long, or a range that its country has not given out. */
    NOT_POSSIBLE,
    /** A fixed line, or a line of the internet: text messages do not reliably arrive there. */
    NOT_MOBILE,
    /** Not in the list of countries, or below a refused prefix. */
    COUNTRY_NOT_ALLOWED,
    /** Premium rate, shared cost, free phone, satellite, pager, personal number and the like. */
    SPECIAL
}
