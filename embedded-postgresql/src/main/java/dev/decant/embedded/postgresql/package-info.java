/** A real PostgreSQL of the tool's own: unpacked from a jar, kept in a folder, started on loopback, stopped with its last user. */
@NullMarked
package dev.decant.embedded.postgresql;

import org.jspecify.annotations.NullMarked;
