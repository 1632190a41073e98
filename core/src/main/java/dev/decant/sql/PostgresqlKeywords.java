package dev.decant.sql;

/**
 * The keywords of PostgreSQL 14 to 18 that need quotes: the manual's appendix C.
 *
 * <p>The server's own {@code quote_identifier} (ruleutils.c) quotes every keyword that is not "unreserved". Doing
 * the same makes our text read like what the server prints back.
 */
final class PostgresqlKeywords {
    /** "Reserved" and "reserved (can be function or type)", and BETWEEN, which an expression uses as an operator. */
    private static final String RESERVED = """
            all analyse analyze and any array as asc asymmetric authorization between binary both case cast check
            collate collation column concurrently constraint create cross current_catalog current_date current_role
            current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
            except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into
            is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on
            only or order outer overlaps placing primary references returning right select session_user similar some
            symmetric system_user table tablesample then to trailing true union unique user using variadic verbose
            when where window with
            """;

    /** "Non-reserved (cannot be function or type)". */
    private static final String SPECIAL = """
            bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping inout int
            integer interval json json_array json_arrayagg json_exists json_object json_objectagg json_query
            json_scalar json_serialize json_table json_value least merge_action national nchar none normalize nullif
            numeric out overlay position precision real row setof smallint substring time timestamp treat trim values
            varchar xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
            xmlserialize xmltable
            """;

    /** Of those that can be functions, the ones behind which no parenthesis means anything else. */
    private static final String CALLABLE =
            "authorization binary concurrently freeze full inner is isnull left natural notnull outer right similar verbose";

    static final Keywords KEYWORDS = Keywords.of(RESERVED, SPECIAL, CALLABLE);

    private PostgresqlKeywords() {}
}
