package dev.decant.emit;

import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.domain.Domain;

/** Domains. */
final class DomainCode implements ObjectCode<Domain> {
    @Override
    public Class<Domain> type() {
        return Domain.class;
    }

    @Override
    public String className() {
        return "Types";
    }

    @Override
    public String fieldType() {
        return "Domain";
    }

    @Override
    public Chain chain(Domain domain, String field, FileCode file) {
        Chain chain = ObjectNames.begin(
                "domain", domain.name(), field, JavaText.quoted(domain.type().toString()));
        domain.collation().ifPresent(collation -> chain.call("collate", JavaText.quoted(collation.toString())));
        domain.fill().ifPresent(sql -> chain.call("defaultSql", JavaText.of(sql.sql())));
        if (domain.nullability().required()) {
            String name = domain.nullability().constraint();
            chain.call("notNull", name.isEmpty() ? "" : JavaText.quoted(name));
        }
        domain.checks().forEach(check -> addCheck(domain, check, chain, file));
        return chain.comment(domain.comment());
    }

    private static void addCheck(Domain domain, Constraint.Check check, Chain chain, FileCode file) {
        String name = JavaText.quoted(check.name());
        String sql = JavaText.of(check.condition().sql());
        boolean notValid = check.enforcement() == Enforcement.NOT_VALID;
        if (notValid && !check.comment().isEmpty()) {
            file.lack("the check " + check.name() + " of the " + domain.key(), "is not valid and has a comment");
        }
        if (notValid) {
            chain.call("checkNotValid", name, sql);
        } else if (!check.comment().isEmpty()) {
            chain.call("check", name, sql, JavaText.of(check.comment()));
        } else if (check.name().equals(file.usual().ofCheck(domain.name()))) {
            chain.call("check", sql);
        } else {
            chain.call("check", name, sql);
        }
    }
}
