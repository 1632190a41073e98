package dev.decant.postgresql.browsing;

import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.BoundSqlBuilder;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.database.browsing.RelationKind;
import dev.decant.database.browsing.RowPlan;
import dev.decant.database.browsing.RowPlan.Paging;
import dev.decant.database.browsing.RowPlan.ShownColumn;
import dev.decant.database.browsing.RowPosition;
import dev.decant.database.browsing.RowRequest;
import dev.decant.database.browsing.SortKey;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The queries for a page of rows of PostgreSQL. */
final class PostgresqlRowPages {
    private final RowRequest request;
    private final Relation relation;
    private final List<ShownColumn> shown;
    private final List<String> identity;
    private final Paging paging;
    private final PostgresqlOrder order;

    PostgresqlRowPages(RowRequest request) {
        this.request = request;
        this.relation = request.relation();
        this.shown = request.columns().stream().map(PostgresqlValues::shown).toList();
        this.identity = identity(relation);
        this.paging = paging();
        this.order = new PostgresqlOrder(keys());
    }

    /** The key; where a row of a table has none, its place in the file, which in a partitioned table is not a row's own. */
    private static List<String> identity(Relation relation) {
        return relation.rowKey()
                .orElseGet(() -> isStored(relation) ? List.of(PostgresqlValues.PLACE.name()) : List.of());
    }

    private static boolean isStored(Relation relation) {
        return relation.kind() == RelationKind.TABLE || relation.kind() == RelationKind.MATERIALIZED_VIEW;
    }

    private Paging paging() {
        if (identity.isEmpty()) {
            return Paging.OFFSET;
        }
        return relation.rowKey().isEmpty() && request.sort().isEmpty() ? Paging.PHYSICAL : Paging.KEYSET;
    }

    /** The wanted order, made one that no two rows share. */
    private List<PostgresqlOrder.Key> keys() {
        List<PostgresqlOrder.Key> keys = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (SortKey sort : request.sort()) {
            if (names.add(sort.column())) {
                keys.add(PostgresqlOrder.key(relation.column(sort.column()).orElseThrow(), sort));
            }
        }
        if (paging == Paging.KEYSET && !tellsApart(names)) {
            identity.stream()
                    .filter(names::add)
                    .map(name -> name.equals(PostgresqlValues.PLACE.name())
                            ? PostgresqlValues.PLACE
                            : relation.column(name).orElseThrow())
                    .forEach(column -> keys.add(PostgresqlOrder.key(
                            column, new SortKey(column.name(), followsDescending(), SortKey.Nulls.USUAL))));
        }
        return keys;
    }

    /** In the direction of the rest, so that one index can serve both ways. */
    private boolean followsDescending() {
        return !request.sort().isEmpty() && request.sort().getLast().descending();
    }

    private boolean tellsApart(Set<String> names) {
        return relation.rowKey().filter(names::containsAll).isPresent()
                || relation.indexes().stream()
                        .anyMatch(index -> index.unique()
                                && index.valid()
                                && !index.columns().isEmpty()
                                && names.containsAll(index.columns())
                                && index.columns().stream()
                                        .allMatch(name -> relation.column(name)
                                                .filter(RelationColumn::notNull)
                                                .isPresent()));
    }

    RowPlan plan(boolean inGroups) {
        return new RowPlan(paging, queries(inGroups), shown, order.keys().size(), identity);
    }

    private List<BoundSql> queries(boolean inGroups) {
        return switch (paging) {
            case KEYSET ->
                order.parts(request.from()).stream()
                        .flatMap(part -> inGroups && startsLike(part) ? inGroups(part) : Stream.of(part(part)))
                        .toList();
            case PHYSICAL -> List.of(physical());
            case OFFSET -> List.of(counted());
        };
    }

    private BoundSql part(PostgresqlOrder.Part part) {
        BoundSqlBuilder sql = select();
        where(sql, part::condition, part.isWhole());
        part.orderBy(sql);
        return limited(sql);
    }

    /** Rows without a value in the first column are one group, and in the order of the others. */
    private boolean startsLike(PostgresqlOrder.Part part) {
        return part.order().keys().size() == order.keys().size();
    }

    /** People read what it comes down to, and not how it is come by. */
    private Stream<BoundSql> inGroups(PostgresqlOrder.Part part) {
        BoundSql plain = part(part);
        return PostgresqlGroups.of(part).stream().map(group -> {
            BoundSqlBuilder sql = select();
            where(sql, condition -> group.condition(condition, relation, request), false);
            group.order().orderBy(sql);
            BoundSql read = limited(sql);
            return new BoundSql(read.sql(), read.values(), plain.numbered(), plain.text());
        });
    }

    /** A scan from a place on gives rows in the order of the file; the session must forbid scans that begin elsewhere or run in parallel. */
    private BoundSql physical() {
        BoundSqlBuilder sql = select();
        boolean first = !(request.from() instanceof RowPosition.Behind);
        where(
                sql,
                condition -> {
                    if (request.from() instanceof RowPosition.Behind behind) {
                        condition.add("ctid > ").value(behind.values().getFirst(), "tid");
                    }
                },
                first);
        return limited(sql);
    }

    private BoundSql counted() {
        BoundSqlBuilder sql = select();
        where(sql, condition -> {}, true);
        order.orderBy(sql);
        if (request.from() instanceof RowPosition.Offset(long rows)) {
            sql.words("OFFSET " + rows);
        }
        return limited(sql);
    }

    private BoundSqlBuilder select() {
        BoundSqlBuilder sql = new BoundSqlBuilder(Syntax.POSTGRESQL).words("SELECT ");
        String comma = "";
        for (ShownColumn column : shown) {
            sql.add(comma);
            PostgresqlValues.select(sql, column);
            comma = ", ";
        }
        Stream.concat(
                        order.keys().stream().map(PostgresqlOrder.Key::column),
                        identity.stream().map(this::column))
                .forEach(column -> sql.hidden(", " + PostgresqlValues.text(column)));
        return sql.words("FROM ").name(relation.name());
    }

    private RelationColumn column(String name) {
        return name.equals(PostgresqlValues.PLACE.name())
                ? PostgresqlValues.PLACE
                : relation.column(name).orElseThrow();
    }

    private static BoundSql limited(BoundSqlBuilder sql) {
        return sql.words("LIMIT").hidden(" CAST(? AS int8)").build();
    }

    /** Something added to a condition. */
    @FunctionalInterface
    private interface Condition {
        void addTo(BoundSqlBuilder sql);
    }

    private void where(BoundSqlBuilder sql, Condition more, boolean withoutMore) {
        if (request.isUnfiltered() && withoutMore) {
            return;
        }
        sql.words("WHERE ");
        String and = "";
        if (!withoutMore) {
            more.addTo(sql);
            and = " AND ";
        }
        PostgresqlFilters.append(sql, relation, request, and);
    }

    /** In the wanted order, else in that of the key, so that the same rows give the same file. */
    BoundSql all() {
        BoundSqlBuilder sql = new BoundSqlBuilder(Syntax.POSTGRESQL).words("SELECT ");
        sql.names(request.columns().stream().map(RelationColumn::name).toList());
        sql.words("FROM ").name(relation.name());
        where(sql, condition -> {}, true);
        order.orderBy(sql);
        return sql.build();
    }

    BoundSql count() {
        BoundSqlBuilder sql = new BoundSqlBuilder(Syntax.POSTGRESQL)
                .words("SELECT count(*) FROM ")
                .name(relation.name());
        where(sql, condition -> {}, true);
        return sql.build();
    }

    BoundSql explained() {
        BoundSqlBuilder sql = new BoundSqlBuilder(Syntax.POSTGRESQL)
                .words("EXPLAIN (FORMAT JSON) SELECT 1 FROM ")
                .name(relation.name());
        where(sql, condition -> {}, true);
        return sql.build();
    }
}
