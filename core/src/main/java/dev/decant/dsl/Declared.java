package dev.decant.dsl;

import java.util.ArrayList;
import java.util.List;

/** What a field declares, be it a part of a table or an object: where that is said, what it was called before, and a comment. */
abstract sealed class Declared permits Part, DeclaredObject {
    private final Origin origin = Origin.here();
    private final List<String> formerNames = new ArrayList<>();
    private String comment = "";

    final Origin origin() {
        return origin;
    }

    final List<String> formerNames() {
        return formerNames;
    }

    final void addFormerNames(String... names) {
        formerNames.addAll(List.of(names));
    }

    final String comment() {
        return comment;
    }

    final void setComment(String text) {
        comment = text;
    }
}
