/** Logging in and out by REST. */
@NullMarked
package dev.gatehouse.api.auth;

import org.jspecify.annotations.NullMarked;
