package dev.gatehouse.events;

/**
 * Text from outside, made so that any database takes it: PostgreSQL refuses a NUL, a column has a length, and half a
 * surrogate pair is no character. A client id in a failed login is whatever somebody put into an address.
 */
final class StorableText {
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    static String of(String text, int most) {
        StringBuilder storable = new StringBuilder(Math.min(text.length(), most));
        text.codePoints()
                .map(point -> isStorable(point) ? point : REPLACEMENT)
                .takeWhile(point -> storable.length() + Character.charCount(point) <= most)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }

    private static boolean isStorable(int point) {
        return !Character.isISOControl(point) && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
