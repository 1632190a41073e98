/** Privileges: which roles may do what with the things of a schema. */
@NullMarked
package dev.decant.model.privilege;

import org.jspecify.annotations.NullMarked;
