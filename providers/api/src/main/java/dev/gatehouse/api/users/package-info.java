/** The people of a realm: the operations under {@code /users}, and {@code /auth/me}. */
@NullMarked
package dev.gatehouse.api.users;

import org.jspecify.annotations.NullMarked;
