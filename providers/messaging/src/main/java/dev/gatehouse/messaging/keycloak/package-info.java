/** Messaging inside Keycloak: its e-mails go through the queue, and its realms' SMTP servers carry them. */
@NullMarked
package dev.gatehouse.messaging.keycloak;

import org.jspecify.annotations.NullMarked;
