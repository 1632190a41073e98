package dev.decant.testkit.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KinRecipesTest {
    private static Piece piece(int number, Thing thing, String name, String sql) {
        return new Piece(number, thing, "", name, "", sql);
    }

    @Test
    void a_foreign_table_holds_no_rows_for_what_a_view_reads() {
        Sketch known = new Sketch(List.of(
                piece(1, Thing.TABLE, "app.top", "CREATE TABLE app.top (id integer)"),
                piece(2, Thing.SIBLING, "app.below", "CREATE TABLE app.below () INHERITS (app.top)"),
                piece(3, Thing.MATERIALIZED_VIEW, "app.read", "CREATE MATERIALIZED VIEW app.read AS TABLE app.top")));
        Piece child = piece(4, Thing.FOREIGN_CHILD, "app.far", "");
        assertThat(KinRecipes.foreignChild(new Draw(new Random(1)), known, child)
                        .sql())
                .contains("INHERITS (app.none");
    }
}
