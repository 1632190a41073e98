package dev.decant.sql;

import dev.decant.sql.Mention.Role;
import dev.decant.sql.Mentions.Found;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Renames what a query reads, as a database does in the queries that it keeps: by the tokens alone, so that a query which hides what it
 * reads behind names of its own stays as it is there.
 */
public final class QueryRename {
    private static final Set<String> CLAUSES = Set.of(
            "SELECT",
            "FROM",
            "WHERE",
            "GROUP",
            "HAVING",
            "ORDER",
            "WINDOW",
            "LIMIT",
            "OFFSET",
            "SET",
            "VALUES",
            "RETURNING",
            "UNION",
            "INTERSECT",
            "EXCEPT");

    private final String text;
    private final Syntax syntax;
    private final String schema;
    private final String relation;
    private final List<Token> tokens;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final List<Found> mentions;
    private final Set<String> qualifiers = new HashSet<>();
    private boolean mentioned;
    private boolean qualifies;

    private QueryRename(String text, String schema, String relation, Syntax syntax) {
        this.text = text;
        this.syntax = syntax;
        this.schema = schema;
        this.relation = relation;
        tokens = Lexer.code(text, syntax);
        for (int i = 0; i < tokens.size(); i++) {
            places.put(tokens.get(i).start(), i);
        }
        mentions = Mentions.in(text, syntax);
        mentions.stream()
                .filter(found -> isRelation(found) && found.names().size() == 2)
                .forEach(this::note);
    }

    /**
     * The text once a thing is called otherwise: its name in full, and in front of columns where it has no other name.
     *
     * @param schema the namespace before
     * @param name the name before
     * @param newSchema the namespace after
     * @param newName the name after
     */
    public static String relation(
            String text, String schema, String name, String newSchema, String newName, Syntax syntax) {
        QueryRename rename = new QueryRename(text, schema, name, syntax);
        return rename.mentioned ? rename.withRelation(newSchema, newName) : text;
    }

    /**
     * The text once a column of a relation is called otherwise; what shows the column under its own name shows it under that name still.
     *
     * @param aliases further names of the relation in this text
     */
    public static String column(
            String text, String schema, String relation, String from, String to, Set<String> aliases, Syntax syntax) {
        QueryRename rename = new QueryRename(text, schema, relation, syntax);
        rename.qualifiers.addAll(aliases);
        return rename.mentioned || !aliases.isEmpty() ? rename.withColumn(from, to) : text;
    }

    /** Whether the path begins with the relation's name in full. */
    private boolean isRelation(Found found) {
        List<String> path = found.mention().path();
        return path.size() > 1 && same(path.get(0), schema) && same(path.get(1), relation);
    }

    private boolean same(String one, String other) {
        return syntax.folding().same(one, other);
    }

    /** Takes down what the relation is called where it is read: by its own name, or by the one that stands behind. */
    private void note(Found found) {
        mentioned = true;
        int next = placeOf(found.names().getLast()) + 1;
        if (next < tokens.size() && tokens.get(next).isWord("AS")) {
            next++;
        }
        boolean aliased = next < tokens.size()
                && tokens.get(next).isName()
                && !(tokens.get(next).kind() == Token.Kind.WORD
                        && syntax.keywords().isReserved(tokens.get(next).text()));
        qualifies |= !aliased;
        qualifiers.add(aliased ? tokens.get(next).nameIn(syntax) : relation);
    }

    private int placeOf(Token token) {
        return places.getOrDefault(token.start(), 0);
    }

    private String withRelation(String newSchema, String newName) {
        Rewriter rewriter = new Rewriter(text, syntax);
        for (Found found : mentions) {
            if (isRelation(found)) {
                rewriter.replace(found.names().get(0), newSchema);
                rewriter.replace(found.names().get(1), newName);
            } else if (found.names().size() == 2
                    && qualifies
                    && same(found.mention().path().getFirst(), relation)) {
                rewriter.replace(found.names().get(0), newName);
            }
        }
        return rewriter.text();
    }

    private String withColumn(String from, String to) {
        boolean alone = mentioned && mentions.stream().noneMatch(this::isOfAnother);
        Set<Integer> shown = shown();
        Rewriter rewriter = new Rewriter(text, syntax);
        for (Found found : mentions) {
            List<String> path = found.mention().path();
            boolean bare = path.size() == 1 && alone && found.mention().role() == Role.NAME;
            boolean qualified = path.size() == 2 && qualifiers.contains(path.getFirst());
            boolean whole = path.size() == 3 && isRelation(found);
            if ((bare || qualified || whole) && same(found.mention().name(), from)) {
                rewriter.replace(found.names().getLast(), to);
                if (shown.contains(placeOf(found.names().getLast()))) {
                    rewriter.add(" AS " + syntax.name(from));
                }
            }
        }
        return rewriter.text();
    }

    /** Whether it is qualified by something else than the relation, so that a bare name may be a column of that. */
    private boolean isOfAnother(Found found) {
        List<String> path = found.mention().path();
        return path.size() > 1
                && found.mention().role() == Role.NAME
                && !isRelation(found)
                && !qualifiers.contains(path.getFirst());
    }

    /** The places of names that are an element of what a query shows, to their end. */
    private Set<Integer> shown() {
        Set<Integer> shown = new HashSet<>();
        Deque<String> clauses = new ArrayDeque<>(List.of(""));
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String word = token.kind() == Token.Kind.WORD ? token.text().toUpperCase(Locale.ROOT) : "";
            if (token.isSign("(")) {
                clauses.push("");
            } else if (token.isSign(")") && clauses.size() > 1) {
                clauses.pop();
            } else if (CLAUSES.contains(word)) {
                clauses.pop();
                clauses.push(word);
            } else if (clauses.element().equals("SELECT") && token.isName() && begins(i) && ends(endOfPath(i))) {
                shown.add(endOfPath(i));
            }
        }
        return shown;
    }

    private boolean begins(int i) {
        Token before = tokens.get(Math.max(0, i - 1));
        return before.isSign(",") || before.isWord("SELECT") || before.isWord("DISTINCT") || before.isWord("ALL");
    }

    private int endOfPath(int i) {
        int end = i;
        while (end + 2 < tokens.size()
                && tokens.get(end + 1).isSign(".")
                && tokens.get(end + 2).isName()) {
            end += 2;
        }
        return end;
    }

    private boolean ends(int i) {
        if (i + 1 >= tokens.size()) {
            return true;
        }
        Token after = tokens.get(i + 1);
        return after.isSign(",")
                || after.isSign(")")
                || after.kind() == Token.Kind.WORD
                        && CLAUSES.contains(after.text().toUpperCase(Locale.ROOT));
    }
}
