package dev.decant.postgresql;

import static dev.decant.postgresql.Given.column;
import static dev.decant.postgresql.Given.filled;
import static dev.decant.postgresql.Given.generated;
import static dev.decant.postgresql.Given.renamedObject;
import static dev.decant.postgresql.Given.renamedTable;
import static dev.decant.postgresql.Given.required;
import static dev.decant.postgresql.Given.schema;
import static dev.decant.postgresql.Given.serial;
import static dev.decant.postgresql.Given.table;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.FormerName;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.sequence.Sequence;
import dev.decant.postgresql.sql.PostgresqlText;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that want quotes, reserved words, names as long as they may be, in a namespace that wants quotes too; renamed and changed at once. */
class OddNamesTest {
    private static final String LONG = "äöü_" + "n".repeat(56);
    private static final String SPACE = "Order's \"by\"";
    private static final Namespace NAMESPACE = Namespace.of(SPACE);

    private static ObjectName odd(String local) {
        return ObjectName.of(SPACE, local);
    }

    private static FormerName formerColumn(ObjectName table, String column, String former) {
        return new FormerName(new Reference.ToColumn(table, column), former);
    }

    private static FormerName formerPart(ObjectName table, PartKind kind, String part, String former) {
        return new FormerName(new Reference.ToPart(table, kind, part), '"' + former.replace("\"", "\"\"") + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void everything_odd_becomes_something_else_odd_and_again_what_it_was(String major) throws SQLException {
        EnumType kind = new EnumType(odd("select"), List.of("it's", "\"q\"", "a,b"), "");
        EnumType kindNow = new EnumType(odd("Select"), List.of("it's", "new one", "a,b"), "");
        Sequence numbers = sequence("user's seq", "integer");
        Sequence numbersNow = sequence(LONG.substring(0, 40) + "seq", "bigint");
        ObjectName group = odd("group");
        ObjectName groupNow = ObjectName.of("public", LONG);
        Table before = table(
                group,
                serial(group, "from", "integer"),
                filled("number", "integer", "nextval('\"Order''s \"\"by\"\"\".\"user''s seq\"'::regclass)"),
                of("Kind", kind).withFill(new Fill.Default(new Expression("'it''s'"))),
                of("kinds", kind)
                        .withType(DataType.declared(kind.name()).withDimensions(1))
                        .withFill(new Fill.Default(new Expression("'{it''s,\"a,b\"}'"))),
                generated("twice", "integer", "(\"from\" * 2)"),
                column("note", "character varying(40)"),
                new Constraint.PrimaryKey("group_pkey", List.of("from"), "it's"),
                Constraint.Check.of("check", new Expression("(\"from\" > 0) AND ((note)::text <> 'from'::text)")),
                Index.of("Ix \"1\"", "btree", List.of("Kind", "twice")));
        Table after = table(
                groupNow,
                required("to", "bigint")
                        .withFill(new Fill.Serial(groupNow.withLocal("group_from_seq"), SequenceOptions.DEFAULT)),
                filled(
                        "number",
                        "bigint",
                        "nextval('\"Order''s \"\"by\"\"\".\""
                                + numbersNow.name().local() + "\"'::regclass)"),
                of("Kind", kindNow).withFill(new Fill.Default(new Expression("'it''s'"))),
                of("kinds", kindNow)
                        .withType(DataType.declared(kindNow.name()).withDimensions(1))
                        .withFill(new Fill.Default(new Expression("'{it''s,\"a,b\"}'"))),
                generated("twice", "bigint", "(\"to\" * 2)"),
                column("note", "text"),
                new Constraint.PrimaryKey(LONG.substring(0, 50) + "_pk", List.of("to"), "it's"),
                Constraint.Check.of("check", new Expression("(\"to\" > 0) AND (note <> 'from'::text)")),
                Index.of(LONG.substring(0, 50) + "_ix", "btree", List.of("Kind", "twice")));
        List<SchemaObject> objects = List.of(NAMESPACE, kind, numbers);
        List<SchemaObject> objectsNow = List.of(NAMESPACE, kindNow, numbersNow);
        try (RoundTrip trip = new RoundTrip(
                major,
                schema(objects, before),
                schema(objectsNow, after),
                renamedTable(groupNow, group.toString()),
                renamedObject(EnumType.KIND, kindNow.name(), kind.name().toString()),
                renamedObject(Sequence.KIND, numbersNow.name(), numbers.name().toString()),
                formerColumn(groupNow, "to", "from"),
                formerPart(groupNow, PartKind.INDEX, LONG.substring(0, 50) + "_ix", "Ix \"1\""),
                formerPart(groupNow, PartKind.CONSTRAINT, LONG.substring(0, 50) + "_pk", "group_pkey"))) {
            trip.live().execute("INSERT INTO \"Order's \"\"by\"\"\".\"group\" (note) VALUES ('a'), ('b')");
            trip.up();
            trip.live().execute("INSERT INTO " + PostgresqlText.name(groupNow) + " (note) VALUES ('c')");
            trip.down();
            trip.up();
        }
    }

    private static Column of(String name, EnumType type) {
        return Column.of(name, DataType.declared(type.name()));
    }

    private static Sequence sequence(String name, String type) {
        return new Sequence(odd(name), DataType.of(type), SequenceOptions.DEFAULT, Optional.empty(), "");
    }
}
