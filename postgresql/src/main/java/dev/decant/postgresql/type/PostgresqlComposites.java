package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.compositetype.CompositeType.Attribute;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.postgresql.sql.PostgresqlTypes;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
                        List.of(type.name()), PostgresqlCompositeSwap.of(type, after, create, before), before)
                .statements();
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
