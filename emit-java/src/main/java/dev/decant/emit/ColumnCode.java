package dev.decant.emit;

import dev.decant.dsl.Naming;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import java.util.List;
import java.util.Optional;

/** A column as a field of its table's class. */
final class ColumnCode {
    /** Since version 18 a refusal of nulls has a name. */
    private static final String NAME_OF_REFUSAL = "not_null.name";

    private final FileCode file;
    private final Table table;
    private final Column column;
    private final List<Constraint> inline;

    /**
     * A column of a table.
     *
     * @param inline the constraints that are said with it
     */
    ColumnCode(FileCode file, Table table, Column column, List<Constraint> inline) {
        this.file = file;
        this.table = table;
        this.column = column;
        this.inline = inline;
    }

    /** The field under this name. */
    Member member(String field) {
        JavaType type = javaType();
        Chain chain = begin();
        if (!Naming.snakeCase(field).equals(column.name())) {
            chain.call("named", JavaText.quoted(column.name()));
        }
        addRefusalOfNulls(chain);
        addFill(chain, type);
        column.collation().ifPresent(collation -> chain.call("collated", JavaText.quoted(collation.toString())));
        column.options().forEach((option, value) -> addOption(option, value, chain));
        chain.comment(column.comment());
        inline.forEach(constraint -> new InlineConstraint(file, table).addBehind(constraint, chain));
        return new Member(file.dsl("Column") + "<" + type.in(file.imports()) + ">", field, chain);
    }

    private static void addOption(String option, String value, Chain chain) {
        switch (option) {
            case NAME_OF_REFUSAL -> {}
            case "storage", "compression" -> chain.call(option, JavaText.quoted(value));
            case "statistics" -> chain.call(option, value);
            default -> chain.call("option", JavaText.quoted(option), JavaText.value(value));
        }
    }

    private JavaType javaType() {
        return new ColumnTypes(file).of(column.type());
    }

    private Chain begin() {
        if (column.fill() instanceof Fill.Serial(ObjectName sequence, SequenceOptions options)) {
            Chain chain = Chain.of(serialWord() + "(" + NumbersCode.of(options) + ")");
            nameSequence(sequence, chain);
            return chain.callIf(column.nullable(), "nullable");
        }
        Chain chain = Chain.of(new ColumnTypes(file).call(column.type(), FileCode.title(table, column.name())));
        for (int i = 0; i < column.type().dimensions(); i++) {
            chain.call("array");
        }
        if (column.fill()
                instanceof Fill.Identity(boolean always, SequenceOptions options, Optional<ObjectName> sequence)) {
            chain.call(always ? "identityAlways" : "identity", NumbersCode.of(options));
            sequence.ifPresent(name -> nameSequence(name, chain));
        }
        return chain;
    }

    private void nameSequence(ObjectName sequence, Chain chain) {
        String usual = file.usual().ofSequence(table, column.name());
        if (!sequence.local().equals(usual)) {
            chain.call("sequenceNamed", JavaText.quoted(sequence.local()));
        }
    }

    private String serialWord() {
        return switch (column.type().toString()) {
            case "smallint" -> "smallserial";
            case "bigint" -> "bigserial";
            default -> "serial";
        };
    }

    private void addRefusalOfNulls(Chain chain) {
        Optional<Constraint.PrimaryKey> key = table.primaryKey();
        boolean counted = column.fill() instanceof Fill.Serial || column.fill() instanceof Fill.Identity;
        boolean keyed = key.isPresent() && key.get().columns().contains(column.name());
        key.filter(inline::contains).ifPresent(primary -> new InlineConstraint(file, table).add(primary, chain));
        Optional<String> name = Optional.ofNullable(column.options().get(NAME_OF_REFUSAL));
        if (name.isPresent()) {
            chain.call("notNull", JavaText.quoted(name.get()));
        } else {
            chain.callIf(!column.nullable() && !counted && !keyed, "notNull");
        }
    }

    private void addFill(Chain chain, JavaType type) {
        switch (column.fill()) {
            case Fill.Nothing nothing -> {}
            case Fill.Serial serial -> {}
            case Fill.Identity identity -> {}
            case Fill.Default(var value) -> new DefaultCode(file, column.type(), type).add(value, chain);
            case Fill.Generated(var value, boolean stored) ->
                chain.call(stored ? "generatedStored" : "generatedVirtual", JavaText.of(value.sql()));
            case Fill.AutoIncrement counted ->
                file.lack(FileCode.title(table, column.name()), "counts in a way that PostgreSQL does not know");
        }
    }
}
