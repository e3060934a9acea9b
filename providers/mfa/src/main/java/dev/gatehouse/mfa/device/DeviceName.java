package dev.gatehouse.mfa.device;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.regex.Pattern;

/** What a person recognises a device by, such as {@code Firefox 140, Linux, 2026-03-01}. */
public final class DeviceName {

    private static final Pattern VERSION = Pattern.compile("/(?:([0-9]+)[0-9.]*|.*)$");
    private static final Pattern UNSEEMLY = Pattern.compile("[^\\p{L}\\p{N} ._()-]");
    private static final int LONGEST_PART = 40;

    private DeviceName() {}

    /**
     * @param browser with or without version, {@code Firefox/140.0.2}
     * @param system the operating system
     */
    public static String of(String browser, String system, Instant at) {
        return String.join(
                ", ",
                tidy(VERSION.matcher(browser)
                        .replaceFirst(version -> " " + Objects.requireNonNullElse(version.group(1), ""))),
                tidy(system),
                DateTimeFormatter.ISO_LOCAL_DATE.format(at.atZone(ZoneOffset.UTC)));
    }

    /** The words come from a header that anybody may write. */
    private static String tidy(String part) {
        String clean = UNSEEMLY.matcher(part).replaceAll("").strip();
        return clean.substring(0, Math.min(LONGEST_PART, clean.length()));
    }
}
