/** The schema in the code against the database of an environment: what differs, what that means there, and what is done about it. */
@NullMarked
package dev.decant.studio.changes;

import org.jspecify.annotations.NullMarked;
