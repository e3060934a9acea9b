/** Lists as the contract has them: {@code limit}, {@code cursor}, {@code items} and {@code next_cursor}. */
@NullMarked
package dev.gatehouse.api.list;

import org.jspecify.annotations.NullMarked;
