package dev.gatehouse.server;

import dev.gatehouse.foundation.Mode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** A second server's directory beside an assembled one, sharing its build. */
public final class ServerCopy {
    private ServerCopy() {}

    /**
     * Prepares the assembly for the usual options if that was not done yet, so that its copies need no build step, and
     * copies it without its data.
     */
    public static synchronized void of(Path assembly, Path copy) throws IOException {
        Home home = new Home(assembly.toAbsolutePath().normalize());
        prepare(home, System.out);
        home.shareWith(new Home(copy));
    }

    public static void delete(Path copy) throws IOException {
        Tree.delete(copy);
    }

    private static void prepare(Home home, PrintStream out) throws IOException {
        GivenOptions usual = GivenOptions.of(Defaults.missingFrom(GivenOptions.of(Map.of()), Mode.DEVELOPMENT, home));
        try {
            new BuildStep(home, usual, BuildTimeOptions.of(home), out).runIfDue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
