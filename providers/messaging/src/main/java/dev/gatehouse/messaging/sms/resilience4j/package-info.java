/** Circuit breakers for gateways, by resilience4j. */
@NullMarked
package dev.gatehouse.messaging.sms.resilience4j;

import org.jspecify.annotations.NullMarked;
