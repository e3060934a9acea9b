package dev.gatehouse.api.json;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON Pointer (RFC 6901) to the field, empty for the body as a whole
 * @param code what is wrong, for programs
 * @param message the same, for the person who wrote the client; never contains what was sent
 */
public record InvalidField(String pointer, FieldError code, String message) {
    /** The field of an object at {@code parent} with this name, escaped as RFC 6901 asks. */
    static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
