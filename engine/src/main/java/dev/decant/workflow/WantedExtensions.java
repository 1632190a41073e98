package dev.decant.workflow;

import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The extensions that migrations create, by changes or by SQL that somebody wrote, so that an embedded server can have them. */
final class WantedExtensions {
    private static final Set<String> PASSED_OVER = Set.of("if", "not", "exists");

    private WantedExtensions() {}

    static Set<String> of(Journal journal) {
        Syntax syntax = journal.dialect().syntax();
        Set<String> names = new TreeSet<>();
        for (Migration migration : journal.migrations()) {
            if (migration.up().text().toLowerCase(Locale.ROOT).contains("extension")) {
                addTo(names, Lexer.code(migration.up().text(), syntax), syntax);
            }
        }
        return names;
    }

    /** What follows the words CREATE EXTENSION. */
    private static void addTo(Set<String> names, List<Token> code, Syntax syntax) {
        for (int i = 1; i < code.size(); i++) {
            if (code.get(i).isWord("extension") && code.get(i - 1).isWord("create")) {
                code.stream()
                        .skip(i + 1L)
                        .filter(token -> token.isName() && PASSED_OVER.stream().noneMatch(token::isWord))
                        .findFirst()
                        .ifPresent(token -> names.add(token.nameIn(syntax)));
            }
        }
    }
}
