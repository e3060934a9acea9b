package dev.gatehouse.mfa.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that somebody logs in with, as one value: it changes when a password or factor is added, changed or removed. */
public final class FactorStamp {

    /**
     * One password or factor.
     *
     * @param createdAt when it was set, in milliseconds
     * @param address where its codes go, if the user's record says so and not the factor's own
     */
    public record Part(
            String type,
            String id,
            @Nullable Long createdAt,
            @Nullable String address) {}

    private FactorStamp() {}

    /** The order does not matter: preferring another factor changes none. */
    public static String of(Collection<Part> parts) {
        String all = parts.stream().map(Part::toString).sorted().collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
