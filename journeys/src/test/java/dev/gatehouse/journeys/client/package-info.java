/** A client of the REST API and of OIDC, coming from an address of its own, every exchange held to the contract. */
@NullMarked
package dev.gatehouse.journeys.client;

import org.jspecify.annotations.NullMarked;
