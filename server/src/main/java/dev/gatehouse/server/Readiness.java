package dev.gatehouse.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.locks.LockSupport;

/** Asks {@code /health/ready} until it says yes; an open port alone only means that the server boots. */
final class Readiness {
    private static final int TIMEOUT_MILLIS = 1000;
    private static final int PAUSE_NANOS = 200_000_000;

    private Readiness() {}

    /** Runs the action once, on a thread of its own, when the server is ready. */
    static void whenReady(URI health, Runnable action) {
        Thread watch = new Thread(
                () -> {
                    while (!isReady(health)) {
                        LockSupport.parkNanos(PAUSE_NANOS);
                    }
                    action.run();
                },
                "gatehouse-readiness");
        watch.setDaemon(true);
        watch.start();
    }

    static boolean isReady(URI health) {
        try {
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
