package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;

import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.sequence.Sequence;
import dev.decant.postgresql.catalogue.PostgresqlSequenceReader.Place;
import dev.decant.postgresql.table.PostgresqlOwnedSequences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the columns of all tables, also those that come from a parent. */
final class PostgresqlColumnReader {
    /**
     * The type is that of one element; how many dimensions were declared, a dump does not tell. A default names no column, so
     * the server need not look at the table to print it, which is most of the work.
     */
    private static final String COLUMNS = """
            SELECT a.attrelid, a.attnum, a.attname AS name, a.attnotnull, a.attidentity, a.attgenerated,
              pg_get_expr(f.adbin, CASE WHEN a.attgenerated = '' THEN 0 ELSE a.attrelid END) AS fill,
              CASE WHEN e.oid IS NULL THEN 0 ELSE 1 END AS dimensions,
              format_type(v.oid, a.atttypmod) AS type, v.typname AS type_name, vn.nspname AS type_namespace,
              vn.nspname <> 'pg_catalog' AND EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = 'pg_type'::regclass AND d.objid = v.oid AND d.deptype = 'e') AS of_extension,
              l.collname AS collation,
              CASE WHEN l_n.nspname <> 'pg_catalog' THEN l_n.nspname ELSE '' END AS collation_namespace,
            %s
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
            JOIN pg_type v ON v.oid = coalesce(e.oid, t.oid)
            JOIN pg_namespace vn ON vn.oid = v.typnamespace
            LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
            LEFT JOIN pg_collation l ON l.oid = a.attcollation AND l.oid <> t.typcollation
            LEFT JOIN pg_namespace l_n ON l_n.oid = l.collnamespace
            %s
            WHERE c.relnamespace = ANY (?) AND c.relkind IN ('r', 'p', 'f')
              AND a.attnum > 0 AND NOT a.attisdropped
            """;

    private static final Pattern NEXT_VALUE = Pattern.compile("nextval\\('.*'::regclass\\)");

    private record Found(Place place, Column column) {}

    private static final Comparator<Found> ORDER = Comparator.comparingLong(
                    (Found found) -> found.place().table())
            .thenComparingInt(found -> found.place().column());

    private final PostgresqlSequenceReader sequences;
    private final PostgresqlDescriptions descriptions;
    private final PostgresqlTypeReader.Known types = new PostgresqlTypeReader.Known();

    PostgresqlColumnReader(PostgresqlSequenceReader sequences, PostgresqlDescriptions descriptions) {
        this.sequences = sequences;
        this.descriptions = descriptions;
    }

    /** The columns in their order, by the oids of their tables. */
    Map<Long, List<Column>> read(PostgresqlCatalogue catalogue) throws SQLException {
        String query = COLUMNS.formatted(
                PostgresqlColumnOptionReader.columns(catalogue.version()),
                PostgresqlColumnOptionReader.joins(catalogue.version()));
        Map<Long, List<Column>> columns = new HashMap<>();
        catalogue.read(query, this::found).stream()
                .sorted(ORDER)
                .forEach(found -> columns.computeIfAbsent(found.place().table(), id -> new ArrayList<>())
                        .add(found.column()));
        return columns;
    }

    private Found found(ResultSet row) throws SQLException {
        Place place = new Place(row.getLong("attrelid"), row.getInt("attnum"));
        Column column = new Column(
                row.getString("name"),
                types.of(row),
                !row.getBoolean("attnotnull"),
                Fill.NOTHING,
                collation(row),
                PostgresqlColumnOptionReader.options(row),
                descriptions.ofColumn(place.table(), place.column()));
        String identity = row.getString("attidentity");
        if (!identity.isEmpty()) {
            return new Found(place, sequences.identity(place, column, identity.equals("a")));
        }
        Fill fill = fill(row, place, column);
        return new Found(place, fill instanceof Fill.Nothing ? column : column.withFill(fill));
    }

    private static Optional<ObjectName> collation(ResultSet row) throws SQLException {
        String name = row.getString("collation");
        return name == null ? Optional.empty() : Optional.of(ObjectName.of(text(row, "collation_namespace"), name));
    }

    private Fill fill(ResultSet row, Place place, Column column) throws SQLException {
        String generated = row.getString("attgenerated");
        String expression = row.getString("fill");
        if (expression == null) {
            return Fill.NOTHING;
        }
        if (!generated.isEmpty()) {
            return new Fill.Generated(new Expression(expression), generated.equals("s"));
        }
        Optional<Sequence> serial =
                NEXT_VALUE.matcher(expression).matches() ? sequences.takeSerial(place, column) : Optional.empty();
        return serial.<Fill>map(sequence -> PostgresqlOwnedSequences.serial(sequence, column))
                .orElseGet(() -> new Fill.Default(new Expression(expression)));
    }
}
