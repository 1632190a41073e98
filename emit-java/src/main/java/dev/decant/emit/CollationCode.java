package dev.decant.emit;

import dev.decant.model.collation.Collation;

/** Collations. */
final class CollationCode implements ObjectCode<Collation> {
    @Override
    public Class<Collation> type() {
        return Collation.class;
    }

    @Override
    public String fieldType() {
        return "Collation";
    }

    @Override
    public Chain chain(Collation collation, String field, FileCode file) {
        Chain chain = ObjectNames.begin("collation", collation.name(), field);
        String locale = JavaText.quoted(collation.collate());
        switch (collation.provider()) {
            case "icu", "builtin" -> chain.call(collation.provider(), locale);
            case "libc" -> {
                if (collation.ctype().isEmpty()) {
                    chain.call("libc", locale);
                } else {
                    chain.call("libc", locale, JavaText.quoted(collation.ctype()));
                }
            }
            default -> file.lack("the " + collation.key(), "is of the provider " + collation.provider());
        }
        if (!collation.ctype().isEmpty() && !collation.provider().equals("libc")) {
            file.lack("the " + collation.key(), "has two locales");
        }
        chain.callIf(!collation.deterministic(), "nondeterministic");
        if (!collation.rules().isEmpty()) {
            chain.call("rules", JavaText.of(collation.rules()));
        }
        return chain.comment(collation.comment());
    }
}
