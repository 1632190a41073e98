package dev.decant.studio.data;

import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.CellPlace;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.studio.connection.StudioEnvironment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/** Reads one value, part by part, so that no more than a part of it is ever in memory. */
final class CellReader {
    private static final int BYTES_AT_ONCE = 4 * 1024 * 1024;
    private static final int CHARACTERS_AT_ONCE = 1024 * 1024;
    private static final String BYTES = "bytes";

    private final StudioEnvironment environment;
    private final Browsing browsing;
    private final CellPlace place;
    private final Optional<String> fingerprint;
    private final String kind;

    private CellReader(StudioEnvironment environment, CellPlace place, Optional<String> fingerprint) {
        this.environment = environment;
        this.browsing = environment.browser().browsing();
        this.place = place;
        this.fingerprint = fingerprint;
        this.kind = browsing.shown(place.column()).kind();
    }

    /**
     * A reader of the value that a page was told of.
     *
     * @throws DecantException DCT-710 and DCT-714 when there is none any more
     */
    static CellReader of(StudioEnvironment environment, CellReference reference) {
        return switch (reference) {
            case CellReference.Keyed(var schema, var table, var name, var identity, var values) -> {
                var relation = environment.browser().relation(schema, table);
                var column = relation.column(name).orElseThrow(() -> RowQuestion.noColumn(relation, name));
                yield new CellReader(
                        environment, new CellPlace.Keyed(relation, column, identity, values), Optional.empty());
            }
            case CellReference.Counted(var name, var number, var row, var seen) -> {
                var query = environment.queries().find(name).orElseThrow(CellReader::gone);
                if (number < 0 || number >= query.columns().size() || row < 0) {
                    throw Cursor.unknown();
                }
                yield new CellReader(environment, new CellPlace.Counted(query, number, row), Optional.of(seen));
            }
        };
    }

    /**
     * A part of a value.
     *
     * @param text of a binary value {@code \x} and hexadecimal digits
     * @param length in bytes, of the whole
     */
    record Part(String text, long length) {}

    /** What the column is called. */
    String name() {
        return place.column().name();
    }

    /** Whether it is read as bytes. */
    boolean isBinary() {
        return kind.equals(BYTES);
    }

    /** The first bytes of a binary value, the first characters of another. */
    Part beginning(int count) {
        return environment.reading().in(RowEndpoints.PATIENCE, connection -> part(connection, 1, count));
    }

    /**
     * Writes all of it; in one transaction, which sees it as it was when it began.
     *
     * @param length how long it was said to be
     */
    void writeTo(OutputStream out, long length) throws IOException {
        try {
            environment.reading().in(RowEndpoints.PATIENCE, connection -> {
                long written = 0;
                for (long from = 1; written < length; ) {
                    Part part = part(connection, from, isBinary() ? BYTES_AT_ONCE : CHARACTERS_AT_ONCE);
                    byte[] bytes = bytes(part.text());
                    written += bytes.length;
                    from += isBinary()
                            ? bytes.length
                            : part.text().codePointCount(0, part.text().length());
                    write(out, bytes, part.length() == length && bytes.length > 0 && written <= length);
                }
                return true;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (DecantException e) {
            throw new IOException("the value cannot be read to its end", e);
        }
    }

    private static void write(OutputStream out, byte[] bytes, boolean asItWas) {
        try {
            if (!asItWas) {
                throw new IOException("the value has changed");
            }
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(String text) {
        return isBinary() && text.startsWith("\\x")
                ? HexFormat.of().parseHex(text, 2, text.length())
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private Part part(Connection connection, long from, int count) throws SQLException {
        BoundSql sql = browsing.cell(place, from, count);
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            Binding.bind(statement, sql.values());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || !isAsShown(row)) {
                    throw gone();
                }
                return new Part(Optional.ofNullable(row.getString(1)).orElse(""), row.getLong(2));
            }
        }
    }

    private boolean isAsShown(ResultSet row) throws SQLException {
        int before = 2;
        int shown = row.getMetaData().getColumnCount() - before;
        return fingerprint.isEmpty() || fingerprint.get().equals(ShownRow.fingerprint(row, before, shown));
    }

    private static DecantException gone() {
        return Failure.of("DCT-714", "the row is not there any more")
                .next("read the page of rows again; where nothing tells rows apart, sort them first")
                .exception();
    }
}
