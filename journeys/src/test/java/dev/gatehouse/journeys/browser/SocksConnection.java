package dev.gatehouse.journeys.browser;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One connection through a SOCKS 5 proxy that knows no authentication and no command but CONNECT.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1928">RFC 1928</a>
 */
final class SocksConnection {

    private static final int VERSION = 5;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    /** As {@link InetAddress#getHostAddress()} writes it. */
    private static final String IPV6_LOOPBACK = "0:0:0:0:0:0:0:1";

    private static final int SUCCEEDED = 0;
    private static final int NOT_ALLOWED = 2;
    private static final int CONNECTION_REFUSED = 5;
    private static final int COMMAND_NOT_SUPPORTED = 7;

    private final Socket client;
    private final Socket server;

    /**
     * @param client the accepted connection
     * @param server not connected yet; bound to the address to come from
     */
    SocksConnection(Socket client, Socket server) {
        this.client = client;
        this.server = server;
    }

    /**
     * Serves the connection to its end.
     *
     * @return the destination, if it was refused for not being this machine
     */
    Optional<String> relay() throws IOException {
        var in = new DataInputStream(client.getInputStream());
        agreeOnNoAuthentication(in);
        expect(in, VERSION);
        var command = in.readUnsignedByte();
        in.readUnsignedByte();
        var host = readHost(in);
        var port = in.readUnsignedShort();
        if (command != CONNECT) {
            answer(COMMAND_NOT_SUPPORTED);
            return Optional.empty();
        }
        if (!isThisMachine(host)) {
            answer(NOT_ALLOWED);
            return Optional.of(host + ":" + port);
        }
        try {
            server.connect(new InetSocketAddress(reachable(host), port));
        } catch (ConnectException nobodyListens) {
            answer(CONNECTION_REFUSED);
            return Optional.empty();
        }
        answer(SUCCEEDED);
        var answers =
                LoopbackAddress.startDaemon(Thread.currentThread().getName() + " answers", () -> copy(server, client));
        copy(client, server);
        awaitEnd(answers);
        return Optional.empty();
    }

    private void agreeOnNoAuthentication(DataInputStream in) throws IOException {
        expect(in, VERSION);
        in.readFully(new byte[in.readUnsignedByte()]);
        client.getOutputStream().write(new byte[] {VERSION, 0});
    }

    private static void expect(DataInputStream in, int expected) throws IOException {
        var actual = in.readUnsignedByte();
        if (actual != expected) {
            throw new IOException("not SOCKS 5: " + actual);
        }
    }

    private static String readHost(DataInputStream in) throws IOException {
        var type = in.readUnsignedByte();
        var length = switch (type) {
            case IPV4 -> 4;
            case IPV6 -> 16;
            case NAME -> in.readUnsignedByte();
            default -> throw new IOException("no such SOCKS address type: " + type);
        };
        var bytes = new byte[length];
        in.readFully(bytes);
        return type == NAME
                ? new String(bytes, StandardCharsets.US_ASCII)
                : InetAddress.getByAddress(bytes).getHostAddress();
    }

    /** Decided by the letters alone: no name server is asked. */
    private static boolean isThisMachine(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || LoopbackAddress.isLiteral(host)
                || host.equals(IPV6_LOOPBACK);
    }

    /** Who comes from 127.0.0.0/8 reaches a server by IPv4 only. */
    private static String reachable(String host) {
        return LoopbackAddress.isLiteral(host) ? host : "127.0.0.1";
    }

    private void answer(int reply) throws IOException {
        client.getOutputStream().write(new byte[] {VERSION, (byte) reply, 0, IPV4, 0, 0, 0, 0, 0, 0});
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void awaitEnd(Thread answers) throws IOException {
        try {
            answers.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException alreadyGone) {
            // Nothing left to close.
        }
    }
}
