/** Reading requests and writing answers, strictly and without Keycloak. */
@NullMarked
package dev.gatehouse.api.json;

import org.jspecify.annotations.NullMarked;
