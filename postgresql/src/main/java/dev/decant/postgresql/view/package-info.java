/** Views, materialized views and rules, and the queries in them. */
@NullMarked
package dev.decant.postgresql.view;

import org.jspecify.annotations.NullMarked;
