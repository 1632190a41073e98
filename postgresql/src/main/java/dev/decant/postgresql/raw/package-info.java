/** What has no typed form and is kept as SQL. */
@NullMarked
package dev.decant.postgresql.raw;

import org.jspecify.annotations.NullMarked;
