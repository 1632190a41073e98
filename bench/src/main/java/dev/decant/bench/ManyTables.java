package dev.decant.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of schema classes: as many tables as wanted, of ten columns each, with a foreign key to the table before and two indexes. */
final class ManyTables {
    private final Path folder;

    ManyTables(Path folder) {
        this.folder = folder;
    }

    void write(int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            write(i, "");
        }
    }

    /** Gives the first table one column more. */
    void addColumn() throws IOException {
        write(0, "    public final Column<String> added = text();\n");
    }

    private void write(int number, String more) throws IOException {
        String name = name(number);
        String parent = name(Math.max(0, number - 1));
        Files.writeString(folder.resolve(name + ".java"), """
                package many;

                import dev.decant.dsl.*;
                import java.math.BigDecimal;
                import java.time.OffsetDateTime;

                /** One of many. */
                public final class %1$s extends PgTable {
                    public static final %1$s INSTANCE = new %1$s();

                    public final Column<Integer> id = serial().primaryKey();
                    public final Column<Integer> parentId = integer().references(() -> %2$s.INSTANCE.id);
                    public final Column<String> name = varchar(200).notNull();
                    public final Column<String> note = text();
                    public final Column<Boolean> active = bool().notNull().defaultTo(true);
                    public final Column<Long> size = bigint();
                    public final Column<BigDecimal> price = numeric(12, 2);
                    public final Column<Integer> position = integer().notNull().defaultTo(0);
                    public final Column<OffsetDateTime> createdAt = timestamptz().notNull().defaultNow();
                    public final Column<OffsetDateTime> updatedAt = timestamptz();
                %3$s
                    public final Index byParent = index().on(parentId);
                    public final Index byName = index().on(name, createdAt);
                }
                """.formatted(name, parent, more));
    }

    private static String name(int number) {
        return "Table" + number;
    }
}
