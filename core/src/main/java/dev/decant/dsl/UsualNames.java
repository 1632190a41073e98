package dev.decant.dsl;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The names that constraints, indexes and sequences get when a class gives them none, so that whoever writes a class can leave them away. */
public final class UsualNames {
    private final DatabaseKind database;

    private UsualNames(DatabaseKind database) {
        this.database = database;
    }

    /**
     * The usual names in a dialect.
     *
     * @throws IllegalArgumentException when no class can be written for it
     */
    public static UsualNames ofDialect(String id) {
        return new UsualNames(Arrays.stream(DatabaseKind.values())
                .filter(kind -> kind.dialect().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no class is written for " + id)));
    }

    /** The name of a constraint of a table, unless another has taken it. */
    public String of(Table table, Constraint constraint) {
        return name(table, words(table, constraint));
    }

    /** The name of an index of a table, unless another has taken it. */
    public String of(Table table, Index index) {
        return name(table, UsualWords.ofIndex(subjects(index.keys()), index.include(), "idx"));
    }

    /** The name of the sequence of a serial or identity column, unless another has taken it. */
    public String ofSequence(Table table, String column) {
        return name(table, UsualWords.ofSequence(column));
    }

    /** The name of a check of a domain, unless another has taken it. */
    public String ofCheck(ObjectName domain) {
        return FreeNames.choose(List.of(domain.local(), "check"), database.nameBytes(), name -> false);
    }

    private List<String> words(Table table, Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> UsualWords.ofPrimaryKey();
            case Constraint.Unique unique -> UsualWords.ofUnique(unique.columns(), unique.include());
            case Constraint.ForeignKey key -> UsualWords.ofForeignKey(key.columns());
            case Constraint.Check check ->
                UsualWords.ofCheck(
                        check.condition(),
                        table.name().local(),
                        table.columns().stream().map(Column::name).toList(),
                        database.syntax());
            case Constraint.Exclusion exclusion ->
                UsualWords.ofIndex(
                        subjects(exclusion.elements().stream()
                                .map(Constraint.Exclusion.Element::key)
                                .toList()),
                        exclusion.include(),
                        "excl");
        };
    }

    private static List<Index.Subject> subjects(List<Index.Key> keys) {
        return keys.stream().map(Index.Key::subject).toList();
    }

    private String name(Table table, List<String> words) {
        List<String> all = new ArrayList<>(List.of(table.name().local()));
        all.addAll(words);
        return FreeNames.choose(all, database.nameBytes(), name -> false);
    }
}
