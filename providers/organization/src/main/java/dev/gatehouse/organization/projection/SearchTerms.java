package dev.gatehouse.organization.projection;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a member is found by: user name, e-mail address, first and last name together in both orders, and each
 * word of them. A search finds whoever has a term that starts with it, whatever the case and the accents.
 *
 * <p>A term is the hexadecimal form of its UTF-8 bytes: databases sort text by the rules of some language, but the
 * digits and the letters {@code a} to {@code f} stand in the same order in all of them.
 */
public final class SearchTerms {

    /** Sorts behind every term that starts with what stands before it. */
    private static final char BEHIND_ALL = 'g';

    private static final String FIRST = "0";
    private static final int MAXIMUM_BYTES = 64;
    private static final int MAXIMUM_TERMS = 16;
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");

    private SearchTerms() {}

    /** The terms of somebody, without those that another one starts with. */
    public static SortedSet<String> of(MemberNames names) {
        String first = folded(names.firstName());
        String last = folded(names.lastName());
        TreeSet<String> all = Stream.concat(
                        Stream.of(
                                folded(names.username()),
                                folded(names.email()),
                                (first + " " + last).strip(),
                                (last + " " + first).strip()),
                        Stream.of(first, last).flatMap(NO_WORD::splitAsStream))
                .filter(text -> !text.isEmpty())
                .limit(MAXIMUM_TERMS)
                .map(SearchTerms::hexadecimal)
                .collect(Collectors.toCollection(TreeSet::new));
        return all.stream().filter(term -> !isStartOfNext(term, all)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the terms of those start with who are searched for; nothing where the text has nothing to search by. */
    public static Optional<String> start(String search) {
        String text = folded(search);
        return text.isEmpty() ? Optional.empty() : Optional.of(hexadecimal(text));
    }

    /** Sorts behind every term that starts so; with nothing but the empty term before it where there is no start. */
    public static String endOf(String start) {
        return start.isEmpty() ? FIRST : start + BEHIND_ALL;
    }

    private static boolean isStartOfNext(String term, NavigableSet<String> all) {
        String next = all.higher(term);
        return next != null && next.startsWith(term);
    }

    /** Upper case first: it makes SS of a sharp s, and one letter of each of the Greek and the Turkish pairs. */
    private static String folded(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String oneCase = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        String bare = MARK.matcher(Normalizer.normalize(oneCase, Normalizer.Form.NFKD))
                .replaceAll("");
        return SPACE.matcher(bare).replaceAll(" ").strip();
    }

    private static String hexadecimal(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(bytes.length > MAXIMUM_BYTES ? Arrays.copyOf(bytes, MAXIMUM_BYTES) : bytes);
    }
}
