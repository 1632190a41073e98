package dev.decant.dsl.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.dsl.Declarations;
import dev.decant.dsl.PgSchema;
import dev.decant.dsl.RawObject;
import dev.decant.failure.DecantException;
import dev.decant.model.Expression;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclaredRawObjectsTest {
    private static ObjectKind<dev.decant.model.raw.RawObject> kind(String id) {
        return dev.decant.model.raw.RawObject.kindOf(id);
    }

    static final class Database extends PgSchema {
        public final RawObject alike = raw("operator", "public.===")
                .signature("(integer, integer)")
                .sql("CREATE OPERATOR public.=== (FUNCTION = public.same, LEFTARG = integer, RIGHTARG = integer)")
                .comment("much the same");
        public final RawObject there = raw("server", "there")
                .sql("CREATE SERVER there FOREIGN DATA WRAPPER far")
                .needs("foreign data wrapper", "far");
    }

    @Test
    void a_raw_object_is_the_sql_that_makes_it() {
        Schema schema = Declarations.of(Database.class).schema();
        assertThat(schema.objects(kind("operator")))
                .singleElement()
                .satisfies(alike -> assertThat(alike.key()).hasToString("operator public.\"===\"(integer, integer)"));
        assertThat(schema.objects(kind("server")))
                .containsExactly(new dev.decant.model.raw.RawObject(
                        kind("server"),
                        ObjectName.of("there"),
                        Optional.empty(),
                        List.of(new Expression("CREATE SERVER there FOREIGN DATA WRAPPER far")),
                        List.of(new ObjectKey(kind("foreign data wrapper"), ObjectName.of("far"))),
                        ""));
    }

    static final class Wrong extends PgSchema {
        public final RawObject table = raw("servr", "t").sql("CREATE SERVER t");
        public final RawObject empty = raw("server", "t");
    }

    @Test
    void what_is_wrong_with_a_raw_object_is_reported() {
        assertThatThrownBy(() -> Declarations.of(Wrong.class))
                .isInstanceOfSatisfying(
                        DecantException.class,
                        wrong -> assertThat(wrong.failures().stream().map(failure -> failure.what()))
                                .containsExactlyInAnyOrder(
                                        "no object is a raw servr", "the server t has no definition"));
    }
}
