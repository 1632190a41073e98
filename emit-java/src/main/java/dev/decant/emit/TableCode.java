package dev.decant.emit;

import dev.decant.dsl.Naming;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.ObjectName;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as the class that declares it. */
final class TableCode {
    private static final String INDENT = " ".repeat(4);

    private final FileCode file;
    private final Table table;
    private final TableFields fields;
    private final Inlining inlining;

    TableCode(FileCode file, Table table) {
        this.file = file;
        this.table = table;
        this.fields = file.names().fieldsOf(table.name());
        this.inlining = new Inlining(table, file.usual());
    }

    /** The class, without its imports, which are noted. */
    String text(boolean pointedAt) {
        String className = SchemaNames.simple(file.names().tableClass(table.name()));
        StringBuilder text = new StringBuilder(annotations(className));
        text.append("public final class ")
                .append(className)
                .append(" extends ")
                .append(file.dsl("PgTable"))
                .append(" {");
        List<String> sections = new ArrayList<>();
        if (pointedAt) {
            sections.add(singleton(className, file.names().constant(table.name())));
        }
        sections.add((fields.isGrouped() ? groups() : columns(table.columns(), INDENT)) + inherited());
        sections.add(parts().stream().map(Member::text).collect(Collectors.joining()));
        sections.add(objects().map(Member::text).collect(Collectors.joining()));
        String body = sections.stream().filter(section -> !section.isEmpty()).collect(Collectors.joining("\n"));
        return text.append(body.isEmpty() ? "" : "\n")
                .append(body)
                .append("}\n")
                .toString();
    }

    /** The field that holds the class's one object. */
    static String singleton(String className, String constant) {
        return "%spublic static final %s %s = new %s();\n".formatted(INDENT, className, constant, className);
    }

    private String annotations(String className) {
        return TableAnnotations.text(file, table.name(), className, table.comment())
                + TraitAnnotations.text(file, table);
    }

    private String inherited() {
        return fields.inherited().keySet().stream()
                .map(column -> inheritedMember(file, table, column).text())
                .collect(Collectors.joining());
    }

    /** The field of a column that the table has from a parent. */
    static Member inheritedMember(FileCode file, Table table, String column) {
        TableFields fields = file.names().fieldsOf(table.name());
        String field = fields.columnField(column);
        ObjectName owner = fields.inherited().getOrDefault(column, table.name());
        Chain chain = Chain.of("inherited(" + file.expression(owner, column) + ")");
        if (!Naming.snakeCase(field).equals(column)) {
            chain.call("named", JavaText.quoted(column));
        }
        JavaType type = new ColumnTypes(file)
                .of(file.column(table, column).orElseThrow().type());
        return new Member(file.dsl("Column") + "<" + type.in(file.imports()) + ">", field, chain);
    }

    private String columns(List<Column> columns, String indent) {
        return columns.stream()
                .map(column -> member(column).text())
                .map(text -> text.indent(indent.length() - INDENT.length()))
                .collect(Collectors.joining());
    }

    /** A column's field. */
    Member member(Column column) {
        return new ColumnCode(file, table, column, inlining.with(column.name()))
                .member(fields.columnField(column.name()));
    }

    /** Columns that are too many for one class, in classes inside of it. */
    private String groups() {
        String type = file.dsl("PgColumns");
        StringBuilder text = new StringBuilder();
        StringBuilder classes = new StringBuilder();
        for (int from = 0; from < table.columns().size(); from += TableFields.COLUMNS_OF_A_CLASS) {
            int to = Math.min(table.columns().size(), from + TableFields.COLUMNS_OF_A_CLASS);
            String field = TableFields.groupOf(from);
            String group = Identifiers.capital(field);
            text.append(INDENT + "public final " + group + " " + field + " = include(new " + group + "());\n");
            classes.append("\n" + INDENT + "/** Some of the columns, which are too many for one class. */\n" + INDENT
                    + "public static final class " + group + " extends " + type + " {\n"
                    + columns(table.columns().subList(from, to), INDENT + INDENT) + INDENT + "}\n");
        }
        return text + classes.toString();
    }

    /** The fields of constraints and indexes that stand by themselves: keys first, then what is checked, then indexes. */
    private List<Member> parts() {
        List<Member> members = new ArrayList<>();
        ConstraintCode constraints = new ConstraintCode(file, table);
        table.constraints().stream()
                .filter(constraint -> inlining.columnOf(constraint).isEmpty())
                .sorted(Comparator.comparingInt(TableCode::rank))
                .map(constraints::member)
                .forEach(members::add);
        IndexCode indexes = new IndexCode(file, table);
        table.indexes().stream().map(indexes::member).forEach(members::add);
        return members;
    }

    /** The fields of objects that stand with the table. */
    private Stream<Member> objects() {
        return file.schema().objects().values().stream()
                .flatMap(object -> ObjectCodes.of(object).stream())
                .filter(member -> member.tableIn(file).equals(Optional.of(table.name())))
                .filter(member -> member.declared().test(file))
                .map(member -> member.write().apply(file, fields.free(member.wanted())));
    }

    private static int rank(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> 0;
            case Constraint.Unique unique -> 1;
            case Constraint.ForeignKey key -> 2;
            case Constraint.Check check -> 3;
            case Constraint.Exclusion exclusion -> 4;
        };
    }
}
