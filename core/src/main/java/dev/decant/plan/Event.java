package dev.decant.plan;

import java.util.List;

/**
 * What a change does to a name.
 *
 * @param position of the change in the row
 * @param act what it does
 * @param renames whether it does so by a rename
 */
record Event(int position, Act act, boolean renames) {
    /** The kinds of that. */
    enum Act {
        PROVIDE,
        RELEASE,
        LEAVE,
        ALTER,
        STIR,
        CARRY,
        REQUIRE,
        PREFER,
        NAME,
        DESTROY
    }

    /** Whether the change lets go of the name. */
    boolean isParting() {
        return act == Act.RELEASE || act == Act.LEAVE;
    }

    /** Where something is done to the name first; -1 where nowhere. */
    static int position(List<Event> events, Act act) {
        return positions(events, act).stream().findFirst().orElse(-1);
    }

    /** Where something is done to the name. */
    static List<Integer> positions(List<Event> events, Act act) {
        return events.stream()
                .filter(event -> event.act() == act)
                .map(Event::position)
                .toList();
    }
}
