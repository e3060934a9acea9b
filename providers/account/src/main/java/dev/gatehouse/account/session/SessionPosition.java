package dev.gatehouse.account.session;

/**
 * Where a session stands in the list of its user, the newest first. It stays there while others come and go.
 *
 * @param startedAt in seconds since 1970
 */
public record SessionPosition(long startedAt, String id) {
    /** Before the first of all. */
    private static final SessionPosition START = new SessionPosition(Integer.MAX_VALUE, "");

    public static SessionPosition of(OpenSession session) {
        return new SessionPosition(session.startedAt().getEpochSecond(), session.id());
    }

    /** Reads what {@link #text} wrote, and nothing for the start. */
    public static SessionPosition parse(String text) {
        if (text.isEmpty()) {
            return START;
        }
        int slash = text.indexOf('/');
        return new SessionPosition(Long.parseLong(text.substring(0, slash)), text.substring(slash + 1));
    }

    public String text() {
        return startedAt + "/" + id;
    }
}
