package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;
import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.texts;

import dev.decant.model.Deferral;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.trigger.ConstraintTiming;
import dev.decant.model.trigger.Trigger;
import dev.decant.model.trigger.TriggerEvent;
import dev.decant.model.trigger.TriggerLevel;
import dev.decant.model.trigger.TriggerMoment;
import dev.decant.model.trigger.TriggerState;
import dev.decant.model.trigger.TriggerTiming;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the triggers of tables and views. */
public final class PostgresqlTriggerReader {
    /** Those behind foreign keys, and those that a partition has of its parent, are no objects of their own. */
    private static final String TRIGGERS = """
            SELECT n.nspname AS namespace, c.relname AS holder, t.tgname AS name, t.tgtype::integer AS bits, t.tgenabled,
              obj_description(t.oid, 'pg_trigger') AS comment, pg_get_triggerdef(t.oid) AS definition,
              ARRAY(
                SELECT a.attname::text
                FROM unnest(t.tgattr::smallint[]) WITH ORDINALITY u(attnum, place)
                JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = u.attnum
                ORDER BY u.place) AS columns,
              t.tgqual IS NOT NULL AS conditional, t.tgargs, t.tgoldtable, t.tgnewtable,
              pn.nspname AS function_namespace, p.proname AS function,
              t.tgconstraint <> 0 AS is_constraint, t.tgdeferrable, t.tginitdeferred,
              fn.nspname AS from_namespace, f.relname AS from_name
            FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_proc p ON p.oid = t.tgfoid
            JOIN pg_namespace pn ON pn.oid = p.pronamespace
            LEFT JOIN pg_class f ON f.oid = t.tgconstrrelid
            LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
            WHERE c.relnamespace = ANY (?) AND NOT t.tgisinternal AND t.tgparentid = 0
              AND NOT EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = 'pg_trigger'::regclass AND d.objid = t.oid AND d.deptype = 'e')
              AND NOT EXISTS (
                SELECT FROM pg_depend d
                WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            """;

    /** The bits of pg_trigger.tgtype: src/include/catalog/pg_trigger.h. */
    private static final int ROW = 1;

    private static final int BEFORE = 1 << 1;
    private static final int INSERT = 1 << 2;
    private static final int DELETE = 1 << 3;
    private static final int UPDATE = 1 << 4;
    private static final int TRUNCATE = 1 << 5;
    private static final int INSTEAD = 1 << 6;

    private PostgresqlTriggerReader() {}

    static List<Trigger> read(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(TRIGGERS, PostgresqlTriggerReader::trigger);
    }

    private static Trigger trigger(ResultSet row) throws SQLException {
        return new Trigger(
                ObjectName.of(row.getString("namespace"), row.getString("name")),
                row.getString("holder"),
                moment(row),
                row.getBoolean("conditional") ? Optional.of(condition(row.getString("definition"))) : Optional.empty(),
                ObjectName.of(row.getString("function_namespace"), row.getString("function")),
                arguments(row.getBytes("tgargs")),
                row.getBoolean("is_constraint") ? Optional.of(constraint(row)) : Optional.empty(),
                state(row.getString("tgenabled")),
                text(row, "comment"));
    }

    private static TriggerMoment moment(ResultSet row) throws SQLException {
        int bits = row.getInt("bits");
        return new TriggerMoment(
                has(bits, INSTEAD)
                        ? TriggerTiming.INSTEAD_OF
                        : has(bits, BEFORE) ? TriggerTiming.BEFORE : TriggerTiming.AFTER,
                events(bits),
                texts(row, "columns"),
                has(bits, ROW) ? TriggerLevel.ROW : TriggerLevel.STATEMENT,
                text(row, "tgoldtable"),
                text(row, "tgnewtable"));
    }

    private static List<TriggerEvent> events(int bits) {
        List<TriggerEvent> events = new ArrayList<>();
        if (has(bits, INSERT)) {
            events.add(TriggerEvent.INSERT);
        }
        if (has(bits, UPDATE)) {
            events.add(TriggerEvent.UPDATE);
        }
        if (has(bits, DELETE)) {
            events.add(TriggerEvent.DELETE);
        }
        if (has(bits, TRUNCATE)) {
            events.add(TriggerEvent.TRUNCATE);
        }
        return events;
    }

    private static boolean has(int bits, int bit) {
        return (bits & bit) != 0;
    }

    /** No function prints a condition by itself, because it is about two rows at once: it is taken out of the whole. */
    private static Expression condition(String definition) {
        List<Token> tokens = Lexer.code(definition, PostgresqlText.SYNTAX);
        int depth = 0;
        int from = -1;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (depth == 0 && token.isWord("WHEN") && tokens.get(i + 1).isSign("(")) {
                from = tokens.get(i + 1).end();
            }
            depth += token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
            if (depth == 0 && from >= 0 && token.isSign(")")) {
                return new Expression(definition.substring(from, token.start()));
            }
        }
        throw new IllegalStateException("no condition in " + definition);
    }

    /** Each ends with a zero byte. */
    private static List<String> arguments(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.isEmpty()
                ? List.of()
                : Arrays.asList(text.substring(0, text.length() - 1).split("\0", -1));
    }

    private static ConstraintTiming constraint(ResultSet row) throws SQLException {
        Deferral deferral = !row.getBoolean("tgdeferrable")
                ? Deferral.NOT_DEFERRABLE
                : row.getBoolean("tginitdeferred") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
        String from = row.getString("from_name");
        return new ConstraintTiming(
                deferral,
                from == null ? Optional.empty() : Optional.of(ObjectName.of(row.getString("from_namespace"), from)));
    }

    static TriggerState state(String letter) {
        return switch (letter) {
            case "D" -> TriggerState.DISABLED;
            case "R" -> TriggerState.REPLICA;
            case "A" -> TriggerState.ALWAYS;
            default -> TriggerState.ENABLED;
        };
    }
}
