package dev.decant.sqlite;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.DataType;
import dev.decant.model.Deferral;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.MatchType;
import dev.decant.model.ObjectName;
import dev.decant.model.ReferentialAction;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Makes random schemas out of all that SQLite has, in canonical form; the names come from small pools. */
final class RandomSqliteSchema {
    private static final List<String> TABLES =
            List.of("users", "Orders", "Mixed Case", "order", "it's \"x\"", "größe", "decant_new_users");
    private static final List<String> COLUMNS =
            List.of("id", "name", "select", "Weird Name", "Size", "owner_id", "createdAt", "key", "rowid");
    private static final List<DataType> STRICT_TYPES =
            List.of(DataType.of("INTEGER"), DataType.of("TEXT"), DataType.of("REAL"), DataType.of("BLOB"));
    private static final List<DataType> TYPES = List.of(
            DataType.of("INTEGER"),
            DataType.of("INTEGER"),
            DataType.of("TEXT"),
            DataType.of("TEXT COLLATE NOCASE"),
            DataType.of("REAL"),
            DataType.of("NUMERIC"),
            DataType.of("BLOB"),
            DataType.of("INT"),
            DataType.of("VARCHAR", 40),
            DataType.of("DECIMAL COLLATE RTRIM", 10, 2));
    private static final List<String> DEFAULTS =
            List.of("7", "-1.5", "'it''s'", "TRUE", "X'00FF'", "CURRENT_TIMESTAMP", "1 + 1", "lower('ABC')");

    private final Random random;

    RandomSqliteSchema(Random random) {
        this.random = random;
    }

    /** Any schema that has some of its tables in common with an earlier one. */
    Schema after(Schema before) {
        List<Table> tables = new ArrayList<>();
        for (String name : TABLES) {
            if (random.nextInt(3) > 0) {
                ObjectName named = ObjectName.of(name);
                tables.add(before.table(named)
                        .filter(table -> random.nextInt(3) > 0)
                        .map(table -> random.nextBoolean() ? withoutForeignKeys(table) : altered(table))
                        .orElseGet(() -> table(named)));
            }
        }
        List<Table> all =
                tables.stream().map(table -> withForeignKeys(table, tables)).toList();
        return new SqliteDialect().canonical(Schema.of(all, List.of()));
    }

    private static Table withoutForeignKeys(Table table) {
        return table.withConstraints(table.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey))
                .toList());
    }

    /** The table with one column more, less, or another. */
    private Table altered(Table table) {
        Table bare = Table.of(
                        table.name(),
                        table.columns().stream().filter(this::isPlain).toList())
                .withOptions(Map.of());
        List<Column> columns = new ArrayList<>(bare.columns());
        if (columns.size() > 1 && random.nextBoolean()) {
            columns.remove(random.nextInt(columns.size()));
        }
        addMissing(columns, false);
        return random.nextInt(3) == 0 ? withoutForeignKeys(table) : withParts(bare.withColumns(columns), false);
    }

    private void addMissing(List<Column> columns, boolean strict) {
        COLUMNS.stream()
                .filter(name ->
                        columns.stream().noneMatch(column -> column.name().equals(name)))
                .filter(name -> columns.isEmpty() || random.nextInt(3) == 0)
                .forEach(name -> columns.add(column(name, columns, strict)));
    }

    private Table table(ObjectName name) {
        boolean strict = random.nextInt(5) == 0;
        List<Column> columns = new ArrayList<>();
        addMissing(columns, strict);
        return withParts(Table.of(name, columns), strict);
    }

    private Column column(String name, List<Column> earlier, boolean strict) {
        Column column = Column.of(name, pick(strict ? STRICT_TYPES : TYPES)).withNullable(random.nextInt(3) > 0);
        return switch (random.nextInt(6)) {
            case 0, 1 -> column.withFill(SqliteDefaults.canonical(new Expression(pick(DEFAULTS))));
            case 2 -> earlier.isEmpty() ? column : generated(column, pick(earlier));
            default -> column;
        };
    }

    private Column generated(Column column, Column source) {
        if (!isPlain(source)) {
            return column;
        }
        String value = "ifnull(" + SqliteExpressions.name(source.name()) + ", 0) || 'x'";
        return column.withType(DataType.of("TEXT"))
                .withFill(new Fill.Generated(new Expression(value), random.nextBoolean()));
    }

    private boolean isPlain(Column column) {
        return !(column.fill() instanceof Fill.Generated || column.fill() instanceof Fill.AutoIncrement);
    }

    private Table withParts(Table table, boolean strict) {
        Map<String, String> options = new TreeMap<>();
        if (strict) {
            options.put(SqliteOptions.STRICT, "true");
        }
        Table result = withKeys(table, options).withOptions(options);
        if (random.nextInt(3) == 0) {
            String condition =
                    "length(" + SqliteExpressions.name(pick(result.columns()).name()) + ") > 0";
            String name = random.nextBoolean() ? "not empty" : result.name().local() + "_check";
            result = result.with(Constraint.Check.of(name, new Expression(condition)));
        }
        for (int number = 0; number < 2; number++) {
            if (random.nextInt(3) == 0) {
                result = result.with(index("ix_" + result.name().local() + number, result));
            }
        }
        return result;
    }

    private Table withKeys(Table table, Map<String, String> options) {
        Table result = table;
        List<Column> plain = table.columns().stream().filter(this::isPlain).toList();
        if (random.nextInt(4) > 0) {
            List<String> key = some(plain);
            String name = random.nextBoolean() ? table.name().local() + "_pkey" : "pk";
            result = result.with(new Constraint.PrimaryKey(name, key, ""));
            Column first = table.column(key.getFirst()).orElseThrow();
            if (random.nextInt(4) == 0) {
                options.put(SqliteOptions.WITHOUT_ROWID, "true");
            } else if (key.size() == 1 && SqliteTypes.isRowNumber(first.type()) && random.nextBoolean()) {
                result = result.replacing(first.name(), first.withFill(new Fill.AutoIncrement()));
            }
        }
        if (random.nextInt(3) == 0) {
            List<String> key = some(table.columns());
            if (result.primaryKey()
                    .filter(primary -> Set.copyOf(primary.columns()).equals(Set.copyOf(key)))
                    .isEmpty()) {
                result = result.with(Constraint.Unique.of(
                        random.nextBoolean() ? "Only One" : table.name().local() + "_key", key));
            }
        }
        return result;
    }

    private Index index(String name, Table table) {
        List<Index.Key> keys = some(table.columns()).stream().map(this::key).toList();
        Index index = Index.of(name, "", List.of("?")).withKeys(keys).withUnique(random.nextInt(3) == 0);
        if (random.nextInt(3) > 0) {
            return index;
        }
        String column = SqliteExpressions.name(pick(table.columns()).name());
        return index.withPredicate(Optional.of(new Expression(column + " IS NOT NULL AND " + column + " <> 'q'")));
    }

    private Index.Key key(String column) {
        Index.Key key = random.nextInt(4) > 0
                ? Index.Key.of(column)
                : Index.Key.of(new Index.Subject.OfExpression(
                        new Expression("upper(" + SqliteExpressions.name(column) + ")")));
        return key.withDescending(random.nextInt(3) == 0)
                .withCollation(random.nextInt(4) == 0 ? Optional.of(ObjectName.of("NOCASE")) : Optional.empty());
    }

    private Table withForeignKeys(Table table, List<Table> targets) {
        Table result = withoutForeignKeys(table);
        Set<String> used = new HashSet<>();
        for (Table target : targets) {
            Optional<Constraint> key = target.constraints().stream()
                    .filter(constraint -> !(constraint instanceof ForeignKey))
                    .filter(constraint -> constraint.columns().size() == 1
                            && !constraint.columns().getFirst().equals("rowid"))
                    .findFirst();
            List<Column> plain = table.columns().stream().filter(this::isPlain).toList();
            if (key.isPresent() && !plain.isEmpty() && random.nextInt(6) == 0) {
                String column = pick(plain).name();
                if (used.add(column)) {
                    result = result.with(
                            foreignKey(table, column, target.name(), key.get().columns()));
                }
            }
        }
        return result;
    }

    private ForeignKey foreignKey(Table table, String column, ObjectName target, List<String> to) {
        return new ForeignKey(
                table.name().local() + "_" + column + "_fkey",
                List.of(column),
                target,
                to,
                pick(List.of(ReferentialAction.values())),
                pick(List.of(ReferentialAction.values())),
                random.nextInt(5) == 0 ? MatchType.FULL : MatchType.SIMPLE,
                pick(List.of(Deferral.values())),
                Enforcement.ENFORCED,
                "");
    }

    private List<String> some(List<Column> columns) {
        Column first = pick(columns);
        Column second = pick(columns);
        return first.equals(second) ? List.of(first.name()) : List.of(first.name(), second.name());
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
