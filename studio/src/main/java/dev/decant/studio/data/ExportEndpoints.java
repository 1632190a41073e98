package dev.decant.studio.data;

import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.database.browsing.RowRequest;
import dev.decant.failure.DecantException;
import dev.decant.sql.Syntax;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as a file, written while they are read, however many there are. */
public final class ExportEndpoints {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Workspace workspace;

    private ExportEndpoints(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Adds the addresses. */
    public static void register(Routes routes, Workspace workspace) {
        routes.get("/api/export", new ExportEndpoints(workspace)::export);
    }

    private Reply export(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        RowRequest wanted = RowQuestion.of(environment, request);
        Syntax syntax = environment.target().database().dialect().syntax();
        boolean guarded = request.query("guard").filter("0"::equals).isEmpty();
        ExportFormat format = ExportFormat.of(request.required("format"), guarded, wanted.relation(), syntax);
        BoundSql sql = environment.browser().browsing().all(wanted);
        String name = wanted.relation().name().local().replaceAll("[^A-Za-z0-9._-]", "_");
        return Reply.stream(format.type(), out -> write(environment, wanted, format, sql, out))
                .with("Content-Disposition", "attachment; filename=\"" + name + "." + format.ending() + "\"");
    }

    private static void write(
            StudioEnvironment environment, RowRequest wanted, ExportFormat format, BoundSql sql, Writer out)
            throws IOException {
        try {
            format.begin(out, wanted.columns());
            environment.reading().in(PATIENCE, connection -> {
                rows(connection, wanted.columns(), format, sql, out);
                return true;
            });
            format.end(out);
        } catch (DecantException e) {
            format.broken(out, e.failures().getFirst().message());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void rows(
            Connection connection, List<RelationColumn> columns, ExportFormat format, BoundSql sql, Writer out)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            Binding.bind(statement, sql.values());
            statement.setFetchSize(Portions.FIRST);
            try (ResultSet rows = statement.executeQuery()) {
                Portions portions = new Portions(rows);
                while (rows.next()) {
                    List<@Nullable String> values = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        values.add(rows.getString(i));
                    }
                    portions.add(values);
                    format.row(out, columns, values);
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
