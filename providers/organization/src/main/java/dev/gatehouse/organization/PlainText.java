package dev.gatehouse.organization;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Text that people write and other people trust by its looks: no controls, nothing that reorders or hides characters, no
 * white space but the ordinary kind.
 *
 * @param maximum code points
 * @param lines whether line breaks are fine
 */
public record PlainText(String pointer, int maximum, boolean lines) {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** The text in Unicode's composed form (NFC), so that what looks the same is the same. */
    public Checked<String> check(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Checked.bad(pointer, FieldCode.REQUIRED, "Must not be empty.");
        }
        // Long before it is worth normalizing.
        if (text.length() > 4 * maximum || text.codePointCount(0, text.length()) > maximum) {
            return tooLong();
        }
        int[] characters =
                Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray();
        if (characters.length > maximum) {
            return tooLong();
        }
        for (int at = 0; at < characters.length; at++) {
            if (!isPlain(characters, at)) {
                return Checked.bad(pointer, FieldCode.CHARACTER, "Must not contain control or invisible characters.");
            }
        }
        String normalized = new String(characters, 0, characters.length);
        if (!lines && (!normalized.equals(normalized.strip()) || normalized.contains("  "))) {
            return Checked.bad(
                    pointer, FieldCode.CHARACTER, "Must not start or end with a space nor contain two in a row.");
        }
        return normalized.isBlank()
                ? Checked.bad(pointer, FieldCode.REQUIRED, "Must not be empty.")
                : Checked.good(normalized);
    }

    private Checked<String> tooLong() {
        return Checked.bad(pointer, FieldCode.LENGTH, "Must have at most " + maximum + " characters.");
    }

    private boolean isPlain(int[] characters, int at) {
        int character = characters[at];
        return switch (Character.getType(character)) {
            case Character.CONTROL -> lines && character == '\n';
            case Character.FORMAT -> joins(characters, at);
            case Character.SPACE_SEPARATOR -> character == ' ';
            case Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> !isBlankLetter(character);
        };
    }

    /** Persian and several Indian scripts need the joiners inside words; anywhere else they only hide. */
    private static boolean joins(int[] characters, int at) {
        int character = characters[at];
        return (character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER)
                && at > 0
                && at < characters.length - 1
                && isJoinable(characters[at - 1])
                && isJoinable(characters[at + 1]);
    }

    private static boolean isJoinable(int character) {
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        return script != Character.UnicodeScript.LATIN
                && script != Character.UnicodeScript.GREEK
                && script != Character.UnicodeScript.CYRILLIC
                && (Character.isLetter(character)
                        || Character.getType(character) == Character.NON_SPACING_MARK
                        || Character.getType(character) == Character.COMBINING_SPACING_MARK);
    }

    /** Letters and symbols by category that show nothing: Hangul fillers and the blank Braille pattern. */
    private static boolean isBlankLetter(int character) {
        return character == 0x115F
                || character == 0x1160
                || character == 0x3164
                || character == 0xFFA0
                || character == 0x2800;
    }
}
