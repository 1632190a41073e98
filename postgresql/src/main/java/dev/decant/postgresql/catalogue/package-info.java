/** Reads a database's catalogues into a schema, one query a kind of thing. */
@NullMarked
package dev.decant.postgresql.catalogue;

import org.jspecify.annotations.NullMarked;
