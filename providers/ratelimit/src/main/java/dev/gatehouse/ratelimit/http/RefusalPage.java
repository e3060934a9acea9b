package dev.gatehouse.ratelimit.http;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees in place of a login page: that it was too much, and when to try again. One small document that
 * needs nothing else and can be read by a screen reader.
 */
public record RefusalPage(Locale language, String html) {
    /** Lets nothing be loaded, run or framed. */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"));
    private static final int LONGEST_HEADER = 200;

    /** @param acceptLanguage the request's field, as it came */
    public static RefusalPage of(Refusal refusal, @Nullable String acceptLanguage) {
        Locale language = language(acceptLanguage);
        ResourceBundle texts = ResourceBundle.getBundle(
                "dev.gatehouse.ratelimit.http.refusal",
                language,
                RefusalPage.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String html = """
                <!DOCTYPE html>
                <html lang="%1$s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%2$s</title>
                <style>
                :root { color-scheme: light dark; }
                body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto 0; padding: 0 1.5rem; }
                h1 { font-size: 1.5rem; line-height: 1.25; }
                </style>
                </head>
                <body>
                <main>
                <h1>%2$s</h1>
                <p>%3$s</p>
                <p><strong>%4$s</strong></p>
                </main>
                </body>
                </html>
                """.formatted(
                        language.toLanguageTag(),
                        texts.getString("title"),
                        texts.getString("reason"),
                        wait(texts, language, refusal.retryAfterSeconds()));
        return new RefusalPage(language, html);
    }

    private static String wait(ResourceBundle texts, Locale language, long seconds) {
        boolean inSeconds = seconds <= 90;
        String pattern = texts.getString(inSeconds ? "wait.seconds" : "wait.minutes");
        long amount = inSeconds ? seconds : (seconds + 59) / 60;
        return new MessageFormat(pattern, language).format(new Object[] {amount});
    }

    private static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }
}
