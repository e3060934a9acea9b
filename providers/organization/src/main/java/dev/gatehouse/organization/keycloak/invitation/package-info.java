/** Invitations on Keycloak's own: stored beside its rows, mailed in its templates, accepted through its login pages. */
@NullMarked
package dev.gatehouse.organization.keycloak.invitation;

import org.jspecify.annotations.NullMarked;
