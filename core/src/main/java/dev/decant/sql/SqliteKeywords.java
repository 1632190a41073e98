package dev.decant.sql;

/** The keywords of SQLite (lang_keywords.html), parted by what its parser lets stand as a name without quotes. */
final class SqliteKeywords {
    /** Words that the parser refuses as a column, and words that have a meaning of their own in an expression. */
    private static final String RESERVED = """
            add all alter and as asc autoincrement between by case cast check collate commit constraint create
            current_date current_time current_timestamp default deferrable delete desc distinct drop else end escape
            except exists filter foreign from glob group having if in index indexed insert intersect into is isnull
            join like limit match not nothing notnull null offset on or order over primary raise references regexp
            returning select set table then to transaction union unique update using values when where
            """;

    /** Words that the parser takes for a name where nothing else fits; TRUE and FALSE are constants where no column has their name. */
    private static final String SPECIAL = """
            abort action after always analyze attach before begin cascade column conflict cross current database
            deferred detach do each exclude exclusive explain fail false first following for full generated groups ignore
            immediate initially inner instead key last left materialized natural no nulls of others outer partition
            plan pragma preceding query range recursive reindex release rename replace restrict right rollback row
            rows savepoint temp temporary ties trigger true unbounded vacuum view virtual window with within without
            """;

    static final Keywords KEYWORDS = Keywords.of(RESERVED, SPECIAL);

    private SqliteKeywords() {}
}
