/** Gateways that are spoken to by HTTP, and their settings. Nothing here writes a log. */
@NullMarked
package dev.gatehouse.messaging.sms.http;

import org.jspecify.annotations.NullMarked;
