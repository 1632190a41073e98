package dev.decant.dsl;

/** What makes a text a name that a database can keep. */
final class NameRules {
    private NameRules() {}

    /** Reports to its class a name that is empty, too long, or holds what none can hold. */
    static boolean check(String name, String what, SourceLine line, Definition definition) {
        DatabaseKind database = definition.database();
        if (name.isEmpty()) {
            definition.report(Problem.NAME, line, "the name of the " + what + " is empty", "give it a name");
            return false;
        }
        if (name.indexOf('\0') >= 0) {
            String shown = name.replace("\0", "\\0");
            definition.report(
                    Problem.NAME, line, "the name %s of the %s holds U+0000".formatted(shown, what), "leave it away");
            return false;
        }
        int bytes = DatabaseKind.bytes(name);
        if (bytes > database.nameBytes()) {
            definition.report(
                    Problem.NAME,
                    line,
                    "the name %s of the %s has %d bytes, and %s keeps %d"
                            .formatted(name, what, bytes, database.title(), database.nameBytes()),
                    "give it a shorter name");
            return false;
        }
        return true;
    }
}
