/**
 * PostgreSQL 14 and later. The two classes that the house knows, the dialect and the database, stand here; a package a part of the work is
 * below: its own words in {@code sql}, statements a kind of thing in {@code table}, {@code type}, {@code view}, {@code routine},
 * {@code access} and {@code raw}, reading in {@code catalogue}, and what happens on a server in {@code run}, {@code graveyard} and
 * {@code browsing}.
 */
@NullMarked
package dev.decant.postgresql;

import org.jspecify.annotations.NullMarked;
