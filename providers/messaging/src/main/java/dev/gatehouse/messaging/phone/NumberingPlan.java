package dev.gatehouse.messaging.phone;

/** Knows numbers, and the countries that messages may go to. Asks nobody, never throws on what people type. */
public interface NumberingPlan {

    /**
     * @param typed as a person writes it: with blanks, brackets, full-width digits; with {@code +} and calling code, or as
     *     it is dialled in the default region
     */
    PhoneReading read(String typed);

    /** Whether messages may go to a number now. One that was accepted once may have been excluded since. */
    PhoneVerdict judge(PhoneNumber number);
}
