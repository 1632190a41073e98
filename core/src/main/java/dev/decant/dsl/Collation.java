package dev.decant.dsl;

/** An order in which text is sorted. */
public final class Collation extends QualifiedObject<Collation> {
    private String provider = "libc";
    private String collate = "";
    private String ctype = "";
    private String rules = "";
    private boolean deterministic = true;

    Collation(String name) {
        super(name);
    }

    @Override
    Collation self() {
        return this;
    }

    /** Takes the order from ICU: {@code de-u-co-phonebk}. */
    public Collation icu(String locale) {
        return of("icu", locale, "");
    }

    /** Takes the order from the operating system: {@code de_DE.utf8}. */
    public Collation libc(String locale) {
        return of("libc", locale, "");
    }

    /** Takes the order, and what letters are, from two locales of the operating system. */
    public Collation libc(String collateLocale, String ctypeLocale) {
        return of("libc", collateLocale, ctypeLocale);
    }

    /** Takes the order from the server itself: {@code C.UTF-8} (PostgreSQL 17). */
    public Collation builtin(String locale) {
        return of("builtin", locale, "");
    }

    private Collation of(String who, String order, String letters) {
        provider = who;
        collate = order;
        ctype = letters;
        return this;
    }

    /** Takes texts for equal that differ in bytes only. */
    public Collation nondeterministic() {
        deterministic = false;
        return this;
    }

    /** Sorts otherwise than the locale by these rules of ICU (PostgreSQL 16). */
    public Collation rules(String icuRules) {
        rules = icuRules;
        return this;
    }

    @Override
    dev.decant.model.collation.Collation build(PgSchema holder, String field, Targets targets) {
        return new dev.decant.model.collation.Collation(
                name(field, holder), provider, collate, ctype, deterministic, rules, comment());
    }
}
