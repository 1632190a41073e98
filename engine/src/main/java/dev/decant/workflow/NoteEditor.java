package dev.decant.workflow;

import dev.decant.dialect.Hazard;
import java.util.List;

/** Whoever can say what programs must be told of a breaking change: a person at a terminal, or nobody. */
@FunctionalInterface
public interface NoteEditor {
    /** Nobody there. */
    NoteEditor NOBODY = breaking -> List.of();

    /** Notes about what breaks; none when nobody can say. */
    List<String> write(List<Hazard> breaking);
}
