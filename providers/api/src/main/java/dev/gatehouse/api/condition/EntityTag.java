package dev.gatehouse.api.condition;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What tells one content of an answer from another (RFC 9110, 8.8.3): its digest. */
public record EntityTag(String quoted) {
    public static EntityTag of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new EntityTag('"' + HexFormat.of().formatHex(digest, 0, 16) + '"');
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Whether a client that sends this {@code If-None-Match} has the content already: compared weakly, as the RFC asks. */
    public boolean isNamedIn(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(quoted) || tag.equals("W/" + quoted));
    }

    /** Whether a client that sends this {@code If-Match} has seen this content: compared strongly, as the RFC asks. */
    public boolean isMatchedBy(String ifMatch) {
        return Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(quoted));
    }
}
