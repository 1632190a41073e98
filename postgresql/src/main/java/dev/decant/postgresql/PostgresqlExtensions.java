package dev.decant.postgresql;

import static dev.decant.postgresql.PostgresqlText.SYNTAX;
import static dev.decant.postgresql.PostgresqlText.name;
import static dev.decant.postgresql.PostgresqlText.sql;
import static dev.decant.postgresql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.extension.Extension;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;

/** Extensions. */
final class PostgresqlExtensions implements ObjectSupport<Extension> {
    private static final String PUBLIC = "public";

    @Override
    public ObjectKind<Extension> kind() {
        return Extension.KIND;
    }

    @Override
    public Extension canonical(Extension extension) {
        return new Extension(
                extension.name(),
                extension.schema().filter(schema -> !schema.equals(PUBLIC)),
                extension.version(),
                extension.comment());
    }

    /** One that is there already is left as it is: often a superuser has made it, because nobody else may. */
    @Override
    public List<Statement> create(Extension extension, SchemaView before) {
        Sql sql = sql("CREATE EXTENSION IF NOT EXISTS").text(name(extension.name()));
        extension.schema().ifPresent(schema -> sql.words("SCHEMA").name(schema));
        extension.version().ifPresent(version -> sql.words("VERSION").text(SYNTAX.quoted(version)));
        return List.of(statement(sql).explained(PostgresqlLocks.NEW_OBJECT));
    }

    @Override
    public List<Statement> drop(Extension extension, SchemaView before) {
        return List.of(
                statement(sql("DROP EXTENSION").text(name(extension.name()))).explained(PostgresqlLocks.CATALOGUE));
    }

    @Override
    public List<Statement> alter(Extension extension, Extension after, SchemaView before) {
        List<Statement> statements = new ArrayList<>();
        if (!extension.schema().equals(after.schema())) {
            statements.add(move(after));
        }
        if (!extension.version().equals(after.version()) && after.version().isPresent()) {
            statements.add(update(after, after.version().get()));
        }
        return statements;
    }

    private static Statement move(Extension extension) {
        return statement(sql("ALTER EXTENSION")
                        .text(name(extension.name()))
                        .words("SET SCHEMA")
                        .name(extension.schema().orElse(PUBLIC)))
                .explained(PostgresqlLocks.CATALOGUE)
                .with(
                        Hazard.Kind.BREAKING,
                        "sessions whose search_path lacks the new schema no longer find " + extension.name());
    }

    private static Statement update(Extension extension, String version) {
        return statement(sql("ALTER EXTENSION")
                        .text(name(extension.name()))
                        .words("UPDATE TO")
                        .text(SYNTAX.quoted(version)))
                .explained("runs the extension's own update script");
    }

    @Override
    public List<Statement> rename(Extension extension, ObjectName after, SchemaView before) {
        throw new UnsupportedChangeException(
                extension.key().toString(),
                "an extension cannot be renamed",
                "drop " + extension.name() + " and create " + after);
    }

    @Override
    public List<Statement> comment(Extension extension) {
        return List.of(PostgresqlComments.on("EXTENSION", name(extension.name()), extension.comment()));
    }
}
