package dev.decant.dsl;

import java.util.Optional;

/** PostgreSQL's types of network addresses and of shapes in a plane. */
abstract sealed class PgShapeTypes extends PgTimeTypes permits PgRangeTypes {
    PgShapeTypes(Optional<String> schema, Optional<String> name) {
        super(schema, name);
    }

    /** Addresses of hosts, perhaps with their network. */
    protected final PgColumn<String> inet() {
        return column("inet");
    }

    /** Addresses of networks. */
    protected final PgColumn<String> cidr() {
        return column("cidr");
    }

    /** Addresses of devices, of six bytes. */
    protected final PgColumn<String> macaddr() {
        return column("macaddr");
    }

    /** Addresses of devices, of eight bytes. */
    protected final PgColumn<String> macaddr8() {
        return column("macaddr8");
    }

    /** Points of a plane. */
    protected final PgColumn<String> point() {
        return column("point");
    }

    /** Infinite lines. */
    protected final PgColumn<String> line() {
        return column("line");
    }

    /** Segments of lines. */
    protected final PgColumn<String> lseg() {
        return column("lseg");
    }

    /** Rectangles. */
    protected final PgColumn<String> box() {
        return column("box");
    }

    /** Open or closed paths. */
    protected final PgColumn<String> path() {
        return column("path");
    }

    /** Polygons. */
    protected final PgColumn<String> polygon() {
        return column("polygon");
    }

    /** Circles. */
    protected final PgColumn<String> circle() {
        return column("circle");
    }
}
