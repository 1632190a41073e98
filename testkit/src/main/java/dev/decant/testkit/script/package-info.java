/** Random scripts that make schemas of every kind of object that PostgreSQL has, and others that differ from them by a few edits. */
@NullMarked
package dev.decant.testkit.script;

import org.jspecify.annotations.NullMarked;
