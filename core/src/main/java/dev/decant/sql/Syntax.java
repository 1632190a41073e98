package dev.decant.sql;

import java.util.EnumSet;
import java.util.Set;

/**
 * How the SQL of one dialect is written: what it quotes with, how it folds names, which words are reserved.
 *
 * @param name what people call the dialect, for messages
 * @param quote the character around a quoted name
 * @param folding what happens to the letter case of an unquoted name
 * @param keywords the words that need quotes to be a name
 * @param features the lexical habits that the dialect has
 */
public record Syntax(String name, char quote, Folding folding, Keywords keywords, Set<Feature> features) {
    /** PostgreSQL 14 and later with {@code standard_conforming_strings} on, the default: the manual's chapter 4.1. */
    public static final Syntax POSTGRESQL = new Syntax(
            "PostgreSQL",
            '"',
            Folding.LOWER,
            PostgresqlKeywords.KEYWORDS,
            EnumSet.of(
                    Feature.DOLLAR_QUOTES,
                    Feature.NESTED_COMMENTS,
                    Feature.ESCAPE_STRINGS,
                    Feature.UNICODE_QUOTES,
                    Feature.BIT_STRINGS,
                    Feature.HEX_STRINGS,
                    Feature.NATIONAL_STRINGS,
                    Feature.CARRIAGE_RETURN_ENDS_COMMENT,
                    Feature.CUSTOM_OPERATORS,
                    Feature.NUMBERED_PARAMETERS,
                    Feature.BACKSLASH_COMMANDS,
                    Feature.ATOMIC_BODIES));

    /** SQLite 3: its tokenizer, tokenize.c. */
    public static final Syntax SQLITE = new Syntax(
            "SQLite",
            '"',
            Folding.PRESERVE,
            SqliteKeywords.KEYWORDS,
            EnumSet.of(
                    Feature.HEX_STRINGS,
                    Feature.BACKTICK_NAMES,
                    Feature.BRACKET_NAMES,
                    Feature.OPEN_COMMENT_ENDS_WITH_TEXT,
                    Feature.QUESTION_PARAMETERS,
                    Feature.NAMED_PARAMETERS,
                    Feature.TRIGGER_BODIES));

    /** MySQL 8 and later and MariaDB, with neither ANSI_QUOTES nor NO_BACKSLASH_ESCAPES in {@code sql_mode}. */
    public static final Syntax MYSQL = new Syntax(
            "MySQL",
            '`',
            Folding.PRESERVE,
            MysqlKeywords.KEYWORDS,
            EnumSet.of(
                    Feature.BACKSLASH_ESCAPES,
                    Feature.BIT_STRINGS,
                    Feature.HEX_STRINGS,
                    Feature.NATIONAL_STRINGS,
                    Feature.BACKTICK_NAMES,
                    Feature.DOUBLE_QUOTED_STRINGS,
                    Feature.DIGIT_NAMES,
                    Feature.HASH_COMMENTS,
                    Feature.DASH_COMMENT_NEEDS_BLANK,
                    Feature.CONDITIONAL_COMMENTS,
                    Feature.QUESTION_PARAMETERS,
                    Feature.AT_VARIABLES,
                    Feature.BACKSLASH_COMMANDS,
                    Feature.DELIMITER_COMMAND,
                    Feature.COMPOUND_BODIES));

    public Syntax {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a syntax needs the name of its dialect");
        }
        if (quote != '"' && quote != '`') {
            throw new IllegalArgumentException("names are quoted with \" or `, not with " + quote);
        }
        features = Set.copyOf(features);
    }

    /** Whether the dialect has this lexical habit. */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** The name as it is written in SQL: as it is, or quoted when it would not survive as it is. */
    public String name(String local) {
        return needsQuotes(local) ? quoted(local) : local;
    }

    /** The name with its schema before it, unless that is empty. */
    public String name(String schema, String local) {
        return schema.isEmpty() ? name(local) : name(schema) + "." + name(local);
    }

    /** The name in quotes, needed or not. */
    public String quoted(String local) {
        requireStorable(local, "a name");
        String one = String.valueOf(quote);
        return one + local.replace(one, one + one) + one;
    }

    /** Whether the name must be quoted: a keyword, folded letters, an odd character, a leading digit, nothing at all. */
    public boolean needsQuotes(String local) {
        if (local.isEmpty() || isDigit(local.charAt(0)) || keywords.needsQuotes(local)) {
            return true;
        }
        return !local.chars().allMatch(this::isPlain);
    }

    /** The text as a string literal. */
    public String literal(String text) {
        requireStorable(text, "a string");
        String escaped = has(Feature.BACKSLASH_ESCAPES) ? text.replace("\\", "\\\\") : text;
        return "'" + escaped.replace("'", "''") + "'";
    }

    /** The text of an SQL body (of a function, of a DO) as a literal that stays readable where the dialect can. */
    public String body(String text) {
        if (!has(Feature.DOLLAR_QUOTES)) {
            return literal(text);
        }
        requireStorable(text, "a string");
        String tag = bodyTag(text);
        return tag + text + tag;
    }

    private static String bodyTag(String text) {
        String tag = "$$";
        // the body must not hold the tag, nor end in a way that completes it early
        for (int attempt = 0; (text + "$").contains(tag); attempt++) {
            tag = attempt == 0 ? "$body$" : "$body" + attempt + "$";
        }
        return tag;
    }

    private boolean isPlain(int character) {
        return character >= 'a' && character <= 'z'
                || character == '_'
                || isDigit((char) character)
                || folding == Folding.PRESERVE && character >= 'A' && character <= 'Z';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private void requireStorable(String text, String what) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(name + " cannot hold the character U+0000 in " + what);
        }
    }
}
