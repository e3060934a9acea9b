/**
 * What the documentation says is checked against the sources: links, names of classes, settings and their defaults. Needs
 * no server.
 */
@NullMarked
package dev.gatehouse.journeys.documentation;

import org.jspecify.annotations.NullMarked;
