package dev.decant.postgresql.browsing;

import dev.decant.database.browsing.BoundSqlBuilder;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.database.browsing.RowPosition;
import dev.decant.database.browsing.SortKey;
import dev.decant.failure.Failure;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An order of rows, and the rows behind one of them.
 *
 * <p>Rows in which the first column has no value are a part of their own, before or behind the others: so each part is read from an index
 * on, where one condition for both would be looked up row by row.
 *
 * @param keys the columns
 */
record PostgresqlOrder(List<Key> keys) {
    /** Copies the list. */
    PostgresqlOrder {
        keys = List.copyOf(keys);
    }

    /** A column of the order. */
    record Key(RelationColumn column, boolean descending, boolean nullable, boolean nullsFirst) {
        String name() {
            return Syntax.POSTGRESQL.name(column.name());
        }

        /** Without a value last when ascending is what an index is made for (manual 11.4). */
        String ordered() {
            String usual = name() + (descending ? " DESC" : "");
            return nullable && nullsFirst != descending ? usual + (nullsFirst ? " NULLS FIRST" : " NULLS LAST") : usual;
        }

        Key filled() {
            return new Key(column, descending, false, nullsFirst);
        }

        String beyond() {
            return descending ? " < " : " > ";
        }
    }

    static Key key(RelationColumn column, SortKey sort) {
        boolean first = sort.nulls() == SortKey.Nulls.FIRST || sort.nulls() == SortKey.Nulls.USUAL && sort.descending();
        return new Key(column, sort.descending(), !column.notNull(), first);
    }

    void orderBy(BoundSqlBuilder sql) {
        if (!keys.isEmpty()) {
            sql.words("ORDER BY ").add(keys.stream().map(Key::ordered).collect(Collectors.joining(", ")));
        }
    }

    /** The parts of the rows from a place on, in order. */
    List<Part> parts(RowPosition from) {
        List<@Nullable String> values = values(from);
        Key first = keys.getFirst();
        if (!first.nullable()) {
            return List.of(new Part("", this, values));
        }
        List<Key> rest = keys.subList(1, keys.size());
        List<Key> filled = new ArrayList<>(rest);
        filled.addFirst(first.filled());
        boolean inNulls = !values.isEmpty() && values.getFirst() == null;
        Part nulls = new Part(
                first.name() + " IS NULL",
                new PostgresqlOrder(rest),
                inNulls ? values.subList(1, values.size()) : List.of());
        Part others =
                new Part(first.name() + " IS NOT NULL", new PostgresqlOrder(filled), inNulls ? List.of() : values);
        boolean inLast = !values.isEmpty() && inNulls != first.nullsFirst();
        if (inLast) {
            return List.of(inNulls ? nulls : others);
        }
        return first.nullsFirst() ? List.of(nulls, others) : List.of(others, nulls);
    }

    private List<@Nullable String> values(RowPosition from) {
        if (from instanceof RowPosition.Behind(var values)) {
            if (values.size() != keys.size()) {
                throw Failure.of("DCT-711", "this is not a place in this order")
                        .next("begin at the first page")
                        .exception();
            }
            return values;
        }
        return List.of();
    }

    /**
     * Rows in order, those behind one of them when that has values.
     *
     * @param holds what holds of all of them, empty when nothing does
     */
    record Part(String holds, PostgresqlOrder order, List<@Nullable String> values) {
        boolean isWhole() {
            return holds.isEmpty() && values.isEmpty();
        }

        void orderBy(BoundSqlBuilder sql) {
            order.orderBy(sql);
        }

        void condition(BoundSqlBuilder sql) {
            // Rows that are equal in all columns are one row, so that nothing is behind it.
            sql.add(holds).add(holds.isEmpty() || values.isEmpty() ? "" : " AND ");
            if (!values.isEmpty()) {
                behind(sql);
            }
        }

        private void behind(BoundSqlBuilder sql) {
            List<Key> keys = order.keys();
            Key first = keys.getFirst();
            boolean plain = keys.stream().allMatch(key -> !key.nullable() && key.descending() == first.descending());
            if (plain) {
                sql.add(keys.size() == 1 ? first.name() : "(" + names(keys) + ")")
                        .add(first.beyond());
                row(sql, keys);
                return;
            }
            if (!first.nullable()) {
                // Says no more than what follows, but is a range of an index.
                sql.add(first.name()).add(first.descending() ? " <= " : " >= ");
                sql.value(values.getFirst(), first.column().plainType()).add(" AND ");
            }
            sql.add("(");
            String or = "";
            for (int i = 0; i < keys.size(); i++) {
                if (values.get(i) != null || keys.get(i).nullsFirst()) {
                    sql.add(or);
                    beyond(sql, keys, i);
                    or = " OR ";
                }
            }
            sql.add(or.isEmpty() ? "false)" : ")");
        }

        private static String names(List<Key> keys) {
            return keys.stream().map(Key::name).collect(Collectors.joining(", "));
        }

        private void row(BoundSqlBuilder sql, List<Key> keys) {
            sql.add(keys.size() == 1 ? "" : "(");
            for (int i = 0; i < keys.size(); i++) {
                sql.add(i == 0 ? "" : ", ")
                        .value(values.get(i), keys.get(i).column().plainType());
            }
            sql.add(keys.size() == 1 ? "" : ")");
        }

        /** Equal in what comes before, beyond it in this one. */
        private void beyond(BoundSqlBuilder sql, List<Key> keys, int at) {
            for (int i = 0; i < at; i++) {
                sql.add(keys.get(i).name());
                if (values.get(i) == null) {
                    sql.add(" IS NULL AND ");
                } else {
                    sql.add(" = ")
                            .value(values.get(i), keys.get(i).column().plainType())
                            .add(" AND ");
                }
            }
            Key key = keys.get(at);
            if (values.get(at) == null) {
                sql.add(key.name()).add(" IS NOT NULL");
            } else if (key.nullable() && !key.nullsFirst()) {
                sql.add("(" + key.name() + key.beyond())
                        .value(values.get(at), key.column().plainType());
                sql.add(" OR " + key.name() + " IS NULL)");
            } else {
                sql.add(key.name() + key.beyond())
                        .value(values.get(at), key.column().plainType());
            }
        }
    }
}
