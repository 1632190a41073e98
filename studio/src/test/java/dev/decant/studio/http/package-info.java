/** Attacks on a running server. */
@NullMarked
package dev.decant.studio.http;

import org.jspecify.annotations.NullMarked;
