package dev.gatehouse.organization.keycloak.jpa;

import org.jspecify.annotations.Nullable;

/** A value that some organization has for an attribute. */
public record AttributeValue(String name, @Nullable String value) {}
