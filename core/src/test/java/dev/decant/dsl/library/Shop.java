package dev.decant.dsl.library;

import dev.decant.dsl.Check;
import dev.decant.dsl.Column;
import dev.decant.dsl.Comment;
import dev.decant.dsl.EnumeratedType;
import dev.decant.dsl.Extension;
import dev.decant.dsl.ForeignKey;
import dev.decant.dsl.InSchema;
import dev.decant.dsl.Index;
import dev.decant.dsl.Label;
import dev.decant.dsl.Named;
import dev.decant.dsl.Namespace;
import dev.decant.dsl.PgColumns;
import dev.decant.dsl.PgSchema;
import dev.decant.dsl.PgTable;
import dev.decant.dsl.PrimaryKey;
import dev.decant.dsl.RenamedFrom;
import dev.decant.dsl.Sequence;
import dev.decant.dsl.Unique;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;

/** A schema in one file that says everything that can be said. */
final class Shop {
    static final Orders ORDERS = new Orders();

    private Shop() {}

    enum Unused {
        A
    }

    @Named("order_state")
    @InSchema("audit")
    @Comment("how far an order is")
    @RenamedFrom("state")
    enum State {
        NEW,
        @Label("on-hold")
        @RenamedFrom("paused")
        ON_HOLD
    }

    static final class Database extends PgSchema {
        public final Extension vector =
                extension("vector").inSchema("extras").version("0.8.0").comment("similarity");
        public final Sequence numbers = sequence("numbers")
                .startWith(1000)
                .incrementBy(1)
                .minValue(1)
                .cache(1)
                .ownedBy(() -> ORDERS.number)
                .comment("order numbers")
                .renamedFrom("order_numbers");
        public final Sequence dailyTicket = sequence().asSmallint().cycle().inSchema("audit");
        public final Namespace audit = schema("audit").comment("who did what").renamedFrom("log");
        public final EnumeratedType unused = enumType(Unused.class);
    }

    static final class Stamps extends PgColumns {
        public final Column<OffsetDateTime> createdAt = timestamptz().notNull().defaultNow();
        public final Who who = include("who_", new Who());
    }

    static final class Who extends PgColumns {
        public final Column<Long> createdBy = bigint();
        public final Column<Integer> orderNumber = integer().references(() -> ORDERS.number);
    }

    abstract static class Identified extends PgTable {
        public final Column<Long> id = bigint().identityAlways(
                        numbers -> numbers.startWith(100).maxValue(Long.MAX_VALUE))
                .primaryKey();
    }

    @Comment("what somebody wants")
    @RenamedFrom({"purchases", "old.purchases"})
    static final class Orders extends PgTable {
        public final Column<Integer> shop = integer();
        public final Column<Integer> number = integer().unique();
        public final Column<State> state =
                enumeration(State.class).defaultTo(State.ON_HOLD).comment("how far");
        public final Column<BigDecimal> total =
                numeric(12, 2).notNull().check("total >= 0").renamedFrom("amount", "sum");
        public final Column<String> email = text().named("Email");
        public final Stamps stamps = include(new Stamps());
        public final Column<BigDecimal> gross = numeric().generatedStored(sql("{} * 1.19", total));
        public final Column<Integer> legacy = serial().sequenceNamed("old_seq");

        public final PrimaryKey key =
                primaryKey("orders_key", shop, number).comment("both").renamedFrom("pk");
        public final Unique once = unique(state, total)
                .nullsNotDistinct()
                .initiallyDeferred()
                .comment("once")
                .renamedFrom("u");
        public final Check fine = check(sql("{} <> ''", email))
                .noInherit()
                .notValid()
                .comment("mail")
                .renamedFrom("c");
        public final Index byMail = index().unique()
                .on(sql("lower({})", email), total.op("numeric_ops").desc().nullsLast())
                .include(shop)
                .where(sql("{} is not null", email))
                .with("fillfactor", 70)
                .nullsNotDistinct()
                .comment("mail")
                .renamedFrom("i");
        public final Index bySpelling =
                index("spelling").using("gist").on(email.collate("C").op("gist_trgm_ops", Map.of("siglen", 32)));
    }

    static final class Lines extends Identified {
        Lines() {
            super();
        }

        public final Column<Integer> shop = integer();
        public final Column<Integer> number = integer();
        public final Column<Long> parent = bigint().references("lines_parent", () -> this.id)
                .onDelete(CASCADE)
                .onUpdate(RESTRICT)
                .deferrable()
                .notValid();
        public final ForeignKey order = foreignKey(shop, () -> new Orders().shop)
                .and(number, () -> ORDERS.number)
                .matchFull()
                .initiallyDeferred()
                .onDelete(SET_DEFAULT)
                .comment("whose")
                .renamedFrom("fk");
    }

    static final class Events extends PgTable {
        Events() {
            super("audit", "events");
        }

        public final Column<Long> id =
                bigserial(numbers -> numbers.incrementBy(10)).primaryKey("the_key");
        public final Column<String> default_ = text().defaultSql("'a' || 'b'").unique("only");
    }
}
