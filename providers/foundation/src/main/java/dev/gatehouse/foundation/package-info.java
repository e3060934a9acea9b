/** What every module needs and nothing more: typed settings, feature switches, background work. */
@NullMarked
package dev.gatehouse.foundation;

import org.jspecify.annotations.NullMarked;
