package dev.decant.sqlite;

import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads CREATE INDEX as SQLite keeps it: lang_createindex.html. */
final class IndexText {
    private IndexText() {}

    /**
     * Reads a statement.
     *
     * @param table the table that it is about
     * @throws IllegalArgumentException when it is not understood
     */
    static Index read(String sql, NameScope table) {
        TokenReader reader = new TokenReader(sql);
        reader.expect("CREATE");
        boolean unique = reader.accept("UNIQUE");
        reader.expect("INDEX");
        reader.accept("IF", "NOT", "EXISTS");
        String name = reader.lastName();
        reader.expect("ON");
        reader.name();
        List<Index.Key> keys = reader.parenthesizedList().stream()
                .map(text -> key(KeyColumn.parse(text), table))
                .toList();
        Optional<Expression> predicate =
                reader.accept("WHERE") ? Optional.of(new Expression(reader.rest())) : Optional.empty();
        return new Index(name, keys, unique, "", false, List.of(), predicate, Map.of(), "");
    }

    private static Index.Key key(KeyColumn read, NameScope table) {
        boolean column = read.isName() && table.column(read.column()).isPresent();
        Index.Subject subject = column
                ? new Index.Subject.OfColumn(read.column())
                : new Index.Subject.OfExpression(new Expression(read.subject()));
        Optional<ObjectName> collation =
                read.collation().isEmpty() ? Optional.empty() : Optional.of(ObjectName.of(read.collation()));
        return Index.Key.of(subject).withDescending(read.descending()).withCollation(collation);
    }
}
