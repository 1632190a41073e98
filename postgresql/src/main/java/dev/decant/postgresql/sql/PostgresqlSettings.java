package dev.decant.postgresql.sql;

import static dev.decant.postgresql.sql.PostgresqlText.SYNTAX;

import dev.decant.model.routine.Setting;
import dev.decant.sql.Lexer;
import dev.decant.sql.Sql;
import dev.decant.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The settings under which a routine runs, as {@code pg_proc.proconfig} keeps them. */
public final class PostgresqlSettings {
    /** Settings that are lists of names, each quoted by itself: GUC_LIST_QUOTE in src/backend/utils/misc/guc_tables.c. */
    private static final Set<String> LISTS = Set.of(
            "local_preload_libraries",
            "search_path",
            "session_preload_libraries",
            "shared_preload_libraries",
            "temp_tablespaces",
            "unix_socket_directories");

    private PostgresqlSettings() {}

    public static Setting canonical(Setting setting) {
        String name = setting.name().toLowerCase(Locale.ROOT);
        return new Setting(name, LISTS.contains(name) ? quoted(names(setting.value())) : setting.value());
    }

    private static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(PostgresqlSettings::quoted).toList());
    }

    /** As {@code quote_identifier} quotes: an empty name too. */
    private static String quoted(String name) {
        return name.isEmpty() ? "\"\"" : SYNTAX.name(name);
    }

    /** The names of a list; what is quoted either way is taken as it is, and nothing at all is one empty name. */
    public static List<String> names(String value) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (Token token : Lexer.code(value, SYNTAX)) {
            if (token.isSign(",")) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(nameIn(token));
            }
        }
        names.add(name.toString());
        return names;
    }

    private static String nameIn(Token token) {
        return switch (token.kind()) {
            case WORD, QUOTED_NAME -> token.nameIn(SYNTAX);
            case STRING -> token.text().substring(1, token.text().length() - 1).replace("''", "'");
            default -> token.text();
        };
    }

    /** Writes one as {@code SET name TO value}. */
    public static void write(Sql sql, Setting setting) {
        sql.words("SET").text(setting.name()).words("TO");
        if (LISTS.contains(setting.name())) {
            sql.commas(names(setting.value()), Sql::literal);
        } else {
            sql.literal(setting.value());
        }
    }
}
