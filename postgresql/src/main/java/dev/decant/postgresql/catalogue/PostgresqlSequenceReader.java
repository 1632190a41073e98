package dev.decant.postgresql.catalogue;

import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SequenceOptions;
import dev.decant.model.sequence.Sequence;
import dev.decant.postgresql.sql.PostgresqlTypes;
import dev.decant.postgresql.table.PostgresqlColumnOptions;
import dev.decant.postgresql.table.PostgresqlOwnedSequences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads sequences, and tells those that are part of a column from those that stand by themselves. */
public final class PostgresqlSequenceReader {
    /**
     * An identity column and its sequence are one (pg_depend.deptype i); a sequence that a column owns (deptype a) is part of it when the
     * column's default takes its next value. Which defaults use a sequence is found once for all of them: for each by itself, a server
     * whose catalogues were not analyzed since most of their rows came goes through all defaults.
     */
    private static final String SEQUENCES = """
            SELECT n.nspname AS namespace, c.relname AS name, c.oid, c.relpersistence = 'u' AS unlogged,
              o.relpersistence IS NOT NULL AND o.relpersistence <> c.relpersistence AS apart,
              format_type(s.seqtypid, NULL) AS type, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
              d.deptype, o.oid AS table_id, nt.nspname AS table_namespace, o.relname AS table_name,
              a.attnum AS column_number, a.attname AS column_name,
              u.objid IS NOT NULL AS fills
            FROM pg_sequence s
            JOIN pg_class c ON c.oid = s.seqrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_depend d
              ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0
              AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
            LEFT JOIN pg_class o ON o.oid = d.refobjid
            LEFT JOIN pg_namespace nt ON nt.oid = o.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            LEFT JOIN pg_attrdef f ON f.adrelid = d.refobjid AND f.adnum = d.refobjsubid
            LEFT JOIN (
              SELECT DISTINCT e.objid, e.refobjid
              FROM pg_depend e
              WHERE e.classid = 'pg_attrdef'::regclass AND e.refclassid = 'pg_class'::regclass) u
              ON u.objid = f.oid AND u.refobjid = c.oid
            WHERE c.relnamespace = ANY (?)
              AND NOT EXISTS (
                SELECT FROM pg_depend e
                WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
            """;

    /** Before this version of the server a sequence was logged, whatever its table was. */
    private static final int UNLOGGED_SINCE = 15;

    /** The place of a column: its table's oid and its number. */
    record Place(long table, int column) {}

    /**
     * A sequence with what it is for.
     *
     * @param apart whether it is logged and its table is not, or the other way round
     */
    private record Found(Sequence sequence, Optional<Place> owner, boolean identity, boolean fills, boolean apart) {}

    private final Map<Place, Found> identities = new HashMap<>();
    private final Map<Place, Sequence> serials = new HashMap<>();
    private final Set<ObjectName> taken = new HashSet<>();
    private final List<Found> found;

    private PostgresqlSequenceReader(List<Found> found) {
        this.found = found;
        for (Found each : found) {
            each.owner().ifPresent(place -> {
                if (each.identity()) {
                    identities.put(place, each);
                } else if (each.fills() && !each.apart()) {
                    serials.put(place, each.sequence());
                }
            });
        }
    }

    static PostgresqlSequenceReader read(PostgresqlCatalogue catalogue, PostgresqlDescriptions descriptions)
            throws SQLException {
        boolean apart = catalogue.version() >= UNLOGGED_SINCE;
        return new PostgresqlSequenceReader(catalogue.read(SEQUENCES, row -> found(row, apart, descriptions)));
    }

    /** The column at that place as an identity; a partition shows one whose sequence is that of the partitioned table. */
    Column identity(Place place, Column column, boolean always) {
        Found identity = identities.get(place);
        if (identity == null) {
            return column.withFill(new Fill.Identity(always, SequenceOptions.DEFAULT));
        }
        Sequence sequence = identity.sequence();
        Map<String, String> options = new LinkedHashMap<>(column.options());
        if (!sequence.type().equals(column.type())) {
            options.put(PostgresqlColumnOptions.SEQUENCE_TYPE, sequence.type().toString());
        }
        if (identity.apart()) {
            options.put(PostgresqlColumnOptions.SEQUENCE_PERSISTENCE, sequence.unlogged() ? "unlogged" : "logged");
        }
        if (!sequence.comment().isEmpty()) {
            options.put(PostgresqlColumnOptions.SEQUENCE_COMMENT, sequence.comment());
        }
        return column.withOptions(options)
                .withFill(new Fill.Identity(always, sequence.options(), Optional.of(sequence.name())));
    }

    /** The sequence that makes the column at that place serial, which from now on is no object of its own. */
    Optional<Sequence> takeSerial(Place place, Column column) {
        Optional<Sequence> serial = Optional.ofNullable(serials.get(place))
                .filter(sequence -> sequence.owner()
                        .filter(owner -> PostgresqlOwnedSequences.isLikeSerial(sequence, column, owner.table()))
                        .isPresent());
        serial.ifPresent(sequence -> taken.add(sequence.name()));
        return serial;
    }

    /** The sequences that no column has taken. */
    List<Sequence> standing() {
        return found.stream()
                .filter(each -> !each.identity())
                .map(Found::sequence)
                .filter(sequence -> !taken.contains(sequence.name()))
                .toList();
    }

    private static Found found(ResultSet row, boolean apart, PostgresqlDescriptions descriptions) throws SQLException {
        boolean owned = row.getString("deptype") != null;
        Optional<Place> place =
                owned ? Optional.of(new Place(row.getLong("table_id"), row.getInt("column_number"))) : Optional.empty();
        Sequence sequence = sequence(row, owned, descriptions.ofRelation(row.getLong("oid")));
        return new Found(
                sequence,
                place,
                "i".equals(row.getString("deptype")),
                row.getBoolean("fills"),
                apart && row.getBoolean("apart"));
    }

    private static Sequence sequence(ResultSet row, boolean owned, String comment) throws SQLException {
        DataType type = DataType.of(row.getString("type"));
        PostgresqlTypes.Range range = PostgresqlTypes.range(type);
        return new Sequence(
                ObjectName.of(row.getString("namespace"), row.getString("name")),
                type,
                options(row).concise(range.smallest(), range.largest()),
                owned ? Optional.of(owner(row)) : Optional.empty(),
                row.getBoolean("unlogged"),
                comment);
    }

    private static Reference.ToColumn owner(ResultSet row) throws SQLException {
        return new Reference.ToColumn(
                ObjectName.of(row.getString("table_namespace"), row.getString("table_name")),
                row.getString("column_name"));
    }

    private static SequenceOptions options(ResultSet row) throws SQLException {
        return new SequenceOptions(
                OptionalLong.of(row.getLong("seqstart")),
                OptionalLong.of(row.getLong("seqincrement")),
                OptionalLong.of(row.getLong("seqmin")),
                OptionalLong.of(row.getLong("seqmax")),
                OptionalLong.of(row.getLong("seqcache")),
                row.getBoolean("seqcycle"));
    }
}
