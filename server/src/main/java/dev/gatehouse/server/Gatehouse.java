package dev.gatehouse.server;

/**
 * The door: compiled for Java 8 and using nothing else, so that a JDK too old for the rest is told so in words instead
 * of by an {@code UnsupportedClassVersionError}.
 */
public final class Gatehouse {
    private static final int OLDEST_JAVA = 17;

    private Gatehouse() {}

    public static void main(String[] arguments) throws Exception {
        String version = System.getProperty("java.specification.version");
        if (isTooOld(version)) {
            System.err.println("Gatehouse needs Java " + OLDEST_JAVA + " or later, and this is Java " + version + " ("
                    + System.getProperty("java.home") + "). Point JAVA_HOME or PATH at a newer JDK.");
            System.exit(1);
        }
        Class.forName("dev.gatehouse.server.Startup")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }

    /** @param version as in {@code java.specification.version}: {@code 1.8}, {@code 11}, {@code 17} */
    static boolean isTooOld(String version) {
        return version.startsWith("1.") || Integer.parseInt(version) < OLDEST_JAVA;
    }
}
