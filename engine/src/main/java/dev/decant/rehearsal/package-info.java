/** Tries schemas and plans where nothing depends on them, and reads back what the database makes of them. */
@NullMarked
package dev.decant.rehearsal;

import org.jspecify.annotations.NullMarked;
