package dev.gatehouse.events.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker in this JVM: one node, broker and controller in one, on the loopback address. Stopped and started
 * again, it keeps its address and its data, as a broker does that was down for a while.
 *
 * <pre>{@code
 * try (KafkaBroker broker = KafkaBroker.start()) {
 *     broker.bootstrapServers();   // "127.0.0.1:PORT"
 *     broker.stop();               // down: connections are refused
 *     broker.restart();            // back, same port, same records
 *     broker.read("gatehouse.events", Duration.ofSeconds(30), records -> records.size() >= 3);
 * }
 * }</pre>
 */
public final class KafkaBroker implements AutoCloseable {
    private final int port;
    private final int controllerPort;
    private final Path directory;
    private KafkaRaftServer server;

    private KafkaBroker(int port) {
        this.port = port;
        this.controllerPort = freePort();
        try {
            this.directory = Files.createTempDirectory("gatehouse-kafka-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        format();
        restart();
    }

    /** A broker on a free port. */
    public static KafkaBroker start() {
        return new KafkaBroker(freePort());
    }

    /** A broker on this port of the loopback address. */
    public static KafkaBroker start(int port) {
        return new KafkaBroker(port);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Takes the broker down and keeps its data. Without effect when it is down. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    /** Brings the broker up with the data it had. Without effect when it is up. */
    public synchronized void restart() {
        if (server == null) {
            server = new KafkaRaftServer(new KafkaConfig(settings()), Time.SYSTEM);
            server.startup();
        }
    }

    /** Makes a topic with these settings. Topics that nobody made come into being at their first use, with one partition. */
    public void createTopic(String name, int partitions, Map<String, String> settings) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(settings)))
                    .all()
                    .get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The topic " + name + " cannot be made", failure.getCause());
        }
    }

    /**
     * All records of the topic from its beginning, each partition in its own order, as soon as they are enough.
     *
     * @return what was there when {@code enough} said yes, or when the time was over
     */
    public List<ConsumerRecord<String, String>> read(
            String topic, Duration atMost, Predicate<List<ConsumerRecord<String, String>>> enough) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        Instant end = Instant.now().plus(atMost);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = List.of();
            while (Instant.now().isBefore(end) && !(enough.test(records) && !records.isEmpty())) {
                if (partitions.isEmpty()) {
                    partitions = consumer.partitionsFor(topic).stream()
                            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                            .toList();
                    consumer.assign(partitions);
                    consumer.seekToBeginning(partitions);
                }
                if (partitions.isEmpty()) {
                    // Nobody has written to the topic yet; the question makes it, in a moment.
                    continue;
                }
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    /** The text of a record's header; null where it has none of this name. */
    public static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Stops the broker and removes its data. */
    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void format() {
        Path file = directory.resolve("server.properties");
        try {
            try (var writer = Files.newBufferedWriter(file)) {
                settings().store(writer, null);
            }
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            int status = StorageTool.execute(
                    new String[] {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()},
                    new PrintStream(said, true, StandardCharsets.UTF_8));
            if (status != 0) {
                throw new IllegalStateException(
                        "The broker's storage cannot be formatted: " + said.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port,
                "log.dirs", directory.resolve("data").toString(),
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "group.initial.rebalance.delay.ms", "0"));
        settings.putAll(Map.of(
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "log.cleaner.enable", "false",
                "num.network.threads", "1",
                "num.io.threads", "2"));
        return settings;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
