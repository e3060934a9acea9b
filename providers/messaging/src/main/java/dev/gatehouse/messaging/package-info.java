/**
 * Messages to people: e-mails and text messages are queued in the transaction that wants them sent, and leave after it.
 *
 * <p>{@link dev.gatehouse.messaging.MessageQueue} is the door for who sends, a dispatcher
 * carries them out. Nothing here knows of a database, SMTP or Keycloak.
 */
@NullMarked
package dev.gatehouse.messaging;

import org.jspecify.annotations.NullMarked;
