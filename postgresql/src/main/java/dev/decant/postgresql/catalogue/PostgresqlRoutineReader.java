package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;
import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.texts;

import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.routine.Argument;
import dev.decant.model.routine.ArgumentMode;
import dev.decant.model.routine.Parallelism;
import dev.decant.model.routine.Result;
import dev.decant.model.routine.Routine;
import dev.decant.model.routine.RoutineBody;
import dev.decant.model.routine.RoutineTraits;
import dev.decant.model.routine.RoutineType;
import dev.decant.model.routine.Setting;
import dev.decant.model.routine.Volatility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads functions and procedures. */
final class PostgresqlRoutineReader {
    /** What comes with an extension (pg_depend.deptype e) or with a type, as the constructors of ranges do (i), is no object of its own. */
    private static final String ROUTINES = """
            WITH routine AS (
              SELECT p.*
              FROM pg_proc p
              WHERE p.pronamespace = ANY (?) AND p.prokind IN ('f', 'p', 'w')
                AND NOT EXISTS (
                  SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('e', 'i'))),
            %s
            SELECT n.nspname AS namespace, p.proname AS name, p.prokind, obj_description(p.oid, 'pg_proc') AS comment,
              %s AS types, p.proargmodes::text[] AS modes, p.proargnames AS names,
              CASE WHEN p.pronargdefaults > 0 THEN ARRAY(
                SELECT coalesce(pg_get_function_arg_default(p.oid, i), '')
                FROM generate_series(1, coalesce(cardinality(p.proallargtypes), p.pronargs)) i
                ORDER BY i) END AS defaults,
              %s AS result, p.proretset, l.lanname, p.prosrc, p.probin,
              CASE WHEN p.prosqlbody IS NOT NULL THEN pg_get_function_sqlbody(p.oid) END AS parsed,
              p.provolatile, p.proisstrict, p.proleakproof, p.prosecdef, p.proparallel,
              p.procost::text AS cost, p.prorows::text AS rows, p.proconfig,
              sn.nspname AS support_namespace, s.proname AS support,
              %s AS transforms
            FROM routine p
            JOIN pg_namespace n ON n.oid = p.pronamespace
            JOIN pg_language l ON l.oid = p.prolang
            LEFT JOIN pg_proc s ON s.oid = p.prosupport::oid
            LEFT JOIN pg_namespace sn ON sn.oid = s.pronamespace
            """.formatted(
                    PostgresqlTypeText.typed(
                            "SELECT unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]) || p.prorettype || p.protrftypes) FROM routine p"),
                    PostgresqlTypeText.ofAll("coalesce(p.proallargtypes, p.proargtypes::oid[])"),
                    PostgresqlTypeText.of("p.prorettype"),
                    PostgresqlTypeText.ofAll("p.protrftypes"));

    private PostgresqlRoutineReader() {}

    static List<Routine> read(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(ROUTINES, PostgresqlRoutineReader::routine);
    }

    private static Routine routine(ResultSet row) throws SQLException {
        RoutineType type = type(row.getString("prokind"));
        return new Routine(
                ObjectName.of(row.getString("namespace"), row.getString("name")),
                type,
                arguments(row),
                type == RoutineType.PROCEDURE
                        ? Optional.empty()
                        : Optional.of(new Result(PostgresqlTypeText.read(row, "result"), row.getBoolean("proretset"))),
                row.getString("lanname"),
                body(row),
                traits(row),
                text(row, "comment"));
    }

    private static RoutineType type(String kind) {
        return switch (kind) {
            case "p" -> RoutineType.PROCEDURE;
            case "w" -> RoutineType.WINDOW;
            default -> RoutineType.FUNCTION;
        };
    }

    static List<Argument> arguments(ResultSet row) throws SQLException {
        List<DataType> types = PostgresqlTypeText.readAll(row, "types");
        List<String> modes = texts(row, "modes");
        List<String> names = texts(row, "names");
        List<String> defaults = texts(row, "defaults");
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            arguments.add(new Argument(
                    names.isEmpty() ? "" : names.get(i),
                    modes.isEmpty() ? ArgumentMode.IN : mode(modes.get(i)),
                    types.get(i),
                    defaults.isEmpty() || defaults.get(i).isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Expression(defaults.get(i)))));
        }
        return arguments;
    }

    private static ArgumentMode mode(String letter) {
        return switch (letter) {
            case "o" -> ArgumentMode.OUT;
            case "b" -> ArgumentMode.INOUT;
            case "v" -> ArgumentMode.VARIADIC;
            case "t" -> ArgumentMode.TABLE;
            default -> ArgumentMode.IN;
        };
    }

    private static RoutineBody body(ResultSet row) throws SQLException {
        String parsed = row.getString("parsed");
        if (parsed != null) {
            return new RoutineBody.Parsed(new Expression(parsed));
        }
        String library = row.getString("probin");
        String source = row.getString("prosrc");
        return library == null ? new RoutineBody.Text(source) : new RoutineBody.Linked(library, source);
    }

    private static RoutineTraits traits(ResultSet row) throws SQLException {
        String support = row.getString("support");
        return new RoutineTraits(
                volatility(row.getString("provolatile")),
                row.getBoolean("proisstrict"),
                row.getBoolean("proleakproof"),
                row.getBoolean("prosecdef"),
                parallelism(row.getString("proparallel")),
                Optional.of(row.getString("cost")),
                Optional.of(row.getString("rows")),
                support == null
                        ? Optional.empty()
                        : Optional.of(ObjectName.of(row.getString("support_namespace"), support)),
                settings(row),
                PostgresqlTypeText.readAll(row, "transforms"));
    }

    private static Volatility volatility(String letter) {
        return switch (letter) {
            case "i" -> Volatility.IMMUTABLE;
            case "s" -> Volatility.STABLE;
            default -> Volatility.VOLATILE;
        };
    }

    static Parallelism parallelism(String letter) {
        return switch (letter) {
            case "s" -> Parallelism.SAFE;
            case "r" -> Parallelism.RESTRICTED;
            default -> Parallelism.UNSAFE;
        };
    }

    private static List<Setting> settings(ResultSet row) throws SQLException {
        List<Setting> settings = new ArrayList<>();
        for (String setting : texts(row, "proconfig")) {
            int equals = setting.indexOf('=');
            settings.add(new Setting(setting.substring(0, equals), setting.substring(equals + 1)));
        }
        return settings;
    }
}
