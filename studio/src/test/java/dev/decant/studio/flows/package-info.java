/** What people do in the studio, done by a browser. */
@NullMarked
package dev.decant.studio.flows;

import org.jspecify.annotations.NullMarked;
