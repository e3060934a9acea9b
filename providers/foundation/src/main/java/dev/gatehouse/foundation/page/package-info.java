/** Lists that are read page by page, from a key onwards, whatever is inserted meanwhile. */
@NullMarked
package dev.gatehouse.foundation.page;

import org.jspecify.annotations.NullMarked;
