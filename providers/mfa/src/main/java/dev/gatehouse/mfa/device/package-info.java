/** Devices on which somebody need not show a second factor at each login: what they are given, and what it is worth. */
@NullMarked
package dev.gatehouse.mfa.device;

import org.jspecify.annotations.NullMarked;
