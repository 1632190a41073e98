package dev.decant.sql;

/** A statement of which the end is not yet read. */
final class OpenStatement {
    private final Token first;
    private final Body body;
    private Token last;
    private int depth;

    OpenStatement(Token first, Body body) {
        this.first = first;
        this.last = first;
        this.body = body;
    }

    Token first() {
        return first;
    }

    int line() {
        return first.line();
    }

    /** Where its text ends in the script. */
    int end() {
        return last.end();
    }

    void read(Token token) {
        refuseCopy(token);
        if (token.isSign("(")) {
            depth++;
        } else if (token.isSign(")") && depth > 0) {
            depth--;
        }
        body.read(token, depth);
        last = token;
    }

    /** Rows that follow COPY ... FROM STDIN would be read as SQL. */
    private void refuseCopy(Token token) {
        if (depth == 0 && first.isWord("COPY") && last.isWord("FROM") && token.isWord("STDIN")) {
            throw new SqlSyntaxException(SqlProblem.COPY_FROM_STDIN, token.line(), token.column());
        }
    }

    /** A delimiter that the script chose ends a statement wherever it stands, as in MySQL's client. */
    boolean isEndedBy(Token terminator) {
        return !terminator.text().equals(";") || depth == 0 && !body.isOpen();
    }

    OpenStatement requireComplete() {
        if (body.isOpen()) {
            throw new SqlSyntaxException(SqlProblem.UNTERMINATED_BODY, first.line(), first.column());
        }
        return this;
    }
}
