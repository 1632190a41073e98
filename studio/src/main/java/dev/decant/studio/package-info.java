/** The studio: a database and the changes of its schema in the browser, served by a local server. */
@NullMarked
package dev.decant.studio;

import org.jspecify.annotations.NullMarked;
