package dev.decant.postgresql;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.namespace.Namespace;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import java.util.List;

/** Namespaces: what PostgreSQL calls schemas. */
final class PostgresqlNamespaces implements ObjectSupport<Namespace> {
    @Override
    public ObjectKind<Namespace> kind() {
        return Namespace.KIND;
    }

    /** Every database has this one from the beginning, so that a schema has only its comment to say. */
    private static final String EVERYONES = "public";

    private static boolean isEveryones(Namespace namespace) {
        return namespace.name().local().equals(EVERYONES);
    }

    @Override
    public List<Statement> create(Namespace namespace, SchemaView before) {
        if (isEveryones(namespace)) {
            return List.of();
        }
        return List.of(
                statement(sql("CREATE SCHEMA").text(name(namespace.name()))).explained(PostgresqlLocks.NEW_OBJECT));
    }

    @Override
    public List<Statement> drop(Namespace namespace, SchemaView before) {
        if (isEveryones(namespace)) {
            return List.of(PostgresqlComments.on("SCHEMA", name(namespace.name()), "standard public schema"));
        }
        return List.of(
                statement(sql("DROP SCHEMA").text(name(namespace.name()))).explained(PostgresqlLocks.CATALOGUE));
    }

    @Override
    public List<Statement> alter(Namespace namespace, Namespace after, SchemaView before) {
        return List.of();
    }

    @Override
    public List<Statement> rename(Namespace namespace, ObjectName after, SchemaView before) {
        return List.of(statement(sql("ALTER SCHEMA")
                        .text(name(namespace.name()))
                        .words("RENAME TO")
                        .text(name(after)))
                .explained(PostgresqlLocks.CATALOGUE)
                .with(
                        Hazard.Kind.BREAKING,
                        "programs that know the schema " + namespace.name() + " no longer find it"));
    }

    @Override
    public List<Statement> comment(Namespace namespace) {
        return List.of(PostgresqlComments.on("SCHEMA", name(namespace.name()), namespace.comment()));
    }
}
