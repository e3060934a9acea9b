/** The assembled server for tests: started once, in a JVM of its own, on an empty database. */
@NullMarked
package dev.gatehouse.server.testing;

import org.jspecify.annotations.NullMarked;
