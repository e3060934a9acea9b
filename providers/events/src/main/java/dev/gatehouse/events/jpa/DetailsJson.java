package dev.gatehouse.events.jpa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** An entry's details as JSON text. */
final class DetailsJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private DetailsJson() {}

    static String write(Map<String, String> details) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(details));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts are always JSON", impossible);
        }
    }

    static Map<String, String> read(String json) {
        try {
            return JSON.readValue(json, DETAILS);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Details of activity that are no JSON", unreadable);
        }
    }
}
