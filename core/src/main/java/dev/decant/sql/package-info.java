/** SQL as text: quoting, lists, lexing, splitting a script into statements. */
@NullMarked
package dev.decant.sql;

import org.jspecify.annotations.NullMarked;
