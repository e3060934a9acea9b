/** The inbox's own SMTP server, so that e-mail takes the way that it takes in production. */
@NullMarked
package dev.gatehouse.messaging.inbox.smtp;

import org.jspecify.annotations.NullMarked;
