package dev.decant.sql;

/** One lexical habit that some dialects have and others lack; a {@link Syntax} is a set of them. */
public enum Feature {
    /** {@code $tag$ ... $tag$} is a string. */
    DOLLAR_QUOTES,
    /** A block comment may hold block comments. */
    NESTED_COMMENTS,
    /** {@code E'...'} is a string in which a backslash escapes. */
    ESCAPE_STRINGS,
    /** A backslash escapes in every string. */
    BACKSLASH_ESCAPES,
    /** {@code U&'...'} is a string and {@code U&"..."} is a name. */
    UNICODE_QUOTES,
    /** {@code B'...'} is a string of bits. */
    BIT_STRINGS,
    /** {@code X'...'} is a string of hexadecimal digits. */
    HEX_STRINGS,
    /** {@code N'...'} is a string of the national character set. */
    NATIONAL_STRINGS,
    /** {@code `...`} is a quoted name. */
    BACKTICK_NAMES,
    /** {@code [...]} is a quoted name. */
    BRACKET_NAMES,
    /** {@code "..."} is a string, not a name. */
    DOUBLE_QUOTED_STRINGS,
    /** An unquoted name may begin with a digit. */
    DIGIT_NAMES,
    /** {@code #} begins a comment that ends with the line. */
    HASH_COMMENTS,
    /** {@code --} begins a comment only when a blank, a control character or the end of the text follows. */
    DASH_COMMENT_NEEDS_BLANK,
    /** A lone carriage return ends a line comment, as a line feed does. */
    CARRIAGE_RETURN_ENDS_COMMENT,
    /** A block comment that reaches the end of the text is complete. */
    OPEN_COMMENT_ENDS_WITH_TEXT,
    /** The text in {@code /*! ... *}{@code /} and {@code /*+ ... *}{@code /} is obeyed, so it is no comment. */
    CONDITIONAL_COMMENTS,
    /** Any run of operator characters is an operator, since users may define their own. */
    CUSTOM_OPERATORS,
    /** {@code $1} is a parameter. */
    NUMBERED_PARAMETERS,
    /** {@code ?} and {@code ?1} are parameters. */
    QUESTION_PARAMETERS,
    /** {@code :name}, {@code @name} and {@code $name} are parameters. */
    NAMED_PARAMETERS,
    /** {@code @name} and {@code @@name} are variables. */
    AT_VARIABLES,
    /** A backslash outside quotes begins a command to the client program, which no server understands. */
    BACKSLASH_COMMANDS,
    /** A line {@code DELIMITER x} tells the client program what ends a statement from here on. */
    DELIMITER_COMMAND,
    /** The body of a routine may be {@code BEGIN ATOMIC ...; ...; END}. */
    ATOMIC_BODIES,
    /** The body of a trigger is {@code BEGIN ...; ...; END}, with nothing nested. */
    TRIGGER_BODIES,
    /** The body of a routine, trigger or event is one statement, which may nest blocks, branches and loops. */
    COMPOUND_BODIES
}
