package dev.decant.postgresql.access;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.ownership.Ownership.Thing;
import dev.decant.model.view.MaterializedView;
import dev.decant.model.view.View;
import dev.decant.postgresql.sql.PostgresqlLocks;
import java.util.List;

/** Who owns things: ALTER, OWNER TO. What nobody says anything of belongs to the role that runs the statements. */
public final class PostgresqlOwners implements ObjectSupport<Ownership> {
    @Override
    public ObjectKind<Ownership> kind() {
        return Ownership.KIND;
    }

    @Override
    public List<Statement> create(Ownership ownership, SchemaView before) {
        return List.of(given(ownership, name(ownership.role()), before));
    }

    @Override
    public List<Statement> drop(Ownership ownership, SchemaView before) {
        return List.of(given(ownership, "CURRENT_USER", before)
                .with(
                        Hazard.Kind.BREAKING,
                        ownership.role() + " no longer owns " + ownership.name() + ", and loses what only owners may"));
    }

    @Override
    public List<Statement> alter(Ownership ownership, Ownership after, SchemaView before) {
        return List.of(given(after, name(after.role()), before)
                .with(
                        Hazard.Kind.BREAKING,
                        ownership.role() + " no longer owns " + ownership.name() + ", and loses what only owners may"));
    }

    private static Statement given(Ownership ownership, String role, SchemaView before) {
        String lock =
                ownership.thing() == Thing.TABLE ? PostgresqlLocks.moment(ownership.name()) : PostgresqlLocks.CATALOGUE;
        return statement(sql("ALTER")
                        .words(word(ownership, before))
                        .text(thing(ownership))
                        .words("OWNER TO")
                        .text(role))
                .explained(lock);
    }

    private static String word(Ownership ownership, SchemaView before) {
        if (before.objects().containsKey(new ObjectKey(View.KIND, ownership.name()))) {
            return "VIEW";
        }
        return before.objects().containsKey(new ObjectKey(MaterializedView.KIND, ownership.name()))
                ? "MATERIALIZED VIEW"
                : ownership.thing().toString();
    }

    private static String thing(Ownership ownership) {
        String name = ownership.thing() == Thing.OPERATOR
                ? name(ownership.name().schema()) + "." + ownership.name().local()
                : name(ownership.name());
        return switch (ownership.thing()) {
            case OPERATOR_CLASS, OPERATOR_FAMILY -> name + " USING " + ownership.signature();
            case OPERATOR -> name + " " + ownership.signature();
            default -> name + ownership.signature();
        };
    }

    @Override
    public List<Statement> rename(Ownership ownership, ObjectName after, SchemaView before) {
        throw new UnsupportedChangeException(
                ownership.key().toString(), "who owns a thing has no name", "rename the thing itself");
    }

    @Override
    public List<Statement> comment(Ownership ownership) {
        return List.of();
    }
}
