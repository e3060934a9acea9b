package dev.gatehouse.messaging.phone;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.Mode;
import dev.gatehouse.foundation.SettingsSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where text messages may go.
 *
 * @param countries       by ISO 3166 code; in production none but those that are listed, in development all
 * @param defaultRegion   whose numbers may be typed without calling code; the only country, where there is one
 * @param refusedPrefixes beginnings of numbers in E.164 that get nothing, whatever their country
 */
public record PhoneSettings(Set<String> countries, Optional<String> defaultRegion, List<String> refusedPrefixes) {
    public static final String COUNTRIES = "gatehouse.sms.countries";
    private static final String DEFAULT_REGION = "gatehouse.sms.default-region";
    private static final String REFUSED_PREFIXES = "gatehouse.sms.refused-prefixes";

    private static final Pattern PREFIX = Pattern.compile("\\+[1-9][0-9]{0,13}");
    private static final Set<String> ALL = all();

    public PhoneSettings {
        countries = Set.copyOf(countries);
        refusedPrefixes = List.copyOf(refusedPrefixes);
    }

    public static PhoneSettings from(SettingsSource source) {
        Set<String> listed = list(source, COUNTRIES)
                .map(country -> country(COUNTRIES, country))
                .collect(Collectors.toUnmodifiableSet());
        Set<String> countries = listed.isEmpty() && Mode.from(source) == Mode.DEVELOPMENT ? ALL : listed;
        Optional<String> only = countries.size() == 1 ? countries.stream().findFirst() : Optional.empty();
        Optional<String> region = source.text(DEFAULT_REGION).map(country -> country(DEFAULT_REGION, country));
        region.filter(country -> !listed.isEmpty() && !listed.contains(country)).ifPresent(country -> {
            throw new InvalidSetting(DEFAULT_REGION, "\"" + country + "\" is not among " + COUNTRIES);
        });
        return new PhoneSettings(countries, region.or(() -> only), prefixes(source));
    }

    private static List<String> prefixes(SettingsSource source) {
        return list(source, REFUSED_PREFIXES)
                .peek(prefix -> {
                    if (!PREFIX.matcher(prefix).matches()) {
                        throw new InvalidSetting(
                                REFUSED_PREFIXES,
                                "\"" + prefix + "\" is not the beginning of a number; right would be +4415,+8816");
                    }
                })
                .toList();
    }

    private static Stream<String> list(SettingsSource source, String key) {
        return source.text(key).stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip);
    }

    private static String country(String key, String text) {
        if (!ALL.contains(text)) {
            throw new InvalidSetting(
                    key,
                    "\"" + text + "\" is no country by ISO 3166, in two capital letters; right would be DE or DE,AT");
        }
        return text;
    }

    /** ISO's, and Kosovo, which has a calling code and no code of ISO's yet. */
    private static Set<String> all() {
        Set<String> all = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
        all.add("XK");
        return Set.copyOf(all);
    }
}
