/** What it takes to make and change the roles of one organization; knows no Keycloak. */
@NullMarked
package dev.gatehouse.organization.role;

import org.jspecify.annotations.NullMarked;
