package dev.decant.cli;

import dev.decant.config.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder, and calls of the command line in it as a shell would make them, without starting a process. */
final class Shell {
    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();

    Shell(Path folder) {
        this.folder = folder;
    }

    /**
     * What came of a call.
     *
     * @param code the exit code
     * @param out what was asked for
     * @param err what went wrong, and questions
     */
    record Outcome(int code, String out, String err) {}

    /** A shell in a project for SQLite with one table, {@code users}, and no migrations yet. */
    static Shell inSqliteProject(Path folder) {
        Shell shell = new Shell(folder);
        shell.write("decant.toml", """
                dialect = "sqlite"
                schema = "schema"

                [database]
                url = "sqlite:app.db"
                """);
        shell.table("Users", "id = integer().primaryKey()", "email = text().notNull()");
        return shell;
    }

    /** Sets a variable. */
    Shell with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Calls with nobody at the terminal. */
    Outcome run(String... arguments) {
        return call("", false, arguments);
    }

    /** Calls with somebody at the terminal who types these lines. */
    Outcome typing(List<String> lines, String... arguments) {
        return call(String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"), true, arguments);
    }

    private Outcome call(String input, boolean seen, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader(input)),
                new PrintWriter(out),
                new PrintWriter(err),
                seen,
                seen,
                seen,
                new Surroundings(variables, folder));
        int code = Main.run(terminal, arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    /** Writes a class of the schema for SQLite, its fields given as {@code name = definition}. */
    void table(String name, String... fields) {
        StringBuilder text = new StringBuilder("import dev.decant.dsl.*;\n\npublic final class " + name
                + " extends SqliteTable {\n" + "    public static final " + name + " T = new " + name + "();\n");
        for (String field : fields) {
            String type = field.contains("integer()") ? "Long" : "String";
            text.append("    public final Column<")
                    .append(type)
                    .append("> ")
                    .append(field)
                    .append(";\n");
        }
        write("schema/" + name + ".java", text.append("}\n").toString());
    }

    void write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    /** The folders of migrations, oldest first. */
    List<String> migrations() {
        if (!has("migrations")) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder.resolve("migrations"))) {
            return folders.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
