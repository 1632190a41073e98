package dev.decant.dsl;

import dev.decant.model.Index;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What has been said of a key of an index, before columns have names. */
public final class KeyShape {
    private static final Index.Key UNSAID = Index.Key.of("?");

    private final Optional<ColumnDraft> column;
    private final Function<TableDraft, Index.Subject> subject;
    private final Index.Key key;

    private KeyShape(Optional<ColumnDraft> column, Function<TableDraft, Index.Subject> subject, Index.Key key) {
        this.column = column;
        this.subject = subject;
        this.key = key;
    }

    static KeyShape of(ColumnDraft column) {
        return new KeyShape(Optional.of(column), table -> new Index.Subject.OfColumn(table.nameOf(column)), UNSAID);
    }

    static KeyShape of(SqlExpression expression) {
        return new KeyShape(
                Optional.empty(), table -> new Index.Subject.OfExpression(expression.resolve(table)), UNSAID);
    }

    KeyShape with(UnaryOperator<Index.Key> change) {
        return new KeyShape(column, subject, change.apply(key));
    }

    /** The column itself, if it is one. */
    Optional<ColumnDraft> column() {
        return column;
    }

    /** The key with the names of the table. */
    Index.Key resolve(TableDraft table) {
        return key.withSubject(subject.apply(table));
    }
}
