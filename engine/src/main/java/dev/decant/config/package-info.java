/** What the user has decided: decant.toml, .env, variables and flags, read into one checked value. */
@NullMarked
package dev.decant.config;

import org.jspecify.annotations.NullMarked;
