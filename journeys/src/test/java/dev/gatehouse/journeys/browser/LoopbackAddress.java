package dev.gatehouse.journeys.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One of this machine's own addresses (127.0.0.2, ...), from which a story reaches the server, so that limits by
 * address do not leak from one story into another.
 *
 * <p>A browser cannot choose its source address, and every connection it makes to this machine comes from 127.0.0.1. It
 * can use a SOCKS proxy, though: this is one, and it connects onwards from the story's address. URLs, {@code Host}
 * headers and redirects stay exactly as without it. It connects to this machine alone; who asks for anything else is
 * refused and written down.
 */
public final class LoopbackAddress implements AutoCloseable {

    private final InetAddress address;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    private LoopbackAddress(InetAddress address, ServerSocket door) {
        this.address = address;
        this.door = door;
    }

    /**
     * Opens the way out through an address.
     *
     * @param address a literal of 127.0.0.0/8
     */
    public static LoopbackAddress open(String address) {
        if (!isLiteral(address)) {
            throw new IllegalArgumentException("not an address of this machine's own 127.0.0.0/8: " + address);
        }
        try {
            var own = InetAddress.getByName(address);
            var relay = new LoopbackAddress(own, new ServerSocket(0, 50, own));
            startDaemon("loopback " + address, relay::acceptAll);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + address, e);
        }
    }

    /** The address as the server sees it. */
    public String address() {
        return address.getHostAddress();
    }

    /** Where a client that speaks SOCKS 5 finds the way out. */
    public InetSocketAddress proxy() {
        return new InetSocketAddress(address, door.getLocalPort());
    }

    /** The places outside this machine that were asked for, as {@code host:port}, in order; none was reached. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    /** Ends every connection. Safe to call twice. */
    @Override
    public void close() {
        SocksConnection.closeQuietly(door);
        open.forEach(SocksConnection::closeQuietly);
    }

    private void acceptAll() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                open.add(client);
                startDaemon("loopback " + address() + " connection", () -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var server = new Socket()) {
            open.add(server);
            server.bind(new InetSocketAddress(address, 0));
            new SocksConnection(client, server).relay().ifPresent(refused::add);
            open.remove(server);
        } catch (IOException ended) {
            // Either side may hang up at any time; the other sees it as the end of its stream.
        } finally {
            open.remove(client);
        }
    }

    static boolean isLiteral(String host) {
        return host.matches("127(\\.\\d{1,3}){3}");
    }

    static Thread startDaemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
