package dev.decant.postgresql.table;

import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.postgresql.sql.PostgresqlExpressions;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The constraints and indexes that a child has because its parents have them: a partition all, a table that inherits the checks. */
final class PostgresqlFamily {
    private PostgresqlFamily() {}

    /** What the parents bring, under the names that the server gives; a table that has one of them otherwise holds it itself. */
    static List<TablePart> brought(SchemaView schema, Table child) {
        List<TablePart> parts = new ArrayList<>();
        boolean partition = child.lineage().isPartition();
        for (ObjectName name : child.lineage().parents()) {
            schema.table(name).ifPresent(parent -> {
                List<TablePart> all = new ArrayList<>();
                brought(schema, parent).forEach(part -> all.add(known(parent, part)));
                all.addAll(parent.constraints());
                all.addAll(parent.indexes());
                all.stream()
                        .flatMap(part -> brought(child.name(), part, partition).stream())
                        .filter(part -> !isHeld(child, part))
                        .filter(part -> parts.stream().noneMatch(other -> isSameCheck(part, other)))
                        .forEach(part -> parts.add(numbered(child, part, parts)));
            });
        }
        return parts;
    }

    /** The part by the name that the server chooses where another of the child has the usual one. */
    private static TablePart numbered(Table child, TablePart part, List<TablePart> others) {
        if (part instanceof Constraint.Check || part instanceof Constraint.ForeignKey) {
            return part;
        }
        TablePart numbered = part;
        for (int number = 1; isTaken(numbered, child, others); number++) {
            numbered = part.withName(name(child.name(), part, Integer.toString(number)));
        }
        return numbered;
    }

    private static boolean isTaken(TablePart part, Table child, List<TablePart> others) {
        return Stream.concat(others.stream(), Stream.concat(child.constraints().stream(), child.indexes().stream()))
                .anyMatch(other -> other.name().equals(part.name()));
    }

    /** A part as a table has it of whose rows more is known than of those that its parents have. */
    static TablePart known(Table holder, TablePart part) {
        if (!holder.options().containsKey(PostgresqlTableOptions.CHECKED + part.name())) {
            return part;
        }
        return switch (part) {
            case Constraint.Check check -> check.withEnforcement(Enforcement.ENFORCED);
            case Constraint.ForeignKey key -> key.withEnforcement(Enforcement.ENFORCED);
            default -> part;
        };
    }

    /** Whether several parents bring it: checks of one name are one in the child. */
    private static boolean isSameCheck(TablePart part, TablePart other) {
        return part instanceof Constraint.Check
                && other instanceof Constraint.Check
                && part.name().equals(other.name());
    }

    private static boolean isHeld(Table child, TablePart brought) {
        String parent = storage(brought).getOrDefault(PostgresqlIndexStorage.PART_OF, "");
        return !parent.isEmpty()
                && (child.indexes().stream().anyMatch(index -> isPartOf(index, parent))
                        || child.constraints().stream().anyMatch(constraint -> isPartOf(constraint, parent)));
    }

    private static boolean isPartOf(TablePart part, String parent) {
        return parent.equals(storage(part).get(PostgresqlIndexStorage.PART_OF));
    }

    /** What a part of its parent brings a partition, unless that holds it itself. */
    static Optional<TablePart> broughtBy(Table partition, TablePart part) {
        return brought(partition.name(), part, true).filter(each -> !isHeld(partition, each));
    }

    private static Optional<TablePart> brought(ObjectName child, TablePart part, boolean partition) {
        if (part instanceof Constraint.Check check) {
            return check.noInherit() ? Optional.empty() : Optional.of(check.withComment(""));
        }
        if (!partition || PostgresqlIndexStorage.isInvalid(storage(part))) {
            return Optional.empty();
        }
        if (part instanceof Constraint.ForeignKey key) {
            return Optional.of(key.withComment(""));
        }
        Map<String, String> storage = PostgresqlIndexStorage.ofPart(storage(part), part.name());
        return Optional.of(
                withStorage(part, storage).withName(name(child, part)).withComment(""));
    }

    /** The name that the server gives to the part of an index or key on a partition. */
    static String name(ObjectName partition, TablePart parents) {
        return name(partition, parents, "");
    }

    private static String name(ObjectName partition, TablePart parents, String number) {
        return switch (parents) {
            case Constraint.PrimaryKey key -> PostgresqlNames.index(partition.local(), key.columns(), "pkey" + number);
            case Constraint.Unique key ->
                PostgresqlNames.index(partition.local(), joined(key.columns(), key.include()), "key" + number);
            case Constraint.Exclusion exclusion ->
                PostgresqlNames.index(
                        partition.local(),
                        joined(
                                words(exclusion.elements().stream()
                                        .map(Constraint.Exclusion.Element::key)
                                        .toList()),
                                exclusion.include()),
                        "excl" + number);
            case Index index ->
                PostgresqlNames.index(partition.local(), joined(words(index.keys()), index.include()), "idx" + number);
            default -> parents.name();
        };
    }

    private static List<String> joined(List<String> keys, List<String> include) {
        List<String> all = new ArrayList<>();
        keys.forEach(key -> all.add(distinct(all, key)));
        include.forEach(column -> all.add(distinct(all, column)));
        return all;
    }

    private static List<String> words(List<Index.Key> keys) {
        return keys.stream().map(PostgresqlFamily::word).toList();
    }

    /** What the server calls a key: ChooseIndexColumnNames in src/backend/commands/indexcmds.c, FigureIndexColname in parse_target.c. */
    private static String word(Index.Key key) {
        return switch (key.subject()) {
            case Index.Subject.OfColumn(String column) -> column;
            case Index.Subject.OfExpression(Expression expression) -> {
                List<Token> tokens = Lexer.code(expression.sql(), PostgresqlText.SYNTAX);
                yield PostgresqlExpressions.isCall(expression)
                        ? tokens.get(lastOfName(tokens)).nameIn(PostgresqlText.SYNTAX)
                        : "expr";
            }
        };
    }

    private static int lastOfName(List<Token> tokens) {
        int at = 0;
        while (at + 2 < tokens.size() && tokens.get(at + 1).isSign(".")) {
            at += 2;
        }
        return at;
    }

    private static String distinct(List<String> taken, String word) {
        String numbered = word;
        for (int number = 1; taken.contains(numbered); number++) {
            numbered = word + number;
        }
        return numbered;
    }

    static Map<String, String> storage(TablePart part) {
        return part instanceof Index index
                ? index.storage()
                : part instanceof Constraint constraint ? constraint.storage() : Map.of();
    }

    static TablePart withStorage(TablePart part, Map<String, String> storage) {
        return part instanceof Index index
                ? index.withStorage(storage)
                : part instanceof Constraint constraint ? constraint.withStorage(storage) : part;
    }

    /** Whether two parts say the same of the rows, whatever they are called and however they are stored. */
    static boolean isAlike(TablePart one, TablePart other) {
        return bare(one).equals(bare(other));
    }

    private static TablePart bare(TablePart part) {
        return withStorage(part, Map.of()).withName("x").withComment("");
    }

    /** The part of that name of a parent, wherever up the line it is held. */
    static Optional<TablePart> parentsPart(SchemaView schema, ObjectName child, String name) {
        return schema.table(child).stream()
                .flatMap(table -> table.lineage().parents().stream())
                .flatMap(parent -> schema.table(parent).stream())
                .flatMap(parent -> {
                    List<TablePart> all = new ArrayList<>(brought(schema, parent));
                    all.addAll(parent.constraints());
                    all.addAll(parent.indexes());
                    return all.stream();
                })
                .filter(part -> part.name().equals(name))
                .findFirst();
    }
}
