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
import dev.decant.model.enumtype.EnumType;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Enumerated types: labels come one by one anywhere, and go or move only with a new type. */
public final class PostgresqlEnums implements ObjectSupport<EnumType> {
    @Override
    public ObjectKind<EnumType> kind() {
        return EnumType.KIND;
    }

    @Override
    public List<Statement> create(EnumType type, SchemaView before) {
        return List.of(create(type));
    }

    static Statement create(EnumType type) {
        Sql sql = sql("CREATE TYPE").text(name(type.name())).words("AS ENUM").list(type.labels(), Sql::literal);
        return statement(sql).explained(PostgresqlLocks.NEW_OBJECT);
    }

    @Override
    public List<Statement> drop(EnumType type, SchemaView before) {
        return List.of(drop(type.name()));
    }

    static Statement drop(ObjectName type) {
        return statement(sql("DROP TYPE").text(name(type))).explained(PostgresqlLocks.CATALOGUE);
    }

    @Override
    public List<Statement> alter(EnumType type, EnumType after, SchemaView before) {
        if (type.labels().equals(after.labels())) {
            return List.of();
        }
        return keepsAll(type, after)
                ? add(type, after)
                : new PostgresqlTypeSwap(List.of(type.name()), new PostgresqlEnumSwap(type, after), before)
                        .statements();
    }

    private static boolean keepsAll(EnumType type, EnumType after) {
        List<String> kept =
                after.labels().stream().filter(type.labels()::contains).toList();
        return kept.equals(type.labels());
    }

    /** Each new label behind the one before it, so that the one to name is always there. */
    private static List<Statement> add(EnumType type, EnumType after) {
        List<Statement> statements = new ArrayList<>();
        Set<String> there = new HashSet<>(type.labels());
        for (int i = 0; i < after.labels().size(); i++) {
            String label = after.labels().get(i);
            if (there.add(label)) {
                statements.add(add(after, i, type.labels()));
            }
        }
        return statements;
    }

    /**
     * One new label. In a transaction it could not be used before the end (the manual's page of ALTER TYPE), so it is committed by itself,
     * and can be repeated.
     */
    private static Statement add(EnumType after, int at, List<String> before) {
        Sql sql = sql("ALTER TYPE")
                .text(name(after.name()))
                .words("ADD VALUE IF NOT EXISTS")
                .literal(after.labels().get(at));
        boolean last =
                after.labels().subList(at, after.labels().size()).stream().noneMatch(before::contains);
        if (!last) {
            place(sql, after.labels(), at, before.getFirst());
        }
        return statement(sql).explained(PostgresqlLocks.CATALOGUE).outsideTransaction();
    }

    private static void place(Sql sql, List<String> labels, int at, String first) {
        if (at == 0) {
            sql.words("BEFORE").literal(first);
        } else {
            sql.words("AFTER").literal(labels.get(at - 1));
        }
    }

    /** The columns of the type get another while labels go or change places. */
    @Override
    public boolean disturbs(EnumType type, EnumType after) {
        return !keepsAll(type, after);
    }

    @Override
    public List<Statement> rename(EnumType type, ObjectName after, SchemaView before) {
        return PostgresqlRenames.of("TYPE", type.name(), after, PostgresqlLocks.CATALOGUE, before).stream()
                .map(statement -> statement.with(
                        Hazard.Kind.BREAKING, "programs that know the type " + type.name() + " no longer find it"))
                .toList();
    }

    @Override
    public List<Statement> renameMember(EnumType type, String member, String after, SchemaView before) {
        return List.of(statement(sql("ALTER TYPE")
                        .text(name(type.name()))
                        .words("RENAME VALUE")
                        .literal(member)
                        .words("TO")
                        .literal(after))
                .explained(PostgresqlLocks.CATALOGUE)
                .with(
                        Hazard.Kind.BREAKING,
                        "programs that know the label " + member + " of " + type.name() + " no longer find it"));
    }

    @Override
    public List<Statement> comment(EnumType type) {
        return List.of(PostgresqlComments.on("TYPE", name(type.name()), type.comment()));
    }
}
