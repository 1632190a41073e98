package dev.decant.workflow;

import dev.decant.journal.HeldText;
import dev.decant.journal.Journal;
import dev.decant.journal.Migration;
import dev.decant.journal.SqlText;
import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
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
            SqlText text = migration.up().content();
            if (mayCreate(text)) {
                addTo(names, new Lexer(text.pieces(), syntax), syntax);
            }
        }
        return names;
    }

    /** Most texts do not; one that is not held is read once for all. */
    private static boolean mayCreate(SqlText text) {
        return !(text instanceof HeldText held)
                || held.whole().toLowerCase(Locale.ROOT).contains("extension");
    }

    /** What follows the words CREATE EXTENSION. */
    private static void addTo(Set<String> names, Lexer lexer, Syntax syntax) {
        boolean creates = false;
        boolean named = false;
        while (lexer.hasNext()) {
            Token token = lexer.next();
            if (named && token.isName() && PASSED_OVER.stream().noneMatch(token::isWord)) {
                names.add(token.nameIn(syntax));
                named = false;
            } else if (token.isCode()) {
                named = named || creates && token.isWord("extension");
                creates = token.isWord("create");
            }
        }
    }
}
