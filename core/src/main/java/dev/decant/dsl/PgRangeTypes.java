package dev.decant.dsl;

import java.util.Optional;

/** PostgreSQL's types of ranges, and of sets of them. */
abstract sealed class PgRangeTypes extends PgShapeTypes permits PgCatalogueTypes {
    PgRangeTypes(Optional<String> schema, Optional<String> name) {
        super(schema, name);
    }

    /** Ranges of {@code integer}. */
    protected final PgColumn<String> int4range() {
        return column("int4range");
    }

    /** Sets of ranges of {@code integer}. */
    protected final PgColumn<String> int4multirange() {
        return column("int4multirange");
    }

    /** Ranges of {@code bigint}. */
    protected final PgColumn<String> int8range() {
        return column("int8range");
    }

    /** Sets of ranges of {@code bigint}. */
    protected final PgColumn<String> int8multirange() {
        return column("int8multirange");
    }

    /** Ranges of {@code numeric}. */
    protected final PgColumn<String> numrange() {
        return column("numrange");
    }

    /** Sets of ranges of {@code numeric}. */
    protected final PgColumn<String> nummultirange() {
        return column("nummultirange");
    }

    /** Ranges of {@code timestamp}. */
    protected final PgColumn<String> tsrange() {
        return column("tsrange");
    }

    /** Sets of ranges of {@code timestamp}. */
    protected final PgColumn<String> tsmultirange() {
        return column("tsmultirange");
    }

    /** Ranges of {@code timestamptz}. */
    protected final PgColumn<String> tstzrange() {
        return column("tstzrange");
    }

    /** Sets of ranges of {@code timestamptz}. */
    protected final PgColumn<String> tstzmultirange() {
        return column("tstzmultirange");
    }

    /** Ranges of {@code date}. */
    protected final PgColumn<String> daterange() {
        return column("daterange");
    }

    /** Sets of ranges of {@code date}. */
    protected final PgColumn<String> datemultirange() {
        return column("datemultirange");
    }
}
