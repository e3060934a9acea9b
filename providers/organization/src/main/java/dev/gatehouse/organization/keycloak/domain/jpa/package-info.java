/** The tables of claimed and proved domains. */
@NullMarked
package dev.gatehouse.organization.keycloak.domain.jpa;

import org.jspecify.annotations.NullMarked;
