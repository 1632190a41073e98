package dev.decant.postgresql;

import static dev.decant.postgresql.sql.PostgresqlText.SYNTAX;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.extension.Extension;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Extensions. */
final class PostgresqlExtensions implements ObjectSupport<Extension> {
    private static final String PUBLIC = "public";

    /** What can be compared: numbers of which none begins with a zero. */
    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]*(\\.[1-9][0-9]*)*");

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
            statements.addAll(update(extension, after, before));
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

    /** Extensions have no scripts for the way back, so an earlier version is made anew; the server refuses where anything rests on it. */
    private List<Statement> update(Extension extension, Extension after, SchemaView before) {
        String version = after.version().orElseThrow();
        boolean earlier =
                extension.version().filter(now -> isEarlier(version, now)).isPresent();
        return earlier
                ? Stream.concat(drop(extension, before).stream(), create(after, before).stream())
                        .toList()
                : List.of(update(after, version));
    }

    private static boolean isEarlier(String version, String other) {
        return NUMBERS.matcher(version).matches()
                && NUMBERS.matcher(other).matches()
                && Runtime.Version.parse(version).compareTo(Runtime.Version.parse(other)) < 0;
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
