package dev.decant.studio;

import dev.decant.codec.Json;
import java.util.List;
import java.util.Optional;

/** The schema of a small shop as code of a project under test, and a look into what a studio answers about it. */
public final class Shop {
    private static final String CUSTOMERS = """
            package shop;

            import dev.decant.dsl.Check;
            import dev.decant.dsl.Column;
            import dev.decant.dsl.Index;
            import dev.decant.dsl.PgTable;

            /** Who buys. */
            public final class Customers extends PgTable {
                public static final Customers CUSTOMERS = new Customers();

                public final Column<Integer> id = serial().primaryKey();
            %s
            }
            """;

    private Shop() {}

    /** The one table, with these lines beside its key. */
    public static LiveStudio write(LiveStudio studio, String... lines) {
        return studio.write("schema/shop/Customers.java", CUSTOMERS.formatted("    " + String.join("\n    ", lines)));
    }

    /** The changes that a studio tells. */
    public static Json.Fields changes(LiveStudio studio) {
        return studio.document(studio.at("/api/changes"));
    }

    /** The text behind a name in each object of a list. */
    public static List<String> texts(Json.Fields document, String list, String name) {
        return items(document, list).stream()
                .map(item -> item.required(name).asText())
                .toList();
    }

    /** The objects of a list. */
    public static List<Json.Fields> items(Json.Fields document, String list) {
        return document.required(list).asItems().stream().map(Json::asFields).toList();
    }

    /** The text behind a name. */
    public static String text(Json.Fields document, String name) {
        return document.required(name).asText();
    }

    /** The code of what went wrong, if anything did. */
    public static Optional<String> error(Json.Fields document) {
        return document.field("error").map(error -> text(error.asFields(), "code"));
    }

    /** The run that was started last, once it has ended. */
    public static Json.Fields ended(LiveStudio studio) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            Json.Fields run = studio.document(studio.at("/api/run"));
            if (!text(run, "state").equals("running")) {
                return run;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("it does not end");
    }
}
