package dev.decant.emit;

import dev.decant.model.trigger.TriggerState;

/** In which sessions a trigger or rule holds, as a call. */
final class TriggerStates {
    private TriggerStates() {}

    /** Adds the call, unless it holds as usual. */
    static void add(TriggerState state, Chain chain) {
        switch (state) {
            case ENABLED -> {}
            case DISABLED -> chain.call("disabled");
            case REPLICA -> chain.call("enabledForReplica");
            case ALWAYS -> chain.call("enabledAlways");
        }
    }
}
