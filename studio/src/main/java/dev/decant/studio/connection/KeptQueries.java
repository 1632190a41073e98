package dev.decant.studio.connection;

import dev.decant.database.browsing.Query;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Queries whose rows nothing tells apart, kept for a while so that a long value in one of them can be found again. */
public final class KeptQueries {
    private static final int MOST = 200;

    private final Map<String, Query> queries = new LinkedHashMap<>();
    private long last;

    /** Keeps a query; gives its name, which is the same for the same query. */
    public synchronized String keep(Query query) {
        Optional<String> known = queries.entrySet().stream()
                .filter(each -> each.getValue().equals(query))
                .map(Map.Entry::getKey)
                .findFirst();
        return known.orElseGet(() -> added(query));
    }

    private String added(Query query) {
        if (queries.size() >= MOST) {
            Iterator<String> oldest = queries.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        String name = String.valueOf(++last);
        queries.put(name, query);
        return name;
    }

    /** The query of that name, if it is still there. */
    public synchronized Optional<Query> find(String name) {
        return Optional.ofNullable(queries.get(name));
    }
}
