package dev.decant.dsl.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.dsl.Declaration;
import dev.decant.dsl.Declarations;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Deferral;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.MatchType;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.ReferentialAction;
import dev.decant.model.Schema;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.extension.Extension;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.sequence.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everything that the DSL can say about PostgreSQL arrives in the model. */
class ShopTest {
    private static final Declaration DECLARATION = Declarations.of(
            Shop.Database.class, Shop.Orders.class, Shop.Lines.class, Shop.Events.class, EveryType.class);
    private static final Schema SCHEMA = DECLARATION.schema();
    private static final Table ORDERS = table("public", "orders");

    private static Table table(String schema, String name) {
        return SCHEMA.table(ObjectName.of(schema, name)).orElseThrow();
    }

    private static Constraint constraint(Table table, String name) {
        return table.constraints().stream()
                .filter(constraint -> constraint.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_type_is_spelled_as_postgresql_does() {
        assertThat(table("public", "every_type").columns())
                .hasSize(97)
                .allSatisfy(column -> assertThat(column.type().toString())
                        .isEqualTo(column.name().strip()));
    }

    @Test
    void groups_stand_where_they_are_included() {
        assertThat(ORDERS.columns())
                .extracting(Column::name)
                .containsExactly(
                        "shop",
                        "number",
                        "state",
                        "total",
                        "Email",
                        "created_at",
                        "who_created_by",
                        "who_order_number",
                        "gross",
                        "legacy");
        assertThat(constraint(ORDERS, "orders_who_order_number_fkey").columns()).containsExactly("who_order_number");
    }

    @Test
    void columns_of_a_superclass_come_first() {
        assertThat(table("public", "lines").columns())
                .extracting(Column::name)
                .containsExactly("id", "shop", "number", "parent");
    }

    @Test
    void columns_carry_what_they_are_filled_with() {
        assertThat(ORDERS.column("state").orElseThrow().fill())
                .isEqualTo(new Fill.Default(new Expression("'on-hold'")));
        assertThat(ORDERS.column("gross").orElseThrow().fill())
                .isEqualTo(new Fill.Generated(new Expression("total * 1.19"), true));
        assertThat(ORDERS.column("legacy").orElseThrow().fill())
                .isEqualTo(new Fill.Serial(ObjectName.of("public", "old_seq"), SequenceOptions.DEFAULT));
        assertThat(table("public", "lines").column("id").orElseThrow().fill())
                .isEqualTo(new Fill.Identity(true, SequenceOptions.DEFAULT.withStart(100))
                        .withSequence(ObjectName.of("public", "lines_id_seq")));
        assertThat(table("audit", "events").column("id").orElseThrow().fill())
                .isEqualTo(new Fill.Serial(
                        ObjectName.of("audit", "events_id_seq"), SequenceOptions.DEFAULT.withIncrement(10)));
        assertThat(table("audit", "events").column("default").orElseThrow().fill())
                .isEqualTo(new Fill.Default(new Expression("'a' || 'b'")));
    }

    @Test
    void comments_reach_everything() {
        assertThat(ORDERS.comment()).isEqualTo("what somebody wants");
        assertThat(ORDERS.column("state").orElseThrow().comment()).isEqualTo("how far");
    }

    @Test
    void the_columns_of_a_primary_key_refuse_nulls() {
        assertThat(constraint(ORDERS, "orders_key"))
                .isEqualTo(new Constraint.PrimaryKey("orders_key", List.of("shop", "number"), "both"));
        assertThat(ORDERS.column("shop").orElseThrow().nullable()).isFalse();
    }

    @Test
    void unique_constraints_and_checks_carry_their_options() {
        assertThat(constraint(ORDERS, "orders_state_total_key"))
                .isEqualTo(new Constraint.Unique(
                        "orders_state_total_key",
                        List.of("state", "total"),
                        true,
                        Deferral.INITIALLY_DEFERRED,
                        "once"));
        assertThat(constraint(ORDERS, "orders_Email_check"))
                .isEqualTo(new Constraint.Check(
                        "orders_Email_check", new Expression("\"Email\" <> ''"), true, Enforcement.NOT_VALID, "mail"));
        assertThat(constraint(ORDERS, "orders_total_check"))
                .isEqualTo(Constraint.Check.of("orders_total_check", new Expression("total >= 0")));
        assertThat(table("audit", "events").constraints())
                .extracting(Constraint::name)
                .containsExactly("only", "the_key");
    }

    @Test
    void foreign_keys_carry_their_options_and_find_columns_of_any_object_of_the_class() {
        Table lines = table("public", "lines");
        assertThat(constraint(lines, "lines_shop_number_fkey"))
                .isEqualTo(new Constraint.ForeignKey(
                        "lines_shop_number_fkey",
                        List.of("shop", "number"),
                        ORDERS.name(),
                        List.of("shop", "number"),
                        ReferentialAction.NO_ACTION,
                        ReferentialAction.SET_DEFAULT,
                        MatchType.FULL,
                        Deferral.INITIALLY_DEFERRED,
                        Enforcement.ENFORCED,
                        "whose"));
        assertThat(constraint(lines, "lines_parent"))
                .isEqualTo(new Constraint.ForeignKey(
                        "lines_parent",
                        List.of("parent"),
                        lines.name(),
                        List.of("id"),
                        ReferentialAction.RESTRICT,
                        ReferentialAction.CASCADE,
                        MatchType.SIMPLE,
                        Deferral.INITIALLY_IMMEDIATE,
                        Enforcement.NOT_VALID,
                        ""));
    }

    @Test
    void indexes_carry_their_options() {
        Index.Key lower = Index.Key.of(new Index.Subject.OfExpression(new Expression("lower(\"Email\")")));
        Index.Key total = Index.Key.of("total")
                .withOperatorClass(Optional.of(new Index.OperatorClass(ObjectName.of("numeric_ops"), Map.of())))
                .withDescending(true)
                .withNulls(Index.Nulls.LAST);
        Index.Key spelling = Index.Key.of("Email")
                .withCollation(Optional.of(ObjectName.of("C")))
                .withOperatorClass(
                        Optional.of(new Index.OperatorClass(ObjectName.of("gist_trgm_ops"), Map.of("siglen", "32"))));
        assertThat(ORDERS.indexes())
                .containsExactly(
                        new Index(
                                "orders_lower_total_shop_idx",
                                List.of(lower, total),
                                true,
                                "btree",
                                true,
                                List.of("shop"),
                                Optional.of(new Expression("\"Email\" is not null")),
                                Map.of("fillfactor", "70"),
                                "mail"),
                        Index.of("spelling", "gist", List.of("Email")).withKeys(List.of(spelling)));
    }

    @Test
    void objects_that_are_not_tables_are_there() {
        assertThat(SCHEMA.objects(Extension.KIND))
                .containsExactly(new Extension(
                        ObjectName.of("vector"), Optional.of("extras"), Optional.of("0.8.0"), "similarity"));
        assertThat(SCHEMA.objects(Namespace.KIND))
                .containsExactly(new Namespace(ObjectName.of("audit"), "who did what"), Namespace.of("extras"));
        assertThat(SCHEMA.objects(EnumType.KIND))
                .containsExactly(
                        new EnumType(
                                ObjectName.of("audit", "order_state"),
                                List.of("NEW", "on-hold"),
                                "how far an order is"),
                        new EnumType(ObjectName.of("public", "mood"), List.of("FINE"), ""),
                        new EnumType(ObjectName.of("public", "unused"), List.of("A"), ""));
        assertThat(SCHEMA.objects(Sequence.KIND))
                .containsExactly(
                        new Sequence(
                                ObjectName.of("audit", "daily_ticket"),
                                DataType.of("smallint"),
                                SequenceOptions.DEFAULT.withCycle(true),
                                Optional.empty(),
                                ""),
                        new Sequence(
                                ObjectName.of("public", "numbers"),
                                DataType.of("bigint"),
                                SequenceOptions.DEFAULT.withStart(1000),
                                Optional.of(new Reference.ToColumn(ORDERS.name(), "number")),
                                "order numbers"));
    }

    @Test
    void former_names_are_told_for_everything() {
        assertThat(DECLARATION.formerNames())
                .extracting(former -> former.former() + " -> " + former.current())
                .containsExactlyInAnyOrder(
                        "purchases -> ToTable[table=public.orders]",
                        "old.purchases -> ToTable[table=public.orders]",
                        "amount -> ToColumn[table=public.orders, column=total]",
                        "sum -> ToColumn[table=public.orders, column=total]",
                        "pk -> ToPart[table=public.orders, kind=CONSTRAINT, part=orders_key]",
                        "u -> ToPart[table=public.orders, kind=CONSTRAINT, part=orders_state_total_key]",
                        "c -> ToPart[table=public.orders, kind=CONSTRAINT, part=orders_Email_check]",
                        "i -> ToPart[table=public.orders, kind=INDEX, part=orders_lower_total_shop_idx]",
                        "fk -> ToPart[table=public.lines, kind=CONSTRAINT, part=lines_shop_number_fkey]",
                        "order_numbers -> ToObject[object=sequence public.numbers]",
                        "log -> ToObject[object=schema audit]",
                        "state -> ToObject[object=enum audit.order_state]",
                        "paused -> ToMember[object=enum audit.order_state, member=on-hold]");
    }
}
