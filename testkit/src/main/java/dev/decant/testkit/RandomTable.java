package dev.decant.testkit;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Deferral;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.MatchType;
import dev.decant.model.ObjectName;
import dev.decant.model.ReferentialAction;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes random tables. */
final class RandomTable {
    private static final List<String> COLUMNS =
            List.of("id", "name", "select", "Weird Name", "size", "owner_id", "created_at", "note");

    private final RandomGenerator random;
    private final Flavor flavor;
    private final List<EnumType> enums;

    RandomTable(RandomGenerator random, Flavor flavor, List<EnumType> enums) {
        this.random = random;
        this.flavor = flavor;
        this.enums = enums;
    }

    static boolean isGenerated(Column column) {
        return column.fill() instanceof Fill.Generated;
    }

    Table next(ObjectName name) {
        List<Column> columns = new ArrayList<>();
        for (String column : COLUMNS) {
            if (columns.isEmpty() || random.nextBoolean()) {
                columns.add(column(name, column, columns));
            }
        }
        Table table = Table.of(name, columns).withComment(comment());
        return withIndexes(withConstraints(table));
    }

    private Column column(ObjectName table, String name, List<Column> earlier) {
        if (!enums.isEmpty() && random.nextInt(6) == 0) {
            return ofEnum(name, pick(enums));
        }
        Flavor.Sample sample = pick(flavor.types());
        boolean nullable = random.nextInt(3) > 0;
        Column column = new Column(name, sample.type(), nullable, Fill.NOTHING, comment());
        return switch (random.nextInt(5)) {
            case 0 -> counted(table, column);
            case 1 -> generated(column, earlier);
            case 2, 3 ->
                sample.value()
                        .map(value -> column.withFill(new Fill.Default(value)))
                        .orElse(column);
            default -> column;
        };
    }

    private Column ofEnum(String name, EnumType type) {
        boolean many = random.nextInt(4) == 0;
        DataType declared = DataType.declared(type.name()).withDimensions(many ? 1 : 0);
        Column column = new Column(name, declared, random.nextBoolean(), Fill.NOTHING, comment());
        return many || random.nextBoolean()
                ? column
                : column.withFill(new Fill.Default(
                        new Expression(Syntax.POSTGRESQL.literal(type.labels().getFirst()))));
    }

    private Column counted(ObjectName table, Column column) {
        Column integer = column.withType(DataType.of(random.nextBoolean() ? "integer" : "bigint"))
                .withNullable(false);
        if (flavor.identities().contains(Flavor.Trait.IDENTITY) && random.nextBoolean()) {
            SequenceOptions options = random.nextBoolean()
                    ? SequenceOptions.DEFAULT
                    : SequenceOptions.DEFAULT.withStart(100).withIncrement(10);
            return integer.withFill(new Fill.Identity(random.nextBoolean(), options));
        }
        if (flavor.identities().contains(Flavor.Trait.SERIAL)) {
            ObjectName sequence = table.withLocal(table.local() + "_" + column.name() + "_seq");
            return integer.withFill(new Fill.Serial(sequence, SequenceOptions.DEFAULT));
        }
        return column;
    }

    private Column generated(Column column, List<Column> earlier) {
        Optional<Column> source = earlier.stream()
                .filter(other -> other.type().equals(DataType.of("integer")) && !isGenerated(other))
                .findFirst();
        return source.filter(other -> flavor.identities().contains(Flavor.Trait.GENERATED))
                .map(other -> column.withType(DataType.of("integer"))
                        .withNullable(true)
                        .withFill(new Fill.Generated(new Expression(quoted(other) + " + 1"), true)))
                .orElse(column);
    }

    private Table withConstraints(Table table) {
        Table result = table;
        Column first = pick(table.columns());
        if (random.nextInt(3) > 0 && !isGenerated(first) && isComparable(first)) {
            result = result.replacing(first.name(), first.withNullable(false))
                    .with(new Constraint.PrimaryKey(table.name().local() + "_pkey", List.of(first.name()), comment()));
        }
        Column second = pick(result.columns());
        if (random.nextInt(3) == 0 && isComparable(second)) {
            result = result.with(new Constraint.Unique(
                    table.name().local() + "_" + second.name() + "_key",
                    List.of(second.name()),
                    false,
                    deferral(),
                    comment()));
        }
        Column third = pick(result.columns());
        if (random.nextInt(3) == 0) {
            String condition = quoted(third) + (random.nextBoolean() ? " IS NOT NULL" : " IS NULL");
            result = result.with(
                    Constraint.Check.of(table.name().local() + "_" + third.name() + "_check", new Expression(condition))
                            .withComment(comment()));
        }
        return result;
    }

    private Table withIndexes(Table table) {
        Table result = table;
        for (int i = 0; i < 2; i++) {
            Column column = pick(table.columns());
            if (random.nextInt(3) == 0 && isComparable(column)) {
                Index index =
                        Index.of("ix_" + table.name().local() + "_" + i, flavor.indexMethod(), List.of(column.name()));
                result = result.with(embellished(index, table));
            }
        }
        return result;
    }

    private Index embellished(Index index, Table table) {
        Index result = index.withUnique(random.nextInt(3) == 0).withComment(comment());
        if (random.nextInt(3) == 0) {
            result = result.withPredicate(Optional.of(new Expression(quoted(pick(table.columns())) + " IS NOT NULL")));
        }
        if (random.nextInt(3) == 0) {
            result = result.withKeys(List.of(result.keys().getFirst().withDescending(true)));
        }
        if (flavor.identities().contains(Flavor.Trait.RICH_INDEXES) && random.nextInt(3) == 0) {
            Index.Key key = result.keys().getFirst();
            result = result.withInclude(List.of(pick(table.columns()).name()))
                    .withStorage(Map.of("fillfactor", "70"))
                    .withKeys(List.of(key.withNulls(key.descending() ? Index.Nulls.LAST : Index.Nulls.FIRST)));
        }
        return result;
    }

    Constraint.ForeignKey foreignKey(Table table, String column, ObjectName target, String targetColumn) {
        List<ReferentialAction> actions =
                List.of(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE, ReferentialAction.SET_NULL);
        return new Constraint.ForeignKey(
                table.name().local() + "_" + column + "_fkey",
                List.of(column),
                target,
                List.of(targetColumn),
                ReferentialAction.NO_ACTION,
                pick(actions),
                MatchType.SIMPLE,
                deferral(),
                Enforcement.ENFORCED,
                comment());
    }

    private static boolean isComparable(Column column) {
        return !column.type().name().local().equals("json");
    }

    private static String quoted(Column column) {
        return Syntax.POSTGRESQL.name(column.name());
    }

    private Deferral deferral() {
        return flavor.deferrable() && random.nextInt(4) == 0 ? Deferral.INITIALLY_DEFERRED : Deferral.NOT_DEFERRABLE;
    }

    private String comment() {
        return flavor.comments() && random.nextInt(6) == 0 ? "note " + random.nextInt(3) : "";
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
