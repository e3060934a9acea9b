/**
 * Load on the whole: the assembled server on PostgreSQL, with generated data, asked by several clients at once. What is
 * compared is measured in turn in one run.
 */
@NullMarked
package dev.gatehouse.benchmarks.load;

import org.jspecify.annotations.NullMarked;
