/** Organizations by REST. */
@NullMarked
package dev.gatehouse.api.organizations;

import org.jspecify.annotations.NullMarked;
