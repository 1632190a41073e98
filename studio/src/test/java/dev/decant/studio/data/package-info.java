/** Rows: shown as the database has them, page by page. */
@NullMarked
package dev.decant.studio.data;

import org.jspecify.annotations.NullMarked;
