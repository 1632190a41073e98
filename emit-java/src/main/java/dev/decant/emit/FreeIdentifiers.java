package dev.decant.emit;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Keeps names of Java apart. */
final class FreeIdentifiers {
    private final Set<String> taken = new HashSet<>();
    private final UnaryOperator<String> same;

    private FreeIdentifiers(UnaryOperator<String> same) {
        this.same = same;
    }

    /** Names of classes, which name files too: in some places those that differ in case alone are the same. */
    static FreeIdentifiers ofClasses() {
        return new FreeIdentifiers(name -> name.toLowerCase(Locale.ROOT));
    }

    /** Names of fields. */
    static FreeIdentifiers ofFields() {
        return new FreeIdentifiers(name -> name);
    }

    /** Takes names that nothing else may have. */
    void take(Collection<String> names) {
        names.forEach(this::take);
    }

    /** Takes a name; false when it is taken. */
    boolean take(String name) {
        return taken.add(same.apply(name));
    }

    /** The name, with a number behind it if that is taken; it is taken then. */
    String free(String wanted) {
        String name = wanted;
        for (int number = 2; !take(name); number++) {
            name = wanted.endsWith("_") ? wanted + number + "_" : wanted + number;
        }
        return name;
    }
}
