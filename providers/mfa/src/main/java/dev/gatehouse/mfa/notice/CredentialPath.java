package dev.gatehouse.mfa.notice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The resource of an administrator's event that removed a credential. */
public final class CredentialPath {

    private static final Pattern PATH = Pattern.compile("users/([^/]+)/credentials/[^/]+");

    private CredentialPath() {}

    /** Whose credential it is; empty for any other resource. */
    public static Optional<String> userId(@Nullable String path) {
        Matcher parts = PATH.matcher(path == null ? "" : path);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }
}
