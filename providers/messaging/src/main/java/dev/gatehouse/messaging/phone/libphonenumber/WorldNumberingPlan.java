package dev.gatehouse.messaging.phone.libphonenumber;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.gatehouse.messaging.phone.NumberingPlan;
import dev.gatehouse.messaging.phone.PhoneNumber;
import dev.gatehouse.messaging.phone.PhoneReading;
import dev.gatehouse.messaging.phone.PhoneSettings;
import dev.gatehouse.messaging.phone.PhoneVerdict;

/** The numbering plans of all countries, as they were when the library was made. */
public final class WorldNumberingPlan implements NumberingPlan {
    /** More than any number with its blanks; what is longer is not even looked at. */
    private static final int LONGEST_TYPED = 40;

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    private final PhoneSettings settings;

    public WorldNumberingPlan(PhoneSettings settings) {
        this.settings = settings;
    }

    @Override
    public PhoneReading read(String typed) {
        // The library would take letters for keys of a telephone, an extension, a context of RFC 3966.
        if (typed.length() > LONGEST_TYPED
                || typed.strip()
                        .codePoints()
                        .anyMatch(code -> Character.isLetter(code) || Character.isISOControl(code))) {
            return PhoneReading.refused(PhoneVerdict.NOT_A_NUMBER);
        }
        try {
            Phonenumber.PhoneNumber number =
                    plans.parse(typed, settings.defaultRegion().orElse(null));
            PhoneVerdict verdict = number.hasExtension() ? PhoneVerdict.NOT_A_NUMBER : judge(number);
            return verdict == PhoneVerdict.ACCEPTED
                    ? PhoneReading.accepted(new PhoneNumber(plans.format(number, PhoneNumberFormat.E164)))
                    : PhoneReading.refused(verdict);
        } catch (NumberParseException unreadable) {
            return PhoneReading.refused(verdict(unreadable));
        }
    }

    @Override
    public PhoneVerdict judge(PhoneNumber number) {
        try {
            return judge(plans.parse(number.e164(), null));
        } catch (NumberParseException unreadable) {
            return verdict(unreadable);
        }
    }

    private static PhoneVerdict verdict(NumberParseException unreadable) {
        return switch (unreadable.getErrorType()) {
            case INVALID_COUNTRY_CODE, NOT_A_NUMBER -> PhoneVerdict.NOT_A_NUMBER;
            case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN, TOO_LONG -> PhoneVerdict.NOT_POSSIBLE;
        };
    }

    private PhoneVerdict judge(Phonenumber.PhoneNumber number) {
        if (!plans.isValidNumber(number)) {
            return PhoneVerdict.NOT_POSSIBLE;
        }
        String region = plans.getRegionCodeForNumber(number);
        if (region == null || region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY)) {
            return PhoneVerdict.SPECIAL;
        }
        String e164 = plans.format(number, PhoneNumberFormat.E164);
        if (!settings.countries().contains(region)
                || settings.refusedPrefixes().stream().anyMatch(e164::startsWith)) {
            return PhoneVerdict.COUNTRY_NOT_ALLOWED;
        }
        return switch (plans.getNumberType(number)) {
            case MOBILE, FIXED_LINE_OR_MOBILE -> PhoneVerdict.ACCEPTED;
            case FIXED_LINE, VOIP, UNKNOWN -> PhoneVerdict.NOT_MOBILE;
            case TOLL_FREE, PREMIUM_RATE, SHARED_COST, PERSONAL_NUMBER, PAGER, UAN, VOICEMAIL -> PhoneVerdict.SPECIAL;
        };
    }
}
