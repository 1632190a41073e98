package dev.decant.run;

import dev.decant.database.ServerError;
import dev.decant.journal.Filling;
import dev.decant.journal.SqlFile;
import dev.decant.sql.ScriptStatement;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A statement that the server refused, on its way to whoever knows what that means for the migration. */
final class RefusedException extends SQLException {
    private static final long serialVersionUID = 1L;

    private final transient SqlFile file;
    private final transient ScriptStatement statement;
    private final transient Filling filling;
    private final SQLException reason;
    private transient @Nullable Spot inClass;

    RefusedException(SqlFile file, ScriptStatement statement, Filling filling, SQLException reason) {
        super(reason);
        this.file = file;
        this.statement = statement;
        this.filling = filling;
        this.reason = reason;
    }

    ScriptStatement statement() {
        return statement;
    }

    /**
     * What the server refused when a class of a migration asked for it.
     *
     * @param spot where in the class
     */
    static RefusedException of(Spot spot, SqlFile file, ScriptStatement statement, SQLException reason) {
        RefusedException refused =
                new RefusedException(file, statement, new Filling(statement.text(), statement.text()), reason);
        refused.inClass = spot;
        return refused;
    }

    /** The place that the server means. */
    Spot spot(ServerError error) {
        if (inClass != null) {
            return inClass;
        }
        OptionalInt position = error.position();
        return Spot.in(
                file,
                statement,
                position.isPresent() ? OptionalInt.of(filling.rawPosition(position.getAsInt())) : position);
    }

    SQLException reason() {
        return reason;
    }
}
