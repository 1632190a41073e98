/** The studio's server: who is let in, which address leads where, and how answers are written. */
@NullMarked
package dev.decant.studio.http;

import org.jspecify.annotations.NullMarked;
