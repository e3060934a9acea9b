/** What a limited request is told, in HTTP's words: fields, a problem document, a page for people. */
@NullMarked
package dev.gatehouse.ratelimit.http;

import org.jspecify.annotations.NullMarked;
