package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;

import dev.decant.model.ObjectName;
import dev.decant.model.aggregate.Accumulation;
import dev.decant.model.aggregate.Aggregate;
import dev.decant.model.aggregate.AggregateType;
import dev.decant.model.aggregate.FinalModify;
import dev.decant.model.aggregate.PartialAggregation;
import dev.decant.postgresql.catalogue.PostgresqlCatalogue.RowReader;
import dev.decant.postgresql.routine.PostgresqlAggregates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads aggregates. */
final class PostgresqlAggregateReader implements RowReader<Aggregate> {
    private static final String AGGREGATES = """
            WITH own AS (
              SELECT a.*, p.oid, p.proallargtypes, p.proargtypes
              FROM pg_aggregate a
              JOIN pg_proc p ON p.oid = a.aggfnoid::oid
              WHERE p.pronamespace = ANY (?)
                AND NOT EXISTS (
                  SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('e', 'i'))),
            %s
            SELECT n.nspname AS namespace, p.proname AS name, obj_description(p.oid, 'pg_proc') AS comment,
              a.aggkind, a.aggnumdirectargs,
              %s AS types, p.proargmodes::text[] AS modes, p.proargnames AS names, NULL::text[] AS defaults,
              %s AS state_type, a.aggtransspace, a.agginitval, a.aggfinalextra, a.aggfinalmodify,
              %s AS moving_type, a.aggmtransspace, a.aggminitval, a.aggmfinalextra, a.aggmfinalmodify,
              p.proparallel, o.oprname AS operator, od.nspname AS operator_namespace,
              ARRAY(
                SELECT coalesce((
                  SELECT quote_ident(fn.nspname) || '.' || quote_ident(f.proname)
                  FROM pg_proc f
                  JOIN pg_namespace fn ON fn.oid = f.pronamespace
                  WHERE f.oid = u.oid), '')
                FROM unnest(ARRAY[
                  a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggserialfn, a.aggdeserialfn,
                  a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn]::oid[]) WITH ORDINALITY u(oid, place)
                ORDER BY u.place) AS functions
            FROM own a
            JOIN pg_proc p ON p.oid = a.oid
            JOIN pg_namespace n ON n.oid = p.pronamespace
            LEFT JOIN pg_operator o ON o.oid = a.aggsortop
            LEFT JOIN pg_namespace od ON od.oid = o.oprnamespace
            """.formatted(
                    PostgresqlTypeText.typed(
                            "SELECT unnest(coalesce(a.proallargtypes, a.proargtypes::oid[]) || a.aggtranstype || a.aggmtranstype) FROM own a"),
                    PostgresqlTypeText.ofAll("coalesce(p.proallargtypes, p.proargtypes::oid[])"),
                    PostgresqlTypeText.of("a.aggtranstype"),
                    PostgresqlTypeText.of("a.aggmtranstype"));

    static List<Aggregate> read(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(AGGREGATES, new PostgresqlAggregateReader());
    }

    @Override
    public Aggregate read(ResultSet row) throws SQLException {
        AggregateType type = type(row.getString("aggkind"));
        Functions functions = new Functions(PostgresqlCatalogue.texts(row, "functions"));
        String operator = row.getString("operator");
        return new Aggregate(
                ObjectName.of(row.getString("namespace"), row.getString("name")),
                type,
                PostgresqlRoutineReader.arguments(row),
                row.getInt("aggnumdirectargs"),
                rows(row, functions, type),
                row.getString("moving_type") == null ? Optional.empty() : Optional.of(moving(row, functions, type)),
                new PartialAggregation(
                        functions.at(2),
                        functions.at(3),
                        functions.at(4),
                        PostgresqlRoutineReader.parallelism(row.getString("proparallel"))),
                operator == null
                        ? Optional.empty()
                        : Optional.of(ObjectName.of(row.getString("operator_namespace"), operator)),
                text(row, "comment"));
    }

    /** The functions of an aggregate, in the order of the query; an empty text for none. */
    private record Functions(List<String> names) {
        Optional<ObjectName> at(int place) {
            return Optional.of(names.get(place)).filter(name -> !name.isEmpty()).map(ObjectName::parse);
        }
    }

    private static AggregateType type(String letter) {
        return switch (letter) {
            case "o" -> AggregateType.ORDERED_SET;
            case "h" -> AggregateType.HYPOTHETICAL;
            default -> AggregateType.NORMAL;
        };
    }

    private static Accumulation rows(ResultSet row, Functions functions, AggregateType type) throws SQLException {
        return new Accumulation(
                functions.at(0).orElseThrow(),
                PostgresqlTypeText.read(row, "state_type"),
                row.getInt("aggtransspace"),
                Optional.ofNullable(row.getString("agginitval")),
                Optional.empty(),
                functions.at(1),
                row.getBoolean("aggfinalextra"),
                modify(row.getString("aggfinalmodify"), type));
    }

    private static Accumulation moving(ResultSet row, Functions functions, AggregateType type) throws SQLException {
        return new Accumulation(
                functions.at(5).orElseThrow(),
                PostgresqlTypeText.read(row, "moving_type"),
                row.getInt("aggmtransspace"),
                Optional.ofNullable(row.getString("aggminitval")),
                functions.at(6),
                functions.at(7),
                row.getBoolean("aggmfinalextra"),
                modify(row.getString("aggmfinalmodify"), type));
    }

    private static FinalModify modify(String letter, AggregateType type) {
        FinalModify modify = switch (letter) {
            case "s" -> FinalModify.SHAREABLE;
            case "w" -> FinalModify.READ_WRITE;
            default -> FinalModify.READ_ONLY;
        };
        return PostgresqlAggregates.concise(modify, type);
    }
}
