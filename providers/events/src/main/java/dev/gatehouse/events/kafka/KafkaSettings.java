package dev.gatehouse.events.kafka;

import dev.gatehouse.foundation.InvalidSetting;
import dev.gatehouse.foundation.SettingsSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Where events go, and how.
 *
 * @param bootstrapServers {@code host:port,host:port}
 * @param producer further settings of Kafka's producer by Kafka's own names, above all {@code security.protocol},
 *     {@code sasl.*} and {@code ssl.*}; may hold secrets
 */
public record KafkaSettings(String bootstrapServers, String topic, Map<String, String> producer) {
    public static final String BOOTSTRAP_SERVERS = "gatehouse.events.kafka.bootstrap-servers";
    static final String TOPIC = "gatehouse.events.kafka.topic";
    static final String PRODUCER = "gatehouse.events.kafka.producer.";

    private static final String DEFAULT_TOPIC = "gatehouse.events";
    private static final Pattern ADDRESS = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):([0-9]{1,5})");
    private static final Pattern TOPIC_NAME = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]");

    /** What the relay's promises rest on, and what is set elsewhere. */
    private static final Set<String> OURS = Set.of(
            "acks",
            "bootstrap.servers",
            "enable.idempotence",
            "key.serializer",
            "transactional.id",
            "value.serializer");

    /** Every key of ours, so that a misspelt one does not pass for "no Kafka". */
    private static final List<String> KNOWN = List.of(
            "gatehouse.events.enabled",
            "gatehouse.events.token-traffic",
            "gatehouse.events.activity.retention",
            "gatehouse.events.outbox.retention",
            BOOTSTRAP_SERVERS,
            TOPIC);

    public KafkaSettings {
        producer = Map.copyOf(producer);
    }

    /** Empty where no broker is named: then nothing is meant for Kafka. */
    public static Optional<KafkaSettings> from(SettingsSource settings) {
        refuseUnknownKeys(settings);
        String topic = topic(settings);
        Map<String, String> producer = producer(settings);
        return settings.text(BOOTSTRAP_SERVERS).map(servers -> new KafkaSettings(addresses(servers), topic, producer));
    }

    private static String addresses(String servers) {
        return Stream.of(servers.split(",", -1))
                .map(String::strip)
                .peek(address -> {
                    Matcher matcher = ADDRESS.matcher(address);
                    if (!matcher.matches() || port(matcher) < 1 || port(matcher) > 65535) {
                        throw new InvalidSetting(
                                BOOTSTRAP_SERVERS,
                                "\"" + address + "\" is not host:port; right would be kafka-1:9092,kafka-2:9092");
                    }
                })
                .collect(Collectors.joining(","));
    }

    private static int port(Matcher address) {
        return Integer.parseInt(address.group(1));
    }

    private static String topic(SettingsSource settings) {
        String topic = settings.text(TOPIC, DEFAULT_TOPIC);
        if (!TOPIC_NAME.matcher(topic).matches()) {
            throw new InvalidSetting(
                    TOPIC, "\"" + topic + "\" is no name of a topic: up to 249 letters, digits, dots, _ and -");
        }
        return topic;
    }

    private static Map<String, String> producer(SettingsSource settings) {
        Set<String> set = new HashSet<>();
        settings.keys().forEach(key -> set.add(plain(key)));
        Map<String, String> producer = new TreeMap<>();
        ProducerConfig.configNames().stream()
                .filter(name -> set.contains(plain(PRODUCER + name)))
                .forEach(name -> settings.text(PRODUCER + name).ifPresent(value -> producer.put(name, value)));
        producer.keySet().stream().filter(OURS::contains).findFirst().ifPresent(name -> {
            throw new InvalidSetting(
                    PRODUCER + name, "is fixed, because the order and safety of events rest on it; leave it out");
        });
        String compression = producer.getOrDefault(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        if (!Set.of("none", "gzip").contains(compression)) {
            throw new InvalidSetting(
                    PRODUCER + ProducerConfig.COMPRESSION_TYPE_CONFIG,
                    "\"" + compression + "\" is not among what comes along: none, gzip");
        }
        return producer;
    }

    /** Keys from the environment arrive as {@code GATEHOUSE_EVENTS_KAFKA_TOPIC} too: only letters and digits count. */
    private static void refuseUnknownKeys(SettingsSource settings) {
        Set<String> known = Stream.concat(
                        KNOWN.stream(), ProducerConfig.configNames().stream().map(PRODUCER::concat))
                .map(KafkaSettings::plain)
                .collect(Collectors.toSet());
        for (String key : settings.keys()) {
            String plain = plain(key);
            if (plain.startsWith("gatehouse_events_") && !known.contains(plain)) {
                throw new InvalidSetting(
                        key,
                        plain.startsWith(plain(PRODUCER))
                                ? "Kafka's producer has no such setting"
                                : "there is no such setting; there are " + String.join(", ", KNOWN) + ", " + PRODUCER
                                        + "*");
            }
        }
    }

    private static String plain(String key) {
        return NOT_A_WORD.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("_");
    }

    /** Leaves the producer's settings out: there are passwords among them. */
    @Override
    public String toString() {
        return "KafkaSettings[" + bootstrapServers + ", " + topic + ", " + producer.keySet() + "]";
    }
}
