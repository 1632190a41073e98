package dev.decant.dsl;

import dev.decant.model.ObjectName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives every constraint, index and column's sequence its name: the user's, else the one that the database itself would choose. */
final class NameAssignment {
    private static final Comparator<Part> ORDER = Comparator.<Part>comparingInt(NameAssignment::rank)
            .thenComparingLong(part -> part.origin().order());

    private final DatabaseKind database;
    private final Map<ObjectName, SourceLine> relations = new HashMap<>();
    private final Map<ObjectName, Map<String, SourceLine>> constraints = new HashMap<>();

    NameAssignment(DatabaseKind database) {
        this.database = database;
    }

    /** Names everything; what the user named comes first, so that nothing else takes its name. */
    void assign(List<TableDraft> tables) {
        tables.forEach(this::keepGivenNames);
        tables.forEach(this::chooseNames);
    }

    /** Takes a name for a table, an index, a sequence; reports to its class when it is no name, or taken. */
    void claim(ObjectName name, String what, SourceLine line, Definition definition) {
        if (NameRules.check(name.local(), what, line, definition)) {
            reportTwice(relations.putIfAbsent(name, line), name.toString(), what, line, definition);
        }
    }

    private static void reportTwice(
            @Nullable SourceLine earlier, String name, String what, SourceLine line, Definition definition) {
        if (earlier != null) {
            definition.report(
                    Problem.TWICE,
                    line,
                    "the name %s of the %s is taken at %s".formatted(name, what, earlier),
                    "give one of them another name");
        }
    }

    private void keepGivenNames(TableDraft table) {
        for (ColumnPlace place : table.columns()) {
            place.draft().sequenceName.ifPresent(name -> {
                SourceLine line = place.draft().origin.line();
                if (NameRules.check(name, "sequence", line, table.definition())) {
                    claim(table.name().withLocal(name), "sequence", line, table.definition());
                }
                table.setSequence(place.draft(), name);
            });
        }
        table.parts().stream().filter(part -> !part.givenName().isEmpty()).forEach(part -> keepGivenName(part, table));
    }

    private void keepGivenName(Part part, TableDraft table) {
        String name = part.givenName();
        SourceLine line = part.origin().line();
        String what = part.kind().word();
        if (isRelation(part)) {
            claim(table.name().withLocal(name), what, line, table.definition());
        } else {
            NameRules.check(name, what, line, table.definition());
        }
        if (!(part instanceof Index)) {
            SourceLine earlier = constraintsOf(table).putIfAbsent(name, line);
            if (!isRelation(part)) {
                reportTwice(earlier, name, what, line, table.definition());
            }
        }
        table.setName(part, name);
    }

    private void chooseNames(TableDraft table) {
        for (ColumnPlace place : table.columns()) {
            ColumnDraft column = place.draft();
            if (column.counts && column.sequenceName.isEmpty()) {
                table.setSequence(column, chooseRelation(table, UsualWords.ofSequence(place.name()), column.origin));
            }
        }
        table.parts().stream()
                .filter(part -> part.givenName().isEmpty())
                .sorted(ORDER)
                .forEach(part -> table.setName(part, choose(part, table)));
    }

    private String choose(Part part, TableDraft table) {
        Map<String, SourceLine> taken = constraintsOf(table);
        List<String> words =
                table.attempt(part.origin().line(), () -> part.usualName(table)).orElse(List.of("unnamed"));
        String name = isRelation(part)
                ? chooseRelation(table, words, part.origin())
                : FreeNames.choose(words(table, words), database.nameBytes(), taken::containsKey);
        if (!(part instanceof Index)) {
            taken.put(name, part.origin().line());
        }
        return name;
    }

    private String chooseRelation(TableDraft table, List<String> words, Origin origin) {
        String name = FreeNames.choose(
                words(table, words),
                database.nameBytes(),
                candidate -> relations.containsKey(table.name().withLocal(candidate)));
        relations.put(table.name().withLocal(name), origin.line());
        return name;
    }

    private Map<String, SourceLine> constraintsOf(TableDraft table) {
        return constraints.computeIfAbsent(table.name(), name -> new HashMap<>());
    }

    private boolean isRelation(Part part) {
        return part instanceof Index || part.isRelation() && database.keysAreRelations();
    }

    private static List<String> words(TableDraft table, List<String> more) {
        List<String> words = new ArrayList<>(List.of(table.name().local()));
        words.addAll(more);
        return words;
    }

    private static int rank(Part part) {
        return switch (part) {
            case PrimaryKey key -> 0;
            case Unique unique -> 1;
            case Index index -> 2;
            case ForeignKey key -> 3;
            case PgExclusion exclusion -> 1;
            case Check check -> 4;
        };
    }
}
