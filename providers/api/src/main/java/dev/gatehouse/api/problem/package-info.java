/** What the API answers when it does not succeed: problem documents, their status, the trace that leads to the log. */
@NullMarked
package dev.gatehouse.api.problem;

import org.jspecify.annotations.NullMarked;
