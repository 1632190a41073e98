package dev.decant.studio.data;

import dev.decant.codec.JsonWriter;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.failure.Failure;
import dev.decant.sql.Syntax;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How rows are written into a file. */
abstract sealed class ExportFormat {
    /** Types whose text is a number of JSON, unless it is none such as NaN. */
    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "float4", "float8", "numeric", "oid");

    private final String type;
    private final String ending;

    private ExportFormat(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /**
     * The format of that name.
     *
     * @param guarded whether a spreadsheet is kept from taking text for a formula
     * @throws dev.decant.failure.DecantException DCT-712 when there is none
     */
    static ExportFormat of(String name, boolean guarded, Relation relation, Syntax syntax) {
        return switch (name) {
            case "csv" -> new Csv(guarded);
            case "json" -> new JsonList();
            case "ndjson" -> new JsonLines();
            case "sql" -> new Inserts(relation, syntax);
            default ->
                throw Failure.of("DCT-712", "there is no format \"" + name + "\"")
                        .next("csv, json, ndjson and sql are there")
                        .exception();
        };
    }

    /** The media type. */
    String type() {
        return type;
    }

    /** How the name of a file ends. */
    String ending() {
        return ending;
    }

    /** Writes what stands before the rows. */
    abstract void begin(Writer out, List<RelationColumn> columns) throws IOException;

    /** Writes a row. */
    abstract void row(Writer out, List<RelationColumn> columns, List<@Nullable String> values) throws IOException;

    /** Writes what stands behind the rows. */
    abstract void end(Writer out) throws IOException;

    /** Writes that rows are missing, in a way that no reader of the format overlooks. */
    void broken(Writer out, String why) throws IOException {
        out.write("\nINCOMPLETE: " + why.replaceAll("\\s+", " ") + "\n");
    }

    /** Values with commas between, as RFC 4180 has them; nothing is NULL, and the empty text stands in quotes. */
    static final class Csv extends ExportFormat {
        private static final String ODD = ",\"\r\n";

        /** What a spreadsheet takes for the beginning of a formula. */
        private static final String FORMULAS = "=+-@\t\r";

        private final boolean guarded;

        private Csv(boolean guarded) {
            super("text/csv; charset=utf-8", "csv");
            this.guarded = guarded;
        }

        @Override
        void begin(Writer out, List<RelationColumn> columns) throws IOException {
            out.write(columns.stream()
                            .map(column -> quoted(guarded(column.name(), true)))
                            .collect(Collectors.joining(","))
                    + "\r\n");
        }

        @Override
        void row(Writer out, List<RelationColumn> columns, List<@Nullable String> values) throws IOException {
            for (int i = 0; i < values.size(); i++) {
                String value = values.get(i);
                out.write(i == 0 ? "" : ",");
                out.write(
                        value == null
                                ? ""
                                : quoted(guarded(
                                        value, !NUMBERS.contains(columns.get(i).base()))));
            }
            out.write("\r\n");
        }

        @Override
        void end(Writer out) {
            // The last line is the last row.
        }

        private String guarded(String value, boolean text) {
            boolean formula = guarded && text && !value.isEmpty() && FORMULAS.indexOf(value.charAt(0)) >= 0;
            return formula ? "'" + value : value;
        }

        private static String quoted(String value) {
            boolean odd = value.isEmpty()
                    || value.chars().anyMatch(each -> ODD.indexOf(each) >= 0)
                    || !value.equals(value.strip());
            return odd ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
        }
    }

    /** An object a line. */
    static final class JsonLines extends ExportFormat {
        private JsonLines() {
            super("application/x-ndjson; charset=utf-8", "ndjson");
        }

        @Override
        void begin(Writer out, List<RelationColumn> columns) {
            // The first line is the first row.
        }

        @Override
        void row(Writer out, List<RelationColumn> columns, List<@Nullable String> values) throws IOException {
            out.write(object(columns, values) + "\n");
        }

        @Override
        void end(Writer out) {
            // The last line is the last row.
        }

        static String object(List<RelationColumn> columns, List<@Nullable String> values) {
            StringBuilder line = new StringBuilder("{");
            for (int i = 0; i < values.size(); i++) {
                line.append(i == 0 ? "" : ", ");
                JsonWriter.quote(columns.get(i).name(), line);
                line.append(": ");
                value(line, columns.get(i).base(), values.get(i));
            }
            return line.append('}').toString();
        }

        private static void value(StringBuilder line, String base, @Nullable String value) {
            if (value == null) {
                line.append("null");
            } else if (base.equals("bool")) {
                line.append(value.startsWith("t"));
            } else if (base.startsWith("json")) {
                line.append(value.replace('\n', ' '));
            } else if (NUMBERS.contains(base) && value.matches("-?[0-9].*")) {
                line.append(value);
            } else {
                JsonWriter.quote(value, line);
            }
        }
    }

    /** A list of objects. */
    static final class JsonList extends ExportFormat {
        private boolean first = true;

        private JsonList() {
            super("application/json; charset=utf-8", "json");
        }

        @Override
        void begin(Writer out, List<RelationColumn> columns) throws IOException {
            out.write("[");
        }

        @Override
        void row(Writer out, List<RelationColumn> columns, List<@Nullable String> values) throws IOException {
            out.write((first ? "\n" : ",\n") + JsonLines.object(columns, values));
            first = false;
        }

        @Override
        void end(Writer out) throws IOException {
            out.write("\n]\n");
        }
    }

    /** Statements that make the rows again. */
    static final class Inserts extends ExportFormat {
        private final Relation relation;
        private final Syntax syntax;

        private Inserts(Relation relation, Syntax syntax) {
            super("application/sql; charset=utf-8", "sql");
            this.relation = relation;
            this.syntax = syntax;
        }

        @Override
        void begin(Writer out, List<RelationColumn> columns) {
            // Each statement stands by itself.
        }

        @Override
        void row(Writer out, List<RelationColumn> columns, List<@Nullable String> values) throws IOException {
            StringBuilder names = new StringBuilder();
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < values.size(); i++) {
                if (!columns.get(i).generated()) {
                    String value = values.get(i);
                    names.append(names.isEmpty() ? "" : ", ")
                            .append(syntax.name(columns.get(i).name()));
                    row.append(row.isEmpty() ? "" : ", ").append(value == null ? "NULL" : syntax.literal(value));
                }
            }
            boolean numbered =
                    columns.stream().anyMatch(column -> column.identity().equals("always"));
            out.write("INSERT INTO "
                    + syntax.name(relation.name().schema(), relation.name().local()) + " (" + names + ")"
                    + (numbered ? " OVERRIDING SYSTEM VALUE" : "") + " VALUES (" + row + ");\n");
        }

        @Override
        void end(Writer out) {
            // Each statement stands by itself.
        }
    }
}
