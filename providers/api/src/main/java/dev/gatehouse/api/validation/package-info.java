/** Whether a token is good, for services and for gateways in front of them. */
@NullMarked
package dev.gatehouse.api.validation;

import org.jspecify.annotations.NullMarked;
