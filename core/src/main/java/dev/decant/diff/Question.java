package dev.decant.diff;

import java.util.List;

/** Something that two schemas do not tell and that only a person knows. */
public sealed interface Question permits RenameQuestion, ConversionQuestion {
    /** The question in a sentence. */
    String sentence();

    /** The flags that answer it on a command line, each a possible answer. */
    List<String> flags();
}
