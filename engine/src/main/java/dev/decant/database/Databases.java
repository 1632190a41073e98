package dev.decant.database;

import dev.decant.failure.Failure;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The dialects that are on the class path. */
public final class Databases {
    private Databases() {}

    /** All of them. */
    public static List<Database> all() {
        return ServiceLoader.load(Database.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** The one of that dialect. */
    public static Database ofDialect(String id) {
        return all().stream()
                .filter(database -> database.dialect().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.of("DCT-501", "no dialect \"" + id + "\" is on the class path")
                        .next("known are: "
                                + all().stream()
                                        .map(database -> database.dialect().id())
                                        .collect(Collectors.joining(", ")))
                        .exception());
    }
}
