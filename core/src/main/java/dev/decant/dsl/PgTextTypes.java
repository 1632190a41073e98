package dev.decant.dsl;

import java.util.Optional;
import java.util.UUID;

/** PostgreSQL's types of text, bytes, truth, identifiers and documents. */
abstract sealed class PgTextTypes extends PgNumberTypes permits PgTimeTypes {
    PgTextTypes(Optional<String> schema, Optional<String> name) {
        super(schema, name);
    }

    /** Text of any length. */
    protected final PgColumn<String> text() {
        return column("text");
    }

    /** Text of any length, in the standard's word. */
    protected final PgColumn<String> varchar() {
        return column("character varying");
    }

    /** Text up to so many characters. */
    protected final PgColumn<String> varchar(int length) {
        return column("character varying", positive(length));
    }

    /** One character, padded. */
    protected final PgColumn<String> character() {
        return character(1);
    }

    /** Text of so many characters, padded. */
    protected final PgColumn<String> character(int length) {
        return column("character", positive(length));
    }

    /** Padded text of any length. */
    protected final PgColumn<String> bpchar() {
        return column("bpchar");
    }

    /** Names inside the database: text up to 63 bytes. */
    protected final PgColumn<String> name() {
        return column("name");
    }

    /** One byte, as the system catalogue uses it. */
    protected final PgColumn<String> singleByte() {
        return column("\"char\"");
    }

    /** Bytes. */
    protected final PgColumn<byte[]> bytea() {
        return column("bytea");
    }

    /** True or false. */
    protected final PgColumn<Boolean> bool() {
        return column("boolean");
    }

    /** Identifiers of 16 bytes. */
    protected final PgColumn<UUID> uuid() {
        return column("uuid");
    }

    /** JSON as text. */
    protected final PgColumn<String> json() {
        return column("json");
    }

    /** JSON in parsed form. */
    protected final PgColumn<String> jsonb() {
        return column("jsonb");
    }

    /** Paths into JSON. */
    protected final PgColumn<String> jsonpath() {
        return column("jsonpath");
    }

    /** XML. */
    protected final PgColumn<String> xml() {
        return column("xml");
    }

    /** One bit. */
    protected final PgColumn<String> bit() {
        return bit(1);
    }

    /** So many bits. */
    protected final PgColumn<String> bit(int length) {
        return column("bit", positive(length));
    }

    /** Bits, as many as there are. */
    protected final PgColumn<String> varbit() {
        return column("bit varying");
    }

    /** Up to so many bits. */
    protected final PgColumn<String> varbit(int length) {
        return column("bit varying", positive(length));
    }

    /** Documents for text search. */
    protected final PgColumn<String> tsvector() {
        return column("tsvector");
    }

    /** Queries for text search. */
    protected final PgColumn<String> tsquery() {
        return column("tsquery");
    }
}
