/** Roles: who may enter a server, and who belongs to whom. */
@NullMarked
package dev.decant.model.role;

import org.jspecify.annotations.NullMarked;
