package dev.gatehouse.organization.domain;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import dev.gatehouse.organization.OrganizationDomain;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How domains are verified. Keys start with {@code gatehouse.organization.}.
 *
 * @param nameServers whom to ask, in this order; the machine's own where none is named
 * @param dnsTimeout for the whole answer, all attempts included
 * @param shared domains whose addresses anybody can have
 */
public record DomainSettings(
        List<NameServer> nameServers, Duration dnsTimeout, RecheckPlan recheck, Set<String> shared) {

    private static final String NAME_SERVERS = "gatehouse.organization.dns-servers";
    private static final String SHARED = "gatehouse.organization.shared-domains";

    private static final List<String> COMMONLY_SHARED = List.of(
            "126.com",
            "163.com",
            "aol.com",
            "bluewin.ch",
            "btinternet.com",
            "comcast.net",
            "fastmail.com",
            "free.fr",
            "freenet.de",
            "gmail.com",
            "gmx.at",
            "gmx.ch",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "googlemail.com",
            "hey.com",
            "hotmail.com",
            "hotmail.co.uk",
            "hotmail.de",
            "hotmail.es",
            "hotmail.fr",
            "icloud.com",
            "laposte.net",
            "libero.it",
            "live.com",
            "mac.com",
            "mail.com",
            "mail.ru",
            "me.com",
            "msn.com",
            "naver.com",
            "orange.fr",
            "outlook.com",
            "outlook.de",
            "outlook.es",
            "outlook.fr",
            "pm.me",
            "proton.me",
            "protonmail.com",
            "qq.com",
            "sfr.fr",
            "t-online.de",
            "tuta.com",
            "tutanota.com",
            "wanadoo.fr",
            "web.de",
            "yahoo.co.uk",
            "yahoo.com",
            "yahoo.de",
            "yahoo.es",
            "yahoo.fr",
            "yandex.com",
            "yandex.ru",
            "ymail.com",
            "zoho.com");

    public DomainSettings {
        nameServers = List.copyOf(nameServers);
        shared = Set.copyOf(shared);
    }

    public static DomainSettings from(SettingsSource source) {
        Duration interval = source.duration(
                "gatehouse.organization.domain-check-interval",
                Duration.ofDays(1),
                Duration.ofSeconds(1),
                Duration.ofDays(30));
        return new DomainSettings(
                list(source, NAME_SERVERS).stream()
                        .map(text -> NameServer.parse(text)
                                .orElseThrow(() -> new InvalidSetting(
                                        NAME_SERVERS, "\"" + text + "\" is no address such as 192.0.2.53 or [::1]:53")))
                        .toList(),
                source.duration(
                        "gatehouse.organization.dns-timeout",
                        Duration.ofSeconds(3),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(10)),
                new RecheckPlan(
                        interval,
                        source.integer("gatehouse.organization.domain-misses", 3, 1, 100),
                        source.duration(
                                "gatehouse.organization.domain-grace",
                                Duration.ofDays(3),
                                Duration.ZERO,
                                Duration.ofDays(90))),
                shared(source));
    }

    private static Set<String> shared(SettingsSource source) {
        Set<String> shared = new TreeSet<>(COMMONLY_SHARED);
        for (String text : list(source, SHARED)) {
            shared.add(OrganizationDomain.of(text)
                    .orElseThrow(() -> new InvalidSetting(SHARED, "\"" + text + "\" is no domain such as example.com"))
                    .base()
                    .value());
        }
        return shared;
    }

    private static List<String> list(SettingsSource source, String key) {
        return Arrays.stream(source.text(key, "").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
