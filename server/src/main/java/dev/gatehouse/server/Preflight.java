package dev.gatehouse.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks before the leap: what would fail after half a minute and a stack trace is said at once. */
final class Preflight {
    static final long LEAST_DISK_BYTES = 300L * 1024 * 1024;

    private Preflight() {}

    /** A port, and the option that moves it elsewhere. */
    record Port(int number, String option) {}

    static List<Port> ports(GivenOptions options) {
        List<Port> ports = new ArrayList<>();
        if (options.flag("http-enabled", false)) {
            ports.add(new Port(options.number("http-port", 8080), "http-port"));
        }
        if (options.has("https-certificate-file") || options.has("https-key-store-file")) {
            ports.add(new Port(options.number("https-port", 8443), "https-port"));
        }
        if (options.flag("http-management-enabled", true)
                && (options.flag("health-enabled", false) || options.flag("metrics-enabled", false))) {
            ports.add(new Port(options.number("http-management-port", 9000), "http-management-port"));
        }
        return ports;
    }

    /** @throws Refusal naming the port and the option that changes it */
    static void demandFree(Port port, String host) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port.number()));
        } catch (BindException taken) {
            throw new Refusal("Port " + port.number() + " cannot be had on " + host + " (" + taken.getMessage()
                    + "). Stop what listens there, or choose another port: --" + port.option() + "="
                    + (port.number() + 1));
        }
    }

    /** @throws Refusal naming the place and what is missing */
    static void demandSpace(Path place, long usableBytes) {
        if (usableBytes < LEAST_DISK_BYTES) {
            throw new Refusal("The disk is nearly full: " + usableBytes / 1024 / 1024 + " MB are left at " + place
                    + ", and Gatehouse wants at least " + LEAST_DISK_BYTES / 1024 / 1024
                    + " MB for its database and log. Free some space.");
        }
    }

    static long usableBytes(Path place) throws IOException {
        return Files.getFileStore(place).getUsableSpace();
    }
}
