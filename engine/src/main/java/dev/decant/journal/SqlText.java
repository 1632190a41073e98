package dev.decant.journal;

import dev.decant.dialect.Dialect;
import dev.decant.sql.Syntax;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** What a file of SQL says. */
public sealed interface SqlText permits HeldText, StoredText {
    /** All of it at once. */
    String whole();

    /** All of it in pieces, read anew each time. */
    Iterator<String> pieces();

    /** How many bytes it has in its file, or characters when it is in none. */
    long size();

    /** Its steps in a dialect, which are worked out when they are not known. */
    List<SqlStep> steps(Dialect dialect, Supplier<List<SqlStep>> work);

    /** Its checksum in a dialect, which is worked out once. */
    String checksum(Syntax syntax, Supplier<String> work);
}
