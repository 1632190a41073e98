package dev.decant.emit;

import dev.decant.model.Deferral;

/** When a constraint is checked, as a call. */
final class Deferrals {
    private Deferrals() {}

    /** Adds the call, unless the constraint is checked at once. */
    static void add(Deferral deferral, Chain chain) {
        switch (deferral) {
            case NOT_DEFERRABLE -> {}
            case INITIALLY_IMMEDIATE -> chain.call("deferrable");
            case INITIALLY_DEFERRED -> chain.call("initiallyDeferred");
        }
    }
}
