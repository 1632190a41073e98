package dev.decant.run;

import dev.decant.journal.SqlFile;
import dev.decant.sql.ScriptStatement;
import java.sql.SQLException;

/** A statement that the server refused, on its way to whoever knows what that means for the migration. */
final class RefusedException extends SQLException {
    private static final long serialVersionUID = 1L;

    private final transient SqlFile file;
    private final transient ScriptStatement statement;
    private final SQLException reason;

    RefusedException(SqlFile file, ScriptStatement statement, SQLException reason) {
        super(reason);
        this.file = file;
        this.statement = statement;
        this.reason = reason;
    }

    /** The file in which the statement stands. */
    SqlFile file() {
        return file;
    }

    ScriptStatement statement() {
        return statement;
    }

    SQLException reason() {
        return reason;
    }
}
