/** Lines of activity in requests and answers, whoever's they are. */
@NullMarked
package dev.gatehouse.api.activity;

import org.jspecify.annotations.NullMarked;
