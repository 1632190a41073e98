package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.collation.Collation;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.ArrayList;
import java.util.List;

/** Collations: only their names change in place; for all else a new one takes the place. */
public final class PostgresqlCollations implements ObjectSupport<Collation> {
    @Override
    public ObjectKind<Collation> kind() {
        return Collation.KIND;
    }

    /** The name of a collation; that of one of the system's stands alone. */
    static ObjectName canonical(ObjectName collation) {
        return collation.schema().equals("pg_catalog") ? ObjectName.of(collation.local()) : collation;
    }

    /** The name as it stands behind COLLATE, where no type of the user's may hide one of the system's. */
    static String written(ObjectName collation) {
        return name(collation);
    }

    private static boolean isSame(Collation collation, Collation after) {
        return collation.withComment("").equals(after.withComment(""));
    }

    /** The columns of the collation get another one. */
    @Override
    public boolean disturbs(Collation collation, Collation after) {
        return !isSame(collation, after);
    }

    @Override
    public List<Statement> create(Collation collation, SchemaView before) {
        List<String> parts = new ArrayList<>();
        parts.add("provider = " + collation.provider());
        if (collation.ctype().isEmpty()) {
            parts.add("locale = " + PostgresqlText.SYNTAX.literal(collation.collate()));
        } else {
            parts.add("lc_collate = " + PostgresqlText.SYNTAX.literal(collation.collate()));
            parts.add("lc_ctype = " + PostgresqlText.SYNTAX.literal(collation.ctype()));
        }
        if (!collation.deterministic()) {
            parts.add("deterministic = false");
        }
        if (!collation.rules().isEmpty()) {
            parts.add("rules = " + PostgresqlText.SYNTAX.literal(collation.rules()));
        }
        return List.of(statement(sql("CREATE COLLATION")
                        .text(name(collation.name()))
                        .list(parts, (list, part) -> list.text(part)))
                .explained(PostgresqlLocks.NEW_OBJECT));
    }

    @Override
    public List<Statement> drop(Collation collation, SchemaView before) {
        return List.of(
                statement(sql("DROP COLLATION").text(name(collation.name()))).explained(PostgresqlLocks.CATALOGUE));
    }

    @Override
    public List<Statement> alter(Collation collation, Collation after, SchemaView before) {
        if (isSame(collation, after)) {
            return List.of();
        }
        List<Statement> create = new ArrayList<>(create(after, before));
        if (!after.comment().isEmpty() && collation.comment().equals(after.comment())) {
            create.addAll(comment(after));
        }
        return new PostgresqlTypeSwap(
                        List.of(collation.name()),
                        new PostgresqlTypeSuccessor(
                                "COLLATION", after.name(), create, column -> PostgresqlText.name(column.name())),
                        before)
                .statements();
    }

    @Override
    public List<Statement> rename(Collation collation, ObjectName after, SchemaView before) {
        return PostgresqlRenames.of("COLLATION", collation.name(), after, PostgresqlLocks.CATALOGUE, before).stream()
                .map(statement -> statement.with(
                        Hazard.Kind.BREAKING,
                        "programs that know the collation " + collation.name() + " no longer find it"))
                .toList();
    }

    @Override
    public List<Statement> comment(Collation collation) {
        return List.of(PostgresqlComments.on("COLLATION", name(collation.name()), collation.comment()));
    }
}
