package dev.gatehouse.organization.decision;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question, as <a href="https://openid.net/specs/authorization-api-1_0.html">AuthZEN 1.0</a> has it: may the subject
 * do this to the resource.
 *
 * @param action the name of the action, which is a permission
 */
public record Evaluation(Party subject, String action, Party resource, Circumstances circumstances) {

    private static final String USER = "user";
    private static final String ORGANIZATION = "organization";

    /**
     * A subject or a resource.
     *
     * @param properties text, {@link java.math.BigDecimal}, {@link Boolean}, or anything else, which equals nothing
     */
    public record Party(String type, String id, Map<String, Object> properties) {

        public Party {
            properties = Map.copyOf(properties);
        }

        Optional<String> text(String property) {
            return properties.get(property) instanceof String text ? Optional.of(text) : Optional.empty();
        }
    }

    public boolean isAboutUser() {
        return subject.type().equals(USER);
    }

    /** The organization in which this is asked, by id or alias; an organization is its own. */
    public Optional<String> organization() {
        return resource.type().equals(ORGANIZATION) ? Optional.of(resource.id()) : resource.text(ORGANIZATION);
    }

    @Nullable
    Object property(String name) {
        return resource.properties().get(name);
    }
}
