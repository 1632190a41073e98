package dev.decant.bench;

import dev.decant.config.Configuration;
import dev.decant.config.Flags;
import dev.decant.config.Surroundings;
import dev.decant.studio.Studio;
import dev.decant.studio.StudioOptions;
import dev.decant.studio.connection.Audit;
import dev.decant.studio.connection.Workspace;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how long the studio takes to answer with a page of rows of a large table, as a program waits for it: the first page, one far behind,
 * with a filter, in the order of an indexed column; beside it what counting off costs that page in the same server.
 */
public final class RowsBench implements AutoCloseable {
    private static final int PAGE = 100;
    private static final int STRIDE = 20_000;
    private static final int ROUNDS = 9;
    private static final Pattern NEXT = Pattern.compile("\"next\": \"([^\"]+)\"");

    private final TestDatabase database;
    private final int rows;
    private final Studio studio;
    private final URI link;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String cookie;

    private RowsBench(TestDatabase database, int rows) throws IOException, InterruptedException {
        this.database = database;
        this.rows = rows;
        Configuration configuration = Configuration.read(
                Flags.none().withUrl(database.url()).withDialect("postgresql"),
                new Surroundings(Map.of(), Path.of("")));
        Workspace workspace = new Workspace(configuration, name -> configuration, false, new Audit(line -> {}));
        this.studio = Studio.start(workspace, new StudioOptions(0, false, Duration.ZERO, "bench"));
        this.link = studio.link();
        this.cookie = client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceFirst(";.*", "");
    }

    /** Runs it: the server's major version and the number of rows. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int rows = Integer.parseInt(arguments[1]);
        try (TestDatabase database = TestServers.postgres(arguments[0]).freshDatabase()) {
            database.execute("""
                    create table events (id bigint primary key, made timestamptz, kind text not null, size int, note text, data jsonb);
                    insert into events select n, case when n %% 1000 <> 0 then timestamptz '2020-01-01' + n / 3 * interval '10 s' end,
                      'kind ' || n %% 50, n %% 1000, 'a note on the event ' || n, jsonb_build_object('n', n) from generate_series(1, %d) n;
                    create index on events (made);
                    create index on events (kind, id);
                    """.formatted(rows));
            database.execute("vacuum (analyze) events");
            try (RowsBench bench = new RowsBench(database, rows)) {
                bench.run();
            }
        }
    }

    private void run() throws IOException, InterruptedException, SQLException {
        String filter = "%5B%7B%22column%22:%22kind%22,%22op%22:%22=%22,%22value%22:%22kind%207%22%7D%5D";
        tell("first page", "");
        tell("page " + rows / PAGE, "&after=" + far(""));
        tell("filter on an indexed column, first page", "&filter=" + filter);
        tell("filter on an indexed column, last page", "&filter=" + filter + "&after=" + far("&filter=" + filter));
        tell("in the order of an indexed column, first page", "&sort=made:desc");
        tell("in the order of an indexed column, page " + rows / PAGE, "&sort=made:asc&after=" + far("&sort=made:asc"));
        long start = System.nanoTime();
        database.query("select * from events order by id limit " + PAGE + " offset " + (rows - PAGE));
        System.out.printf(
                "%-60s %8.1f ms%n",
                "the same page by counting off, in the server alone", (System.nanoTime() - start) / 1e6);
    }

    /** The place of the last page, found by reading all pages before it, large ones. */
    private String far(String more) throws IOException, InterruptedException {
        String after = "";
        String last = "";
        do {
            last = after;
            Matcher next = NEXT.matcher(
                    rows("&columns=id&limit=" + STRIDE + more + (after.isEmpty() ? "" : "&after=" + after)));
            after = next.find() ? next.group(1) : "";
        } while (!after.isEmpty());
        return last;
    }

    private void tell(String what, String query) throws IOException, InterruptedException {
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            rows("&limit=" + PAGE + query);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        double first = times[0];
        Arrays.sort(times);
        System.out.printf("%-60s %8.1f ms (first time %.1f ms)%n", what, times[ROUNDS / 2], first);
    }

    private String rows(String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(link.resolve("/api/rows?schema=public&table=events" + query))
                .header("Cookie", cookie)
                .build();
        String body = client.send(request, BodyHandlers.ofString()).body();
        if (body.contains("\"error\"")) {
            throw new IllegalStateException(body);
        }
        return body.substring(body.lastIndexOf("\n", body.length() - 2) + 1);
    }

    @Override
    public void close() {
        studio.close();
        client.close();
    }
}
