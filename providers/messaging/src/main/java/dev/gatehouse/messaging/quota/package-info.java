/** Limited things, counted so that they are never given twice: how often, for whom, within which time. */
@NullMarked
package dev.gatehouse.messaging.quota;

import org.jspecify.annotations.NullMarked;
