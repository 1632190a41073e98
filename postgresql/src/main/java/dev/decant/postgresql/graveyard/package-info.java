/** Where dropped columns and tables lie until their time is up, and how they come back. */
@NullMarked
package dev.decant.postgresql.graveyard;

import org.jspecify.annotations.NullMarked;
