/** Namespaces: what {@code CREATE SCHEMA} makes. */
@NullMarked
package dev.decant.model.namespace;

import org.jspecify.annotations.NullMarked;
