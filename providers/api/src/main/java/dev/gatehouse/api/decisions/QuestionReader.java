package dev.gatehouse.api.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.api.json.Mistake;
import dev.gatehouse.foundation.problem.FieldError;
import dev.gatehouse.organization.decision.Circumstances;
import dev.gatehouse.organization.decision.Evaluation;
import dev.gatehouse.organization.decision.Evaluation.Party;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests of the OpenID AuthZEN Authorization API 1.0. Its objects are open: fields that mean nothing here are
 * left alone. Numbers are read exactly, as the decimals that they are.
 */
final class QuestionReader {
    private static final String SUBJECT = "subject";
    private static final String ACTION = "action";
    private static final String RESOURCE = "resource";
    private static final String CONTEXT = "context";
    private static final String EVALUATIONS = "evaluations";
    private static final String OPTIONS = "options";
    private static final List<String> DEFAULTS = List.of(SUBJECT, ACTION, RESOURCE, CONTEXT);

    private final Instant now;
    private final @Nullable String address;

    /** @param address from where the subjects act, unless a question says otherwise */
    QuestionReader(Instant now, @Nullable String address) {
        this.now = now;
        this.address = address;
    }

    Questions read(ObjectNode body) {
        if (body.has(OPTIONS) && !body.get(OPTIONS).isObject()) {
            return Questions.refused(Mistake.TYPE.at("/options", "This field has to be an object."));
        }
        JsonNode evaluations = body.path(EVALUATIONS);
        if (evaluations.isMissingNode() || evaluations.isNull() || (evaluations.isArray() && evaluations.isEmpty())) {
            return Questions.one(question(body, ""));
        }
        if (!evaluations.isArray()) {
            return Questions.refused(Mistake.TYPE.at("/evaluations", "This field has to be an array."));
        }
        if (evaluations.size() > Questions.MAXIMUM) {
            return Questions.refused(
                    Mistake.LENGTH.at("/evaluations", "At most " + Questions.MAXIMUM + " evaluations."));
        }
        List<FieldError> errors = defaultErrors(body);
        if (!errors.isEmpty()) {
            return new Questions(List.of(), true, Semantic.EXECUTE_ALL, errors);
        }
        JsonNode name = body.path(OPTIONS).path("evaluations_semantic");
        Optional<Semantic> semantic =
                name.isMissingNode() || name.isNull() ? Optional.of(Semantic.EXECUTE_ALL) : Semantic.of(name.asText());
        if (semantic.isEmpty()) {
            return Questions.refused(Mistake.VALUE.at(
                    "/options/evaluations_semantic",
                    "Has to be execute_all, deny_on_first_deny or permit_on_first_permit."));
        }
        List<Question> questions = new ArrayList<>();
        for (int index = 0; index < evaluations.size(); index++) {
            String pointer = "/evaluations/" + index;
            questions.add(
                    evaluations.get(index) instanceof ObjectNode own
                            ? question(withDefaults(own, body), pointer)
                            : new Question(
                                    null,
                                    List.of(Mistake.TYPE.at(pointer, "An evaluation has to be an object.")),
                                    false));
        }
        return new Questions(questions, true, semantic.get(), List.of());
    }

    /** What the request gives all evaluations has to be right even where each has its own. */
    private static List<FieldError> defaultErrors(ObjectNode body) {
        List<FieldError> errors = new ArrayList<>();
        for (String field : List.of(SUBJECT, RESOURCE)) {
            if (body.has(field)) {
                party(body, field, "", errors);
            }
        }
        if (body.has(ACTION)) {
            text(object(body, ACTION, "", errors), "name", "/action", errors);
        }
        contextErrors(body, "", errors);
        return errors;
    }

    private static void contextErrors(ObjectNode asked, String parent, List<FieldError> errors) {
        JsonNode context = asked.path(CONTEXT);
        if (!context.isMissingNode() && !context.isNull() && !context.isObject()) {
            errors.add(Mistake.TYPE.at(parent + "/context", "This field has to be an object."));
        }
    }

    /** A field of the request is what an evaluation lacks, whole: the two are not mixed. */
    private static ObjectNode withDefaults(ObjectNode own, ObjectNode body) {
        ObjectNode whole = own.objectNode();
        for (String field : DEFAULTS) {
            JsonNode value = own.has(field) ? own.get(field) : body.get(field);
            if (value != null) {
                whole.set(field, value);
            }
        }
        return whole;
    }

    private Question question(ObjectNode asked, String pointer) {
        List<FieldError> errors = new ArrayList<>();
        Party subject = party(asked, SUBJECT, pointer, errors);
        Party resource = party(asked, RESOURCE, pointer, errors);
        String action = text(object(asked, ACTION, pointer, errors), "name", pointer + "/action", errors);
        JsonNode context = asked.path(CONTEXT);
        boolean carriesContext = !context.isMissingNode() && !context.isNull();
        contextErrors(asked, pointer, errors);
        if (subject == null || resource == null || action == null || !errors.isEmpty()) {
            return new Question(null, errors, carriesContext);
        }
        JsonNode from = context.path("ip_address");
        Circumstances circumstances = new Circumstances(now, from.isTextual() ? from.textValue() : address);
        return new Question(new Evaluation(subject, action, resource, circumstances), errors, carriesContext);
    }

    private static @Nullable Party party(ObjectNode asked, String field, String parent, List<FieldError> errors) {
        ObjectNode object = object(asked, field, parent, errors);
        String pointer = parent + "/" + field;
        String type = text(object, "type", pointer, errors);
        String id = text(object, "id", pointer, errors);
        if (object == null || type == null || id == null) {
            return null;
        }
        JsonNode properties = object.path("properties");
        if (!properties.isMissingNode() && !properties.isNull() && !properties.isObject()) {
            errors.add(Mistake.TYPE.at(pointer + "/properties", "This field has to be an object."));
            return null;
        }
        return new Party(type, id, values(properties));
    }

    private static @Nullable ObjectNode object(ObjectNode asked, String field, String parent, List<FieldError> errors) {
        if (asked.get(field) instanceof ObjectNode object) {
            return object;
        }
        errors.add(
                asked.path(field).isMissingNode() || asked.path(field).isNull()
                        ? Mistake.REQUIRED.at(parent + "/" + field, "This field is required.")
                        : Mistake.TYPE.at(parent + "/" + field, "This field has to be an object."));
        return null;
    }

    private static @Nullable String text(
            @Nullable ObjectNode object, String field, String parent, List<FieldError> errors) {
        if (object == null) {
            return null;
        }
        String pointer = parent + "/" + field;
        JsonNode value = object.path(field);
        if (value.isTextual() && !value.textValue().isEmpty()) {
            if (value.textValue().length() > Questions.MAXIMUM_TEXT) {
                errors.add(Mistake.LENGTH.at(pointer, "At most " + Questions.MAXIMUM_TEXT + " characters."));
            } else if (isClean(value.textValue())) {
                return value.textValue();
            } else {
                errors.add(Mistake.CHARACTER.at(pointer, "A character in this field is not allowed."));
            }
        } else if (value.isMissingNode() || value.isNull() || value.isTextual()) {
            errors.add(Mistake.REQUIRED.at(pointer, "This field is required."));
        } else {
            errors.add(Mistake.TYPE.at(pointer, "This field has to be a text."));
        }
        return null;
    }

    /** What can be compared; lists and objects equal nothing. */
    private static Map<String, Object> values(JsonNode properties) {
        Map<String, Object> values = new HashMap<>();
        properties.properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (value.isTextual() && isClean(value.textValue())) {
                values.put(property.getKey(), value.textValue());
            } else if (value.isBoolean()) {
                values.put(property.getKey(), value.booleanValue());
            } else if (value.isNumber()) {
                BigDecimal number = Objects.requireNonNull(value.decimalValue());
                values.put(property.getKey(), number);
            }
        });
        return values;
    }

    /** No database can compare these. */
    private static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
