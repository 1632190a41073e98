package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Conversion;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.compositetype.CompositeType.Attribute;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlConversions;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.postgresql.sql.PostgresqlTypes;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Composite types: attributes come behind the others and go in place; another type or order takes a new type. */
public final class PostgresqlComposites implements ObjectSupport<CompositeType> {
    @Override
    public ObjectKind<CompositeType> kind() {
        return CompositeType.KIND;
    }

    @Override
    public CompositeType canonical(CompositeType type) {
        return type.withAttributes(type.attributes().stream()
                .map(attribute -> new Attribute(
                        attribute.name(),
                        PostgresqlTypes.canonical(attribute.type()),
                        attribute.collation().map(PostgresqlCollations::canonical),
                        attribute.comment()))
                .toList());
    }

    @Override
    public boolean disturbs(CompositeType type, CompositeType after) {
        return !growsInPlace(type, after);
    }

    /** Whether what stays is what it was and in its order, and what is new stands behind it. */
    private static boolean growsInPlace(CompositeType type, CompositeType after) {
        List<Attribute> kept = type.attributes().stream()
                .filter(attribute -> after.attribute(attribute.name()).isPresent())
                .toList();
        return kept.size() <= after.attributes().size()
                && plain(kept).equals(plain(after.attributes().subList(0, kept.size())));
    }

    private static List<Attribute> plain(List<Attribute> attributes) {
        return attributes.stream().map(attribute -> attribute.withComment("")).toList();
    }

    @Override
    public List<Statement> create(CompositeType type, SchemaView before) {
        List<Statement> statements = new ArrayList<>();
        Sql sql = sql("CREATE TYPE").text(name(type.name())).words("AS");
        statements.add(statement(sql.lines(type.attributes(), PostgresqlComposites::define))
                .explained(PostgresqlLocks.NEW_OBJECT));
        type.attributes().stream()
                .filter(attribute -> !attribute.comment().isEmpty())
                .forEach(attribute -> statements.add(comment(type, attribute)));
        return statements;
    }

    private static void define(Sql sql, Attribute attribute) {
        sql.name(attribute.name()).text(type(attribute.type()));
        attribute.collation().ifPresent(collation -> sql.words("COLLATE").text(name(collation)));
    }

    private static Statement comment(CompositeType type, Attribute attribute) {
        return PostgresqlComments.on("COLUMN", name(type.name()) + "." + name(attribute.name()), attribute.comment());
    }

    @Override
    public List<Statement> drop(CompositeType type, SchemaView before) {
        return List.of(statement(sql("DROP TYPE").text(name(type.name()))).explained(PostgresqlLocks.CATALOGUE));
    }

    @Override
    public List<Statement> alter(CompositeType type, CompositeType after, SchemaView before) {
        if (!growsInPlace(type, after)) {
            return swapped(type, after, before);
        }
        List<Statement> statements = new ArrayList<>();
        for (Attribute attribute : type.attributes()) {
            if (after.attribute(attribute.name()).isEmpty()) {
                statements.add(dropped(after.name(), attribute));
            }
        }
        for (Attribute attribute : after.attributes()) {
            Optional<Attribute> there = type.attribute(attribute.name());
            if (there.isEmpty()) {
                Sql sql = alter(after.name()).words("ADD ATTRIBUTE");
                define(sql, attribute);
                statements.add(statement(sql.words("CASCADE")).explained(PostgresqlLocks.CATALOGUE));
            }
            if (!attribute.comment().equals(there.map(Attribute::comment).orElse(""))) {
                statements.add(comment(after, attribute));
            }
        }
        return statements;
    }

    private static Statement dropped(ObjectName type, Attribute attribute) {
        return statement(alter(type)
                        .words("DROP ATTRIBUTE")
                        .name(attribute.name())
                        .words("CASCADE"))
                .explained(PostgresqlLocks.CATALOGUE)
                .with(Hazard.Kind.DATA_LOSS, "the values of " + type + "." + attribute.name() + " are gone");
    }

    private static Sql alter(ObjectName type) {
        return sql("ALTER TYPE").text(name(type));
    }

    private List<Statement> swapped(CompositeType type, CompositeType after, SchemaView before) {
        List<Statement> create = new ArrayList<>(create(after, before));
        if (!after.comment().isEmpty() && type.comment().equals(after.comment())) {
            create.addAll(comment(after));
        }
        return new PostgresqlTypeSwap(
                        List.of(type.name()),
                        new PostgresqlTypeSuccessor("TYPE", after.name(), create, column -> using(type, after, column)),
                        before)
                .statements();
    }

    /**
     * A row of the new type, attribute by attribute; a value that is null as a whole stays so. Of an array only the text can be read, since
     * ALTER TABLE takes no subquery.
     */
    private static String using(CompositeType type, CompositeType after, Column column) {
        String value = name(column.name());
        if (column.type().dimensions() == 0) {
            return row(type, after, value) + "::" + type(column.type()) + " END";
        }
        if (!names(type).equals(names(after))) {
            throw new UnsupportedChangeException(
                    type.key().toString(),
                    "the column " + column.name() + " holds arrays of it, which ALTER TABLE cannot take apart",
                    "add a column of a new type and fill it in a migration of your own");
        }
        return value + "::text::" + type(column.type());
    }

    private static List<String> names(CompositeType type) {
        return type.attributes().stream().map(Attribute::name).toList();
    }

    private static String row(CompositeType type, CompositeType after, String value) {
        String attributes = after.attributes().stream()
                .map(attribute -> type.attribute(attribute.name())
                        .map(earlier ->
                                converted("(" + value + ")." + name(attribute.name()), earlier, attribute.type()))
                        .orElse("NULL"))
                .collect(Collectors.joining(", "));
        return "CASE WHEN " + value + " IS DISTINCT FROM NULL THEN ROW(" + attributes + ")";
    }

    /** The value of an attribute that gets another type: by way of text where the server has no cast. */
    private static String converted(String value, Attribute before, DataType after) {
        if (before.type().equals(after)) {
            return value;
        }
        return PostgresqlConversions.of(value, before.type(), after) instanceof Conversion.Known(Expression expression)
                ? expression.sql()
                : value + "::text::" + type(after);
    }

    @Override
    public List<Statement> rename(CompositeType type, ObjectName after, SchemaView before) {
        return PostgresqlRenames.of("TYPE", type.name(), after, PostgresqlLocks.CATALOGUE, before).stream()
                .map(statement -> statement.with(
                        Hazard.Kind.BREAKING, "programs that know the type " + type.name() + " no longer find it"))
                .toList();
    }

    @Override
    public List<Statement> comment(CompositeType type) {
        return List.of(PostgresqlComments.on("TYPE", name(type.name()), type.comment()));
    }
}
