package dev.decant.studio.data;

import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.database.browsing.RelationIndex;
import dev.decant.database.browsing.RelationKey;
import dev.decant.database.browsing.RowEdit;
import dev.decant.database.browsing.RowEdit.Written;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes of rows as statements that run in other databases, too, and what takes each of them back: by the key, whatever else a row has. */
final class EditScript {
    /** What is longer does not belong into a file that people read. */
    private static final int LONGEST = 1024 * 1024;

    /** What a foreign key does with rows that lead to one which goes. */
    private static final Set<String> TAKING_ALONG = Set.of("cascade", "set null", "set default");

    private final Browsing browsing;
    private final Relation relation;

    EditScript(Browsing browsing, Relation relation) {
        this.browsing = browsing;
        this.relation = relation;
    }

    /** What is done. */
    List<Statement> up(List<RowEdit> edits) {
        return ordered(edits)
                .map(edit -> {
                    Statement statement = statement(withoutOld(edit));
                    return edit instanceof RowEdit.Delete ? takingAlong(statement) : statement;
                })
                .toList();
    }

    /** The same for a file that may run more than once. */
    List<Statement> seed(List<RowEdit> edits) {
        return ordered(edits)
                .map(edit -> {
                    String text = browsing.edit(relation, withoutOld(edit)).text();
                    return Statement.of(edit instanceof RowEdit.Insert ? browsing.unlessThere(text) : text);
                })
                .toList();
    }

    /**
     * What takes it back: each row as it is in the database now.
     *
     * @throws DecantException DCT-714 when a row is not there, DCT-763 when a row that is added could not be found again
     */
    List<Statement> down(Connection connection, List<RowEdit> edits) throws SQLException {
        List<Statement> statements = new ArrayList<>();
        for (RowEdit edit : ordered(edits).toList()) {
            statements.addFirst(statement(reversed(connection, edit)));
        }
        return statements;
    }

    private static Stream<RowEdit> ordered(List<RowEdit> edits) {
        return EditEndpoints.ORDER.stream()
                .flatMap(word -> edits.stream().filter(edit -> edit.word().equals(word)));
    }

    private Statement statement(RowEdit edit) {
        return Statement.of(browsing.edit(relation, edit).text());
    }

    /** In another database a row may have other values; its key is what makes it the row. */
    private static RowEdit withoutOld(RowEdit edit) {
        return switch (edit) {
            case RowEdit.Insert insert -> insert;
            case RowEdit.Update(var key, var old, var values) -> new RowEdit.Update(key, Map.of(), values);
            case RowEdit.Delete(var key, var old) -> new RowEdit.Delete(key, Map.of());
        };
    }

    private Statement takingAlong(Statement statement) {
        Statement told = statement;
        for (RelationKey key : relation.referencedBy()) {
            if (TAKING_ALONG.contains(key.onDelete())) {
                told = told.with(
                        Hazard.Kind.DATA_LOSS,
                        "what " + key.table() + " has of it (" + key.name() + ", on delete " + key.onDelete() + ")");
            }
        }
        return told;
    }

    private RowEdit reversed(Connection connection, RowEdit edit) throws SQLException {
        return switch (edit) {
            case RowEdit.Insert(var values) -> new RowEdit.Delete(identity(values), Map.of());
            case RowEdit.Update(var key, var old, var values) -> {
                Map<String, String> after = new LinkedHashMap<>(key);
                key.keySet().forEach(name -> text(values.get(name)).ifPresent(value -> after.put(name, value)));
                List<RelationColumn> columns = columns(column -> values.containsKey(column.name()));
                yield new RowEdit.Update(after, Map.of(), now(connection, columns, key));
            }
            case RowEdit.Delete(var key, var old) ->
                new RowEdit.Insert(now(connection, columns(column -> !column.generated()), key));
        };
    }

    private List<RelationColumn> columns(Predicate<RelationColumn> wanted) {
        return relation.columns().stream().filter(wanted).toList();
    }

    /** By what a new row is told from all others: its key, or something else that no two rows share. */
    private Map<String, String> identity(Map<String, Written> values) {
        return Stream.concat(
                        relation.rowKey().stream(),
                        relation.indexes().stream()
                                .filter(index -> index.unique() && index.valid())
                                .map(RelationIndex::columns))
                .filter(names -> !names.isEmpty()
                        && names.stream()
                                .allMatch(name -> text(values.get(name)).isPresent()))
                .findFirst()
                .map(names -> {
                    Map<String, String> identity = new LinkedHashMap<>();
                    names.forEach(
                            name -> identity.put(name, text(values.get(name)).orElseThrow()));
                    return identity;
                })
                .orElseThrow(() -> Failure.of("DCT-763", "a new row without a key could not be taken back")
                        .at(relation.name().toString())
                        .next("give it a value of "
                                + String.join(", ", relation.rowKey().orElse(List.of())))
                        .exception());
    }

    private static Optional<String> text(@Nullable Written value) {
        return value instanceof Written.Text(String text) ? Optional.of(text) : Optional.empty();
    }

    /** What a row has now. */
    private Map<String, Written> now(Connection connection, List<RelationColumn> columns, Map<String, String> key)
            throws SQLException {
        BoundSql sql = browsing.row(relation, columns, List.copyOf(key.keySet()), new ArrayList<>(key.values()));
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            Binding.bind(statement, sql.values());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw Failure.of("DCT-714", "the row is not there any more")
                            .at(relation.name() + " " + key)
                            .next("read the page of rows again")
                            .exception();
                }
                return values(columns, row);
            }
        }
    }

    private Map<String, Written> values(List<RelationColumn> columns, ResultSet row) throws SQLException {
        Map<String, Written> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String value = row.getString(i + 1);
            if (value != null && value.length() > LONGEST) {
                throw Failure.of("DCT-763", "a value of " + value.length() + " characters is too long for a script")
                        .at(relation.name() + "." + columns.get(i).name())
                        .next("write the migration by hand: decant generate --custom")
                        .exception();
            }
            values.put(columns.get(i).name(), value == null ? new Written.Nothing() : new Written.Text(value));
        }
        return values;
    }
}
