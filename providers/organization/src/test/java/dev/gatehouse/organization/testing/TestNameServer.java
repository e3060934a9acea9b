package dev.gatehouse.organization.testing;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * A name server on real sockets, UDP and TCP on one port of 127.0.0.1, that can be told to misbehave for a name. A name
 * that it was not told of does not exist.
 */
public final class TestNameServer implements AutoCloseable {

    /** How the answers for one name go wrong. */
    public enum Trouble {
        /** No answer at all. */
        SILENT,
        /** SERVFAIL. */
        FAILING,
        /** REFUSED. */
        REFUSING,
        /** Over UDP only a truncated answer: the whole one is to be had over TCP. */
        TRUNCATED,
        /** Over UDP as above, and over TCP no answer. */
        TRUNCATED_AND_SILENT,
        /** An answer to a question that nobody asked. */
        WRONG_ID,
        /** Bytes that are no message. */
        GARBAGE,
        /** The first question is lost. */
        FIRST_LOST
    }

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final ScheduledExecutorService work = Executors.newScheduledThreadPool(8, task -> {
        Thread thread = new Thread(task, "test-name-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Name, List<Record>> zone = new ConcurrentHashMap<>();
    private final Map<Name, Trouble> troubles = new ConcurrentHashMap<>();
    private final Map<Name, Duration> delays = new ConcurrentHashMap<>();
    private final Map<Name, AtomicInteger> asked = new ConcurrentHashMap<>();

    private TestNameServer(DatagramSocket udp, ServerSocket tcp) {
        this.udp = udp;
        this.tcp = tcp;
    }

    public static TestNameServer start() {
        try {
            InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            ServerSocket tcp = new ServerSocket(0, 50, address);
            DatagramSocket udp = new DatagramSocket(new InetSocketAddress(address, tcp.getLocalPort()));
            TestNameServer server = new TestNameServer(udp, tcp);
            server.work.execute(server::serveUdp);
            server.work.execute(server::serveTcp);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As a setting names it. */
    public String address() {
        return "127.0.0.1:" + tcp.getLocalPort();
    }

    /** Puts a TXT record of these strings beside those that are there. */
    public void addText(String name, String... strings) {
        Name owner = name(name);
        zone.computeIfAbsent(owner, key -> new ArrayList<>())
                .add(new TXTRecord(owner, DClass.IN, 60, Arrays.asList(strings)));
    }

    public void alias(String name, String target) {
        Name owner = name(name);
        zone.put(owner, new ArrayList<>(List.of(new CNAMERecord(owner, DClass.IN, 60, name(target)))));
    }

    /** Lets the name exist without any record. */
    public void empty(String name) {
        zone.put(name(name), new ArrayList<>());
    }

    public void remove(String name) {
        zone.remove(name(name));
        troubles.remove(name(name));
        delays.remove(name(name));
    }

    public void trouble(String name, Trouble trouble) {
        troubles.put(name(name), trouble);
    }

    public void noTrouble(String name) {
        troubles.remove(name(name));
    }

    public void delay(String name, Duration delay) {
        delays.put(name(name), delay);
    }

    /** How often the name was asked for, over UDP and TCP together. */
    public int questions(String name) {
        return asked.getOrDefault(name(name), new AtomicInteger()).get();
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        work.shutdownNow();
    }

    private void serveUdp() {
        byte[] buffer = new byte[4096];
        while (!udp.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                udp.receive(packet);
            } catch (IOException closed) {
                return;
            }
            byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
            InetSocketAddress from = (InetSocketAddress) packet.getSocketAddress();
            answer(question, true, bytes -> udp.send(new DatagramPacket(bytes, bytes.length, from)));
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try {
                Socket socket = tcp.accept();
                work.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                byte[] question = in.readNBytes(in.readUnsignedShort());
                answer(question, false, bytes -> {
                    synchronized (out) {
                        out.writeShort(bytes.length);
                        out.write(bytes);
                        out.flush();
                    }
                });
            }
        } catch (IOException ended) {
            // The client hung up.
        }
    }

    private void answer(byte[] question, boolean overUdp, Line line) {
        Message query;
        try {
            query = new Message(question);
        } catch (IOException noQuestion) {
            return;
        }
        Name name = query.getQuestion().getName();
        int count = asked.computeIfAbsent(name, key -> new AtomicInteger()).incrementAndGet();
        byte[] bytes = reply(query, name, overUdp, count);
        if (bytes.length > 0) {
            var unused = work.schedule(
                    () -> send(line, bytes),
                    delays.getOrDefault(name, Duration.ZERO).toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private static void send(Line line, byte[] bytes) {
        try {
            line.send(bytes);
        } catch (IOException gone) {
            // Whoever asked waits no more.
        }
    }

    private byte[] reply(Message query, Name name, boolean overUdp, int count) {
        Trouble trouble = troubles.get(name);
        int id = query.getHeader().getID();
        Message reply = new Message(trouble == Trouble.WRONG_ID ? id ^ 1 : id);
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.AA);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        if (trouble == null || trouble == Trouble.WRONG_ID) {
            fill(reply, name);
            return reply.toWire();
        }
        switch (trouble) {
            case FAILING -> reply.getHeader().setRcode(Rcode.SERVFAIL);
            case REFUSING -> reply.getHeader().setRcode(Rcode.REFUSED);
            case TRUNCATED, TRUNCATED_AND_SILENT -> {
                if (overUdp) {
                    reply.getHeader().setFlag(Flags.TC);
                } else if (trouble == Trouble.TRUNCATED) {
                    fill(reply, name);
                } else {
                    return new byte[0];
                }
            }
            case GARBAGE -> {
                return new byte[] {1, 2, 3};
            }
            case FIRST_LOST -> {
                if (count == 1) {
                    return new byte[0];
                }
                fill(reply, name);
            }
            case SILENT, WRONG_ID -> {
                return new byte[0];
            }
        }
        return reply.toWire();
    }

    private void fill(Message reply, Name name) {
        List<Record> records = zone.get(name);
        if (records == null) {
            reply.getHeader().setRcode(Rcode.NXDOMAIN);
            return;
        }
        for (Record record : List.copyOf(records)) {
            reply.addRecord(record, Section.ANSWER);
            if (record.getType() == Type.CNAME
                    && reply.getSection(Section.ANSWER).size() < 20) {
                fill(reply, ((CNAMERecord) record).getTarget());
            }
        }
    }

    private static Name name(String name) {
        try {
            return Name.fromString(name + '.');
        } catch (TextParseException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    @FunctionalInterface
    private interface Line {
        void send(byte[] bytes) throws IOException;
    }
}
