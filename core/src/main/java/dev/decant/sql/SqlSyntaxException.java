package dev.decant.sql;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;

/** Thrown when a text of SQL cannot be taken apart; says where, so that an editor can go there. */
public final class SqlSyntaxException extends DecantException {
    private static final long serialVersionUID = 1L;

    private final SqlProblem problem;
    private final int line;
    private final int column;

    /** The problem in its own words, at this line and column, both from 1. */
    SqlSyntaxException(SqlProblem problem, int line, int column) {
        this(problem, line, column, problem.what(), problem.remedy());
    }

    /** The problem in more precise words. */
    SqlSyntaxException(SqlProblem problem, int line, int column, String what, String remedy) {
        this(
                problem,
                line,
                column,
                Failure.of(problem.code(), what)
                        .at("line " + line + ", column " + column)
                        .next(remedy));
    }

    private SqlSyntaxException(SqlProblem problem, int line, int column, Failure failure) {
        super(failure);
        this.problem = problem;
        this.line = line;
        this.column = column;
    }

    /** The same, for the reader of this file: the place becomes {@code file:line:column}. */
    public SqlSyntaxException in(String file) {
        Failure failure = failures().getFirst().at(file + ":" + line + ":" + column);
        return new SqlSyntaxException(problem, line, column, failure);
    }

    /** What kind of problem it is. */
    public SqlProblem problem() {
        return problem;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The place in the line, in code points from 1. */
    public int column() {
        return column;
    }
}
