package dev.decant.journal;

import dev.decant.dialect.Dialect;
import dev.decant.sql.Syntax;
import java.util.List;

/**
 * A file of SQL in a migration: plain SQL, in which lines {@code -- decant: step NAME} begin a step and {@code -- decant: transaction none}
 * at the beginning of a step says that it runs outside of a transaction.
 *
 * @param path what the file is called in messages
 * @param text its content
 */
public record SqlFile(String path, String text) {
    /**
     * Its steps, none when there is no statement in it. A statement that cannot run in a transaction gets a step of its own where the
     * file does not say so.
     *
     * @throws dev.decant.failure.DecantException when it cannot be taken apart, or begins or ends a transaction by itself
     */
    public List<SqlStep> steps(Dialect dialect) {
        return new StepReader(this, dialect).read();
    }

    /** The checksum of its tokens. */
    public String checksum(Syntax syntax) {
        return Checksum.of(text, syntax);
    }
}
