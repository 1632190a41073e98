package dev.decant.sql;

import dev.decant.sql.Token.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes one script apart; reads it once, and no further than what is asked for. */
final class Splitter implements Iterator<ScriptPart> {
    private final Lexer lexer;
    private final Syntax syntax;
    private final DirectiveKeys keys;
    private final ScriptParts script = new ScriptParts();
    private final List<Token> comments = new ArrayList<>();
    private @Nullable OpenStatement statement;
    /** The last line that holds something other than white space. */
    private int busyLine;

    Splitter(Iterator<String> pieces, Syntax syntax, DirectiveKeys keys) {
        this.lexer = Lexer.ofScript(pieces, syntax);
        this.syntax = syntax;
        this.keys = keys;
    }

    @Override
    public boolean hasNext() {
        while (script.isEmpty() && lexer.hasNext()) {
            Token token = lexer.next();
            if (token.kind() != Kind.WHITESPACE) {
                read(token);
                busyLine = lexer.line();
            }
        }
        if (script.isEmpty()) {
            end();
        }
        return !script.isEmpty();
    }

    @Override
    public ScriptPart next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the script has no more parts");
        }
        return script.take();
    }

    private void end() {
        if (statement != null) {
            finish(statement.requireComplete());
        }
        script.endSection();
    }

    private void read(Token token) {
        switch (token.kind()) {
            case COMMENT -> readComment(token);
            case CLIENT_COMMAND -> refuseUnlessDelimiter(token);
            case TERMINATOR -> readTerminator(token);
            case WORD, QUOTED_NAME, STRING, NUMBER, OPERATOR, PUNCTUATION, PARAMETER, CONDITIONAL_COMMENT, OTHER ->
                readCode(token);
            case WHITESPACE -> throw new IllegalArgumentException("white space says nothing");
        }
    }

    private void readComment(Token token) {
        Optional<Directive> directive = Directive.of(token, keys);
        if (directive.isPresent()) {
            place(directive.get(), token);
        } else if (statement == null) {
            boolean trails = token.line() == busyLine
                    && comments.isEmpty()
                    && !token.text().startsWith("/*");
            if (!trails || !script.addToLastComment(token)) {
                script.release();
                comments.add(token);
            }
        }
    }

    private void place(Directive directive, Token token) {
        if (statement != null) {
            throw new SqlSyntaxException(
                    SqlProblem.MISPLACED_DIRECTIVE,
                    directive.line(),
                    directive.column(),
                    "this directive stands inside the statement that begins on line " + statement.line(),
                    "put it before that statement, or end the statement with a semicolon first");
        }
        if (directive.line() == busyLine) {
            throw directive.problem(SqlProblem.MALFORMED_DIRECTIVE);
        }
        if (keys.headings().contains(directive.key())) {
            script.begin(directive);
        } else if (keys.statements().contains(directive.key())) {
            script.call(directive, token, takeComments());
        } else {
            script.add(directive);
        }
    }

    private void refuseUnlessDelimiter(Token token) {
        if (token.text().startsWith("\\")) {
            String command = token.text().split("\\s", 2)[0];
            throw new SqlSyntaxException(
                    SqlProblem.CLIENT_COMMAND,
                    token.line(),
                    token.column(),
                    command + " is a command to a client program, not SQL",
                    SqlProblem.CLIENT_COMMAND.remedy());
        }
    }

    private void readTerminator(Token token) {
        if (statement == null) {
            return;
        }
        if (statement.isEndedBy(token)) {
            finish(statement);
        } else {
            statement.read(token);
        }
    }

    private void readCode(Token token) {
        if (statement == null) {
            script.release();
            statement = new OpenStatement(token, Body.in(syntax));
            lexer.keepFrom(token.start());
        }
        statement.read(token);
    }

    private void finish(OpenStatement finished) {
        String text = lexer.between(finished.first().start(), finished.end());
        script.add(text, takeComments(), finished.first());
        statement = null;
        lexer.keepNothing();
    }

    private String takeComments() {
        String comment = comments.stream().map(Token::text).collect(Collectors.joining("\n"));
        comments.clear();
        return comment;
    }
}
