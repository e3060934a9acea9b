package dev.gatehouse.organization.invitation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A name on its way into a subject, a mail or a page. Names that were set in the admin console have passed no check of
 * ours: what could end a header line, or turn round or hide what stands beside them, is taken out.
 */
public final class OneLine {

    private static final int MAXIMUM = 100;

    private OneLine() {}

    /** The name on one line, at most {@value #MAXIMUM} characters. */
    public static String of(@Nullable String name) {
        if (name == null) {
            return "";
        }
        StringBuilder line = new StringBuilder();
        name.codePoints().limit(4L * MAXIMUM).forEach(character -> {
            switch (Character.getType(character)) {
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                case Character.CONTROL,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SPACE_SEPARATOR -> line.append(' ');
                default -> line.appendCodePoint(character);
            }
        });
        String words = line.toString().strip().replaceAll(" {2,}", " ");
        return words.codePointCount(0, words.length()) <= MAXIMUM
                ? words
                : words.substring(0, words.offsetByCodePoints(0, MAXIMUM - 1)).strip() + "…";
    }

    /** A person's name out of its parts, empty if none is known. */
    public static String of(@Nullable String first, @Nullable String last) {
        return of(String.format(Locale.ROOT, "%s %s", first == null ? "" : first, last == null ? "" : last));
    }
}
