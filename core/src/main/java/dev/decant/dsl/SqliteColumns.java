package dev.decant.dsl;

import dev.decant.model.DataType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A group of columns that SQLite tables include, and the types of SQLite's columns. */
public abstract non-sealed class SqliteColumns extends Columns {
    /** A group of columns. */
    protected SqliteColumns() {
        this(Optional.empty());
    }

    SqliteColumns(Optional<String> name) {
        super(Optional.empty(), name);
    }

    @Override
    final DatabaseKind database() {
        return DatabaseKind.SQLITE;
    }

    /** Puts the columns of a group here. */
    protected final <G extends SqliteColumns> G include(G group) {
        return included("", group);
    }

    /** Puts the columns of a group here, their names beginning with a prefix. */
    protected final <G extends SqliteColumns> G include(String prefix, G group) {
        return included(prefix, group);
    }

    /** A column of any type, as its table is to spell it. */
    protected final <T> SqliteColumn<T> raw(String type, Class<T> javaType) {
        return new SqliteColumn<>(draft(DataType.parse(type)));
    }

    /** Whole numbers of up to eight bytes. */
    protected final SqliteColumn<Long> integer() {
        return column("integer");
    }

    /** Text. */
    protected final SqliteColumn<String> text() {
        return column("text");
    }

    /** Floating-point numbers. */
    protected final SqliteColumn<Double> real() {
        return column("real");
    }

    /** Bytes. */
    protected final SqliteColumn<byte[]> blob() {
        return column("blob");
    }

    /** Numbers, exact as far as SQLite keeps them so. */
    protected final SqliteColumn<BigDecimal> numeric() {
        return column("numeric");
    }

    /** True or false, kept as the integers one and zero. */
    protected final SqliteColumn<Boolean> bool() {
        return column("integer");
    }

    /** One of the labels of an enum, kept as text under a check. */
    protected final <E extends Enum<E>> SqliteColumn<E> enumeration(Class<E> type) {
        ColumnDraft draft = draft(DataType.of("text"));
        String labels = EnumDeclaration.labelsOf(type).stream()
                .map(SqliteLiterals::literal)
                .collect(Collectors.joining(", ", "{} IN (", ")"));
        SqliteColumn<E> column = new SqliteColumn<>(draft);
        draft.parts.add(new Check("", new SqlExpression(labels, List.of(column))));
        return column;
    }

    private <T> SqliteColumn<T> column(String type) {
        return new SqliteColumn<>(draft(DataType.of(type)));
    }
}
