/** Where the policies of organizations are read, changed and enforced in Keycloak. */
@NullMarked
package dev.gatehouse.organization.keycloak.policy;

import org.jspecify.annotations.NullMarked;
