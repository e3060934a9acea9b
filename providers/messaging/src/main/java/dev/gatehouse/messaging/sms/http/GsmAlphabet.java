package dev.gatehouse.messaging.sms.http;

/** The characters that a text message carries in seven bits (3GPP TS 23.038, with its extension table). */
final class GsmAlphabet {
    private static final String CHARACTERS = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€\f";

    private GsmAlphabet() {}

    static boolean holds(String text) {
        return text.chars().allMatch(character -> CHARACTERS.indexOf(character) >= 0);
    }
}
