package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;

import dev.decant.dialect.ObjectSupports;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Reference;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.domain.Domain;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.rangetype.RangeType;
import dev.decant.postgresql.table.PostgresqlTableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A type that gives way to one of another kind under its name. Columns go over by way of text where one of the two is a domain, of which the
 * text is that of what it is over; between an enum, a composite type and a range there is no way that keeps values.
 */
public final class PostgresqlTypeKinds {
    private static final ObjectSupports SUPPORTS = ObjectSupports.of(
            "PostgreSQL",
            new PostgresqlDomains(),
            new PostgresqlComposites(),
            new PostgresqlRanges(),
            new PostgresqlEnums());

    private PostgresqlTypeKinds() {}

    /** Whether one is a type and the other one of another kind. */
    public static boolean succeeds(SchemaObject before, SchemaObject after) {
        return isType(before) && isType(after) && !before.kind().equals(after.kind());
    }

    private static boolean isType(SchemaObject object) {
        return object instanceof Domain
                || object instanceof EnumType
                || object instanceof CompositeType
                || object instanceof RangeType;
    }

    /** What puts one type in the place of the other. */
    public static List<Statement> alter(SchemaObject before, SchemaObject after, SchemaView state) {
        List<String> users = users(before, state);
        if (users.isEmpty()) {
            return Stream.concat(SUPPORTS.drop(before, state).stream(), SUPPORTS.create(after, state).stream())
                    .toList();
        }
        if (!(before instanceof Domain || after instanceof Domain)) {
            throw new UnsupportedChangeException(
                    before.key().toString(),
                    "it would become another kind of type, " + after.kind().id() + ", while " + users.getFirst()
                            + " uses it, and no cast leads from one to the other",
                    "make the new type under another name, move the values to columns of it, and drop the old one");
        }
        // A default of a named type is none of the new one; whoever wants one like it says another, which comes later.
        String word = before instanceof Domain ? "DOMAIN" : "TYPE";
        SchemaBuilder changed = state.toBuilder();
        changed.removeObject(before.key());
        changed.add(after);
        PostgresqlTypeSwap swap = new PostgresqlTypeSwap(
                List.of(before.name()),
                PostgresqlTypeSuccessor.byText(word, after.name(), SUPPORTS.create(after, state))
                        .keeping(value -> !value.sql().contains("::")),
                state,
                changed.view());
        return before instanceof RangeType ? swap.statementsByText() : swap.statements();
    }

    /** The columns, types and tables that are made of a type. */
    private static List<String> users(SchemaObject type, SchemaView state) {
        List<String> users = new ArrayList<>();
        state.tables().values().forEach(table -> {
            table.columns().stream()
                    .filter(column -> column.type().name().equals(type.name()))
                    .forEach(column -> users.add("the column " + table.name() + "." + name(column.name())));
            PostgresqlTableOptions.ofType(table.options())
                    .filter(type.name()::equals)
                    .ifPresent(origin -> users.add("the table " + table.name()));
        });
        state.objects().values().stream()
                .filter(PostgresqlTypeKinds::isType)
                .filter(object -> object.uses().contains(new Reference.ToType(type.name())))
                .forEach(object -> users.add("the " + object.kind() + " " + object.name()));
        return users;
    }
}
