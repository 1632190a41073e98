package dev.decant.sql;

/** A text of SQL that cannot be taken apart: what is wrong, where, and what to do about it. */
public final class SqlSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SqlProblem problem;
    private final int line;
    private final int column;
    private final String what;
    private final String remedy;

    /**
     * @param line from 1
     * @param column from 1
     * @param what what is wrong, without the place
     * @param remedy what the reader can do about it
     */
    public SqlSyntaxException(SqlProblem problem, int line, int column, String what, String remedy) {
        super(problem.code() + " line " + line + ", column " + column + ": " + what + "; " + remedy);
        this.problem = problem;
        this.line = line;
        this.column = column;
        this.what = what;
        this.remedy = remedy;
    }

    /** The problem in its own words. */
    public SqlSyntaxException(SqlProblem problem, int line, int column) {
        this(problem, line, column, problem.what(), problem.remedy());
    }

    public SqlProblem problem() {
        return problem;
    }

    /** The stable code, {@code DCT-nnn}. */
    public String code() {
        return problem.code();
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** What is wrong, without the place. */
    public String what() {
        return what;
    }

    /** What the reader can do about it. */
    public String remedy() {
        return remedy;
    }
}
