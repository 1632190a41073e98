/** The verbs: what people ask for, each composed of journal, history, differ, planner and runner. */
@NullMarked
package dev.decant.workflow;

import org.jspecify.annotations.NullMarked;
