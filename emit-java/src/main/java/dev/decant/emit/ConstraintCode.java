package dev.decant.emit;

import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.MatchType;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
            case Constraint.Exclusion exclusion -> member("PgExclusion", exclusion, exclusion(exclusion));
        };
    }

    private Member member(String type, Constraint constraint, Chain chain) {
        return new Member(file.dsl(type), fields.part(constraint), chain.comment(constraint.comment()));
    }

    private Chain primaryKey(Constraint.PrimaryKey key) {
        Chain chain = begin("primaryKey", key, columns(key.columns()));
        chain.callIf(key.withoutOverlaps(), "withoutOverlaps");
        addIndex(key.include(), key.storage(), "with", chain);
        Deferrals.add(key.deferral(), chain);
        return chain;
    }

    private Chain unique(Constraint.Unique unique) {
        Chain chain = begin("unique", unique, columns(unique.columns()));
        chain.callIf(unique.nullsNotDistinct(), "nullsNotDistinct");
        chain.callIf(unique.withoutOverlaps(), "withoutOverlaps");
        addIndex(unique.include(), unique.storage(), "with", chain);
        Deferrals.add(unique.deferral(), chain);
        return chain;
    }

    /** What is said of the index of a constraint. */
    private void addIndex(List<String> include, Map<String, String> storage, String word, Chain chain) {
        if (!include.isEmpty()) {
            chain.call("include", columns(include).toArray(String[]::new));
        }
        storage.forEach((option, value) -> chain.call(word, JavaText.quoted(option), JavaText.value(value)));
    }

    private Chain foreignKey(Constraint.ForeignKey key) {
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
        chain.callIf(key.period(), "period");
        InlineConstraint.addActions(key, chain);
        if (!key.deleteColumns().isEmpty()) {
            chain.call("settingOnly", columns(key.deleteColumns()).toArray(String[]::new));
        }
        return addEnforcement(key.enforcement(), chain);
    }

    private Chain check(Constraint.Check check) {
        Chain chain = begin(
                        "check", check, List.of(JavaText.of(check.condition().sql())))
                .callIf(check.noInherit(), "noInherit");
        return addEnforcement(check.enforcement(), chain);
    }

    private static Chain addEnforcement(Enforcement enforcement, Chain chain) {
        return switch (enforcement) {
            case ENFORCED -> chain;
            case NOT_VALID -> chain.call("notValid");
            case NOT_ENFORCED -> chain.call("notEnforced");
        };
    }

    private Chain exclusion(Constraint.Exclusion exclusion) {
        Chain chain = begin("exclusion", exclusion, List.of());
        if (!exclusion.method().equals("gist")) {
            chain.call("using", JavaText.quoted(exclusion.method()));
        }
        IndexCode keys = new IndexCode(file, table);
        exclusion
                .elements()
                .forEach(element -> chain.call("with", keys.key(element.key()), JavaText.quoted(element.operator())));
        exclusion.predicate().ifPresent(rows -> chain.call("where", JavaText.of(rows.sql())));
        addIndex(exclusion.include(), exclusion.storage(), "option", chain);
        Deferrals.add(exclusion.deferral(), chain);
        return chain;
    }

    /** The first call, with the constraint's name where the DSL would give it another. */
    private Chain begin(String method, Constraint constraint, List<String> arguments) {
        List<String> all = new ArrayList<>();
        if (!file.isUsual(table, constraint)) {
            all.add(JavaText.quoted(constraint.name()));
        }
        all.addAll(arguments);
        return Chain.ofCall(method, all.toArray(String[]::new));
    }

    private List<String> columns(List<String> names) {
        return names.stream().map(fields::column).toList();
    }
}
