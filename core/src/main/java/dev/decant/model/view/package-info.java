/** Views and materialized views: queries under a name. */
@NullMarked
package dev.decant.model.view;

import org.jspecify.annotations.NullMarked;
