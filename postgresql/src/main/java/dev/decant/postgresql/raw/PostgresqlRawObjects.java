package dev.decant.postgresql.raw;

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
import dev.decant.model.Table;
import dev.decant.model.raw.RawObject;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.table.PostgresqlTableOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Objects that are kept as the SQL that makes them: few of them change in place, the others are dropped and made anew. */
public record PostgresqlRawObjects(ObjectKind<RawObject> kind) implements ObjectSupport<RawObject> {
    /** One for each of their kinds. */
    public static List<ObjectSupport<?>> all() {
        return RawObject.KINDS.values().stream()
                .<ObjectSupport<?>>map(PostgresqlRawObjects::new)
                .toList();
    }

    @Override
    public RawObject canonical(RawObject object) {
        return kind.id().equals("text search dictionary")
                ? PostgresqlRawChanges.spelled(object)
                : PostgresqlSecrets.withheld(object);
    }

    @Override
    public List<Statement> create(RawObject object, SchemaView before) {
        String explanation = kind.id().equals("user mapping")
                ? PostgresqlLocks.NEW_OBJECT + "; " + PostgresqlSecrets.advice(object)
                : PostgresqlLocks.NEW_OBJECT;
        return object.definition().stream()
                .map(each -> Statement.of(each.sql()).explained(explanation))
                .toList();
    }

    /** A slot that another server keeps for a subscription can be dropped over there only, and not in a transaction. */
    @Override
    public List<Statement> drop(RawObject object, SchemaView before) {
        refuseDividing(object, before);
        List<Statement> statements = new ArrayList<>();
        if (object.kind().id().equals("subscription")) {
            statements.add(alteration(object, "DISABLE"));
            statements.add(alteration(object, "SET (slot_name = NONE)")
                    .with(
                            Hazard.Kind.DATA_LOSS,
                            "the slot of " + object.name()
                                    + " stays on the other server: drop it there when it is of no use"));
        }
        statements.add(statement(sql("DROP").text(thing(object))).explained(PostgresqlLocks.CATALOGUE));
        return statements;
    }

    /** Nothing makes a table divide its rows by another operator class, so that one that does is in its way. */
    private static void refuseDividing(RawObject object, SchemaView before) {
        if (object.kind().id().equals("operator class")) {
            for (Table table : before.tables().values()) {
                if (!Collections.disjoint(PostgresqlTableOptions.neededBy(table.traits()), object.provides())) {
                    throw new UnsupportedChangeException(
                            object.key().toString(),
                            "the rows of " + table.name() + " are divided by it, and it has to go to become another",
                            "make another operator class of another name, and divide the rows by that first");
                }
            }
        }
    }

    private static Statement alteration(RawObject object, String words) {
        return statement(sql("ALTER").text(thing(object)).words(words)).explained(PostgresqlLocks.CATALOGUE);
    }

    @Override
    public boolean altersInPlace(RawObject object, RawObject after) {
        return object.definition().equals(after.definition())
                || PostgresqlRawChanges.between(object, after).isPresent();
    }

    @Override
    public List<Statement> alter(RawObject object, RawObject after, SchemaView before) {
        return object.definition().equals(after.definition())
                ? List.of()
                : PostgresqlRawChanges.between(object, after).orElse(List.of());
    }

    @Override
    public List<Statement> rename(RawObject object, ObjectName after, SchemaView before) {
        throw new UnsupportedChangeException(
                object.key().toString(),
                "a " + kind + " is known by its definition only, which a new name would not follow",
                "drop " + object.name() + " and create " + after);
    }

    @Override
    public List<Statement> comment(RawObject object) {
        return List.of(PostgresqlComments.on("", thing(object), object.comment()));
    }

    /** What follows DROP, or ALTER. */
    static String thing(RawObject object) {
        String word = object.kind().id().toUpperCase(Locale.ROOT);
        String local = object.name().local();
        String signature = object.distinction();
        return switch (object.kind().id()) {
            case "cast" -> word + " (" + local + ")";
            case "operator" -> word + " " + name(object.name().schema()) + "." + local + " " + signature;
            case "operator class", "operator family" -> word + " " + name(object.name()) + " USING " + signature;
            case "transform" -> word + " FOR " + signature + " LANGUAGE " + name(local);
            case "user mapping" -> word + " FOR " + signature + " SERVER " + name(local);
            default -> word + " " + name(object.name());
        };
    }
}
