package dev.decant.emit;

import dev.decant.model.Constraint;
import dev.decant.model.MatchType;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.List;

/** A constraint as a field of its table's class. */
final class ConstraintCode {
    private final FileCode file;
    private final Table table;
    private final TableFields fields;

    ConstraintCode(FileCode file, Table table) {
        this.file = file;
        this.table = table;
        this.fields = file.names().fieldsOf(table.name());
    }

    /** The field. */
    Member member(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> member("PrimaryKey", key, primaryKey(key));
            case Constraint.Unique unique -> member("Unique", unique, unique(unique));
            case Constraint.ForeignKey key -> member("ForeignKey", key, foreignKey(key));
            case Constraint.Check check -> member("Check", check, check(check));
            case Constraint.Exclusion exclusion -> member("Exclusion", exclusion, exclusion(exclusion));
        };
    }

    private Member member(String type, Constraint constraint, Chain chain) {
        return new Member(file.dsl(type), fields.part(constraint), chain.comment(constraint.comment()));
    }

    private Chain primaryKey(Constraint.PrimaryKey key) {
        if (!key.equals(new Constraint.PrimaryKey(key.name(), key.columns(), key.comment()))) {
            lack(key);
        }
        return begin("primaryKey", key, columns(key.columns()));
    }

    private Chain unique(Constraint.Unique unique) {
        boolean plain = new Constraint.Unique(
                        unique.name(),
                        unique.columns(),
                        unique.nullsNotDistinct(),
                        unique.deferral(),
                        unique.comment())
                .equals(unique);
        if (!plain) {
            lack(unique);
        }
        Chain chain = begin("unique", unique, columns(unique.columns()));
        chain.callIf(unique.nullsNotDistinct(), "nullsNotDistinct");
        Deferrals.add(unique.deferral(), chain);
        return chain;
    }

    private Chain foreignKey(Constraint.ForeignKey key) {
        if (!key.deleteColumns().isEmpty() || key.period() || key.notEnforced()) {
            lack(key);
        }
        KeyTarget target = new KeyTarget(file, table, key);
        Chain chain = begin(
                target.isTyped(0) ? "foreignKey" : "foreignKeyAny",
                key,
                List.of(fields.column(key.columns().getFirst()), target.supplier(0)));
        for (int i = 1; i < key.columns().size(); i++) {
            chain.call(
                    target.isTyped(i) ? "and" : "andAny",
                    fields.column(key.columns().get(i)),
                    target.supplier(i));
        }
        chain.callIf(key.match() == MatchType.FULL, "matchFull");
        InlineConstraint.addActions(key, chain);
        return chain.callIf(key.notValid(), "notValid");
    }

    private Chain check(Constraint.Check check) {
        if (check.notEnforced()) {
            lack(check);
        }
        return begin("check", check, List.of(JavaText.of(check.condition().sql())))
                .callIf(check.noInherit(), "noInherit")
                .callIf(check.notValid(), "notValid");
    }

    private Chain exclusion(Constraint.Exclusion exclusion) {
        lack(exclusion);
        return Chain.of("");
    }

    private void lack(Constraint constraint) {
        file.lack("the constraint " + constraint.name() + " of " + table.name(), "is of a kind");
    }

    /** The first call, with the constraint's name where the DSL would give it another. */
    private Chain begin(String method, Constraint constraint, List<String> arguments) {
        List<String> all = new ArrayList<>();
        if (!constraint.name().equals(file.usual().of(table, constraint))) {
            all.add(JavaText.quoted(constraint.name()));
        }
        all.addAll(arguments);
        return Chain.of(method + "(" + String.join(", ", all) + ")");
    }

    private List<String> columns(List<String> names) {
        return names.stream().map(fields::column).toList();
    }
}
