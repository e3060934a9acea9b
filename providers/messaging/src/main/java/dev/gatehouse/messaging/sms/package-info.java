/**
 * Text messages: {@link dev.gatehouse.messaging.sms.TextMessages} is the door for who sends, an
 * {@link dev.gatehouse.messaging.sms.SmsGateway} the way out. Nothing here knows of HTTP, a database or Keycloak.
 */
@NullMarked
package dev.gatehouse.messaging.sms;

import org.jspecify.annotations.NullMarked;
