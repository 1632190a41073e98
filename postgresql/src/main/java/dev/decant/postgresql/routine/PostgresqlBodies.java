package dev.decant.postgresql.routine;

import static dev.decant.postgresql.sql.PostgresqlText.SYNTAX;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import dev.decant.model.routine.Routine;
import dev.decant.model.routine.RoutineBody;
import dev.decant.model.routine.Setting;
import dev.decant.postgresql.sql.PostgresqlSettings;
import dev.decant.sql.Expressions;
import dev.decant.sql.Lexer;
import dev.decant.sql.Mention;
import dev.decant.sql.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The bodies of functions, into which the server looks when it makes them unless it is told not to: {@code check_function_bodies} in the
 * manual, 20.11.1.
 */
public final class PostgresqlBodies {
    private static final String SETTING = "check_function_bodies";

    /** Words behind which a query names a table. */
    private static final Set<String> LEADS = Set.of("FROM", "JOIN", "UPDATE", "INTO");

    private PostgresqlBodies() {}

    /** The statements without the server's looking into bodies. */
    public static List<Statement> unchecked(List<Statement> statements) {
        if (statements.getFirst().sql().contains(SETTING)) {
            return statements;
        }
        List<Statement> all = new ArrayList<>();
        all.add(statement(sql("SET").words(SETTING).words("= off"))
                .explained("the body below mentions what is not there yet, so the server does not look into it"));
        all.addAll(statements);
        all.add(statement(sql("RESET").words(SETTING)).explained("the server looks into bodies again"));
        return all;
    }

    /**
     * Whether a body names something that is not there, or not where this session would look for it. The body works all the same for
     * callers that look elsewhere. Of a body in PL/pgSQL the server looks at the types of variables.
     */
    static boolean mentionsMissing(Routine routine, SchemaView state) {
        if (!(routine.body() instanceof RoutineBody.Text(String text))) {
            return false;
        }
        List<String> searched = searched(routine);
        return switch (routine.language()) {
            case "sql" ->
                mentionsMissingName(routine, text, state)
                        || readsMissingTable(text, searched, state)
                        || mentionsElsewhere(text, searched, state);
            case "plpgsql" -> mentionsElsewhere(text, searched, state);
            default -> false;
        };
    }

    /** Whether a name that stands by itself is that of something in a namespace where nobody looks for it, and of nothing else. */
    private static boolean mentionsElsewhere(String text, List<String> searched, SchemaView state) {
        Set<String> mentioned = loneNames(text);
        Set<String> near = new HashSet<>();
        Set<String> far = new HashSet<>();
        Stream.concat(
                        state.tables().keySet().stream(),
                        state.objects().values().stream().map(SchemaObject::name))
                .filter(name -> mentioned.contains(name.local()))
                .forEach(name -> (searched.contains(name.schema()) ? near : far).add(name.local()));
        return !near.containsAll(far);
    }

    private static Set<String> loneNames(String text) {
        List<Token> tokens = Lexer.code(text, SYNTAX);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean joined = i > 0 && tokens.get(i - 1).isSign(".")
                    || i + 1 < tokens.size() && tokens.get(i + 1).isSign(".");
            if (!joined && tokens.get(i).isName() && isLoose(tokens.get(i))) {
                names.add(tokens.get(i).nameIn(SYNTAX));
            }
        }
        return names;
    }

    /** What stands before a dot is a namespace unless the body or the routine itself says what else it is. */
    private static boolean mentionsMissingName(Routine routine, String text, SchemaView state) {
        Set<String> own = ownNames(routine, text);
        return Expressions.identifiers(text, SYNTAX).stream()
                .map(Mention::path)
                .filter(path -> path.size() > 1 && !own.contains(path.getFirst()))
                .map(path -> ObjectName.of(path.get(0), path.get(1)))
                .anyMatch(name -> !isOfSystem(name.schema()) && !isThere(name, state));
    }

    /** The names that stand by themselves somewhere, as tables and their aliases do, and those of the routine and its arguments. */
    private static Set<String> ownNames(Routine routine, String text) {
        Set<String> names = new HashSet<>();
        names.add(routine.name().local());
        routine.arguments().forEach(argument -> names.add(argument.name()));
        List<Token> tokens = Lexer.code(text, SYNTAX);
        for (int i = 0; i < tokens.size(); i++) {
            boolean qualifies = i + 1 < tokens.size() && tokens.get(i + 1).isSign(".");
            if (tokens.get(i).isName() && !qualifies) {
                names.add(tokens.get(i).nameIn(SYNTAX));
            }
        }
        return names;
    }

    private static boolean isOfSystem(String namespace) {
        return namespace.startsWith("pg_") || namespace.equals("information_schema");
    }

    private static boolean isThere(ObjectName name, SchemaView state) {
        return state.tables().containsKey(name)
                || state.objects().values().stream()
                        .anyMatch(object -> object.name().equals(name));
    }

    /** The namespaces in which it looks for tables: those of its own setting, else the usual one. */
    private static List<String> searched(Routine routine) {
        return routine.traits().settings().stream()
                .filter(setting -> setting.name().equals("search_path"))
                .map(Setting::value)
                .findFirst()
                .map(PostgresqlSettings::names)
                .orElse(List.of("public"));
    }

    private static boolean readsMissingTable(String text, List<String> searched, SchemaView state) {
        List<Token> tokens = Lexer.code(text, SYNTAX);
        Set<String> own = queriesUnderNames(tokens);
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean whole = i + 1 == tokens.size()
                    || !tokens.get(i + 1).isSign(".") && !tokens.get(i + 1).isSign("(");
            if (whole && token.isName() && isLead(tokens.get(i - 1)) && isLoose(token)) {
                String name = token.nameIn(SYNTAX);
                boolean found = name.startsWith("pg_")
                        || own.contains(name)
                        || searched.stream().anyMatch(namespace -> isThere(ObjectName.of(namespace, name), state));
                if (!found) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLead(Token token) {
        return LEADS.stream().anyMatch(token::isWord);
    }

    private static boolean isLoose(Token token) {
        return token.kind() == Token.Kind.QUOTED_NAME || !SYNTAX.keywords().isReserved(token.text());
    }

    /** The names of {@code WITH name AS (...)}. */
    private static Set<String> queriesUnderNames(List<Token> tokens) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).isName()
                    && tokens.get(i + 1).isWord("AS")
                    && tokens.get(i + 2).isSign("(")) {
                names.add(tokens.get(i).nameIn(SYNTAX));
            }
        }
        return names;
    }
}
