/** Looking into the rows of a database: what there is, and the queries for it. What differs between databases is behind {@link Browsing}. */
@NullMarked
package dev.decant.database.browsing;

import org.jspecify.annotations.NullMarked;
