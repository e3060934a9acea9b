package dev.gatehouse.messaging.sms.http;

import dev.gatehouse.messaging.sms.Text;
import java.util.Set;

/**
 * What is sent to a gateway of which nothing is known but that it takes this.
 *
 * <p>The promise: whatever a number, a sender or a text holds, it stays the value it was put into. The template is taken apart
 * once; values are filled into its parts, and encoded by the rules of the format.
 */
interface BodyTemplate {

    String contentType();

    Set<String> placeholders();

    String fill(Text text, String from);
}
