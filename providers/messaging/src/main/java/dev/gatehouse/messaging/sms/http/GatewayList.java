package dev.gatehouse.messaging.sms.http;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.Mode;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.messaging.MessagingSettings;
import dev.gatehouse.messaging.phone.PhoneSettings;
import dev.gatehouse.messaging.sms.SmsGateway;
import dev.gatehouse.messaging.sms.SmsSettings;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The gateways in the order in which they are asked.
 *
 * @param inbox whether the development inbox takes what no gateway before it took: the last of them
 */
public record GatewayList(List<GatewaySettings> gateways, boolean inbox) {
    private static final String KEY = "gatehouse.sms.gateways";
    private static final String INBOX = "inbox";
    private static final Pattern NAME = Pattern.compile("(?!quota$|breaker$)[a-z][a-z0-9-]{0,30}");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]");

    public GatewayList {
        gateways = List.copyOf(gateways);
    }

    /** Refuses keys below {@code gatehouse.sms.} that nobody reads: a misspelt quota must not pass for a set one. */
    public static GatewayList from(SettingsSource source) {
        Set<String> read = new HashSet<>();
        SettingsSource watched = SettingsSource.of(
                key -> {
                    read.add(plain(key));
                    return source.text(key).orElse(null);
                },
                source::keys);
        SmsSettings.from(watched);
        GatewayList list = read(watched);
        for (String key : source.keys()) {
            if (plain(key).startsWith("gatehouse_sms_") && !read.contains(plain(key))) {
                throw new InvalidSetting(
                        key, "there is no such setting, or it belongs to a gateway that " + KEY + " does not name");
            }
        }
        return list;
    }

    private static GatewayList read(SettingsSource source) {
        boolean isDevelopment = Mode.from(source) == Mode.DEVELOPMENT;
        List<String> names = source.text(KEY, isDevelopment ? INBOX : "")
                .lines()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .toList();
        if (names.stream().distinct().count() < names.size()
                || !names.stream().allMatch(name -> NAME.matcher(name).matches())) {
            throw new InvalidSetting(
                    KEY, "names gateways once each, in lower case, in the order they are asked: twilio,vonage");
        }
        boolean inbox = names.contains(INBOX);
        if (inbox && !isDevelopment) {
            throw new InvalidSetting(KEY, "the inbox is there with " + Mode.KEY + "=development only");
        }
        if (inbox && names.indexOf(INBOX) < names.size() - 1) {
            throw new InvalidSetting(KEY, "the inbox takes everything: nothing can come after it");
        }
        List<GatewaySettings> gateways = names.stream()
                .filter(name -> !name.equals(INBOX))
                .map(name -> gateway(source, name))
                .toList();
        check(gateways, source);
        return new GatewayList(gateways, inbox);
    }

    private static GatewaySettings gateway(SettingsSource source, String name) {
        GatewayKeys keys = new GatewayKeys(source, name);
        GatewayType named = Stream.of(GatewayType.values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseGet(() -> {
                    keys.required("type", "one of http, twilio, vonage");
                    return source.choice(keys.key("type"), GatewayType.HTTP);
                });
        return switch (named) {
            case HTTP -> HttpGatewaySettings.read(keys, name);
            case TWILIO -> TwilioSettings.read(keys, name);
            case VONAGE -> VonageSettings.read(keys, name);
        };
    }

    private static void check(List<GatewaySettings> gateways, SettingsSource source) {
        if (!gateways.isEmpty() && source.text(PhoneSettings.COUNTRIES).isEmpty()) {
            throw new InvalidSetting(
                    PhoneSettings.COUNTRIES,
                    "is not set; name the countries that text messages may be paid for, like DE,AT,CH");
        }
        Duration all = gateways.stream().map(GatewaySettings::timeout).reduce(Duration.ZERO, Duration::plus);
        if (MessagingSettings.from(source).lease().compareTo(all) <= 0) {
            throw new InvalidSetting(
                    "gatehouse.messaging.lease",
                    "has to be longer than the timeouts of all SMS gateways together, " + all);
        }
    }

    /** By name, in order. */
    public Map<String, SmsGateway> open(Optional<? extends SmsGateway> ownInbox) {
        Map<String, SmsGateway> open = new LinkedHashMap<>();
        gateways.forEach(gateway -> open.put(gateway.name(), gateway.open()));
        ownInbox.filter(there -> inbox).ifPresent(there -> open.put(INBOX, there));
        return open;
    }

    /** Keys from the environment arrive in capitals and with underscores, too. */
    private static String plain(String key) {
        return NOT_A_WORD.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("_");
    }

    @Override
    public String toString() {
        return gateways.stream().map(GatewaySettings::name).collect(Collectors.joining(", "));
    }
}
