package dev.decant.sql;

/** What can be wrong with a text of SQL before any server has seen it, each with its stable code and its remedy. */
public enum SqlProblem {
    UNTERMINATED_STRING(
            "DCT-351",
            "the string that begins here never ends",
            "add the closing quote, and double every quote inside"),
    UNTERMINATED_NAME("DCT-352", "the quoted name that begins here never ends", "add the closing quote"),
    UNTERMINATED_COMMENT(
            "DCT-353",
            "the comment that begins here never ends",
            "add the closing */ (where comments nest, each /* needs its own)"),
    UNTERMINATED_DOLLAR_QUOTE(
            "DCT-354",
            "the dollar-quoted string that begins here never ends",
            "add the same $tag$ at its end, letter case included"),
    UNTERMINATED_BODY(
            "DCT-355",
            "the statement that begins here has a body that never ends",
            "end the body with END; (each block, branch and loop inside needs its own)"),
    CLIENT_COMMAND(
            "DCT-356",
            "this is a command to a client program, not SQL",
            "remove the line, or write in SQL what it does"),
    COPY_FROM_STDIN(
            "DCT-357",
            "COPY ... FROM STDIN needs a client program that sends the rows",
            "write the rows as INSERT ... VALUES"),
    UNKNOWN_DIRECTIVE("DCT-358", "this directive is not known", "use a known one, or remove the line"),
    MALFORMED_DIRECTIVE(
            "DCT-359", "a directive has a line of its own and says what it sets", "write it as: -- decant: KEY VALUE"),
    MISPLACED_DIRECTIVE(
            "DCT-360",
            "this directive belongs to no statement",
            "put it on a line before the statement that it is for");

    private final String code;
    private final String what;
    private final String remedy;

    SqlProblem(String code, String what, String remedy) {
        this.code = code;
        this.what = what;
        this.remedy = remedy;
    }

    /** The code that errors, documentation and searches share. */
    public String code() {
        return code;
    }

    /** What is wrong, when nothing more precise can be said. */
    public String what() {
        return what;
    }

    /** What to do about it, when nothing more precise can be said. */
    public String remedy() {
        return remedy;
    }
}
