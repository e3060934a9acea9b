package dev.gatehouse.messaging.sms;

import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.messaging.phone.PhoneNumber;
import dev.gatehouse.messaging.quota.Charge;
import dev.gatehouse.messaging.quota.Quota;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many text messages there are for whom, in each realm. Keys start with {@code gatehouse.sms.quota.}. */
public record SmsQuotas(Map<SmsScope, Quota> quotas) {
    private static final Duration DAY = Duration.ofDays(1);

    private static final Map<SmsScope, Quota> DEFAULTS = Map.of(
            SmsScope.NUMBER, new Quota(20, DAY),
            SmsScope.USER, new Quota(20, DAY),
            SmsScope.ADDRESS, new Quota(200, DAY),
            SmsScope.PREFIX, new Quota(100, DAY),
            SmsScope.COUNTRY, new Quota(2000, DAY),
            SmsScope.REALM, new Quota(5000, DAY));

    public SmsQuotas {
        quotas = Map.copyOf(quotas);
    }

    public static SmsQuotas from(SettingsSource source) {
        Map<SmsScope, Quota> quotas = new EnumMap<>(SmsScope.class);
        DEFAULTS.forEach((scope, byDefault) ->
                quotas.put(scope, Quota.from(source, "gatehouse.sms.quota." + scope.label(), byDefault)));
        return new SmsQuotas(quotas);
    }

    /** Everything that one message uses up. */
    Map<Charge, SmsScope> charges(String realmId, PhoneNumber to, Sender sender) {
        Map<Charge, SmsScope> charges = new LinkedHashMap<>();
        quotas.forEach((scope, quota) ->
                charges.put(Charge.of(quota, "sms", scope.name(), realmId, owner(scope, to, sender)), scope));
        return charges;
    }

    private static String owner(SmsScope scope, PhoneNumber to, Sender sender) {
        return switch (scope) {
            case NUMBER -> to.e164();
            case USER -> sender.userId();
            case ADDRESS -> SourceNetwork.of(sender.address());
            case PREFIX -> to.block();
            case COUNTRY -> to.callingCode();
            case REALM -> "";
        };
    }
}
