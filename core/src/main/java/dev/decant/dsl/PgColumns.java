package dev.decant.dsl;

import dev.decant.model.DataType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A group of columns that PostgreSQL tables include, and the types of PostgreSQL's columns.
 *
 * <p>{@link #raw(String, Class)} stands for every type that has no method here.
 */
public abstract non-sealed class PgColumns extends Columns {
    /** A group of columns. */
    protected PgColumns() {
        this(Optional.empty(), Optional.empty());
    }

    PgColumns(Optional<String> schema, Optional<String> name) {
        super(schema, name);
    }

    @Override
    final DatabaseKind database() {
        return DatabaseKind.POSTGRESQL;
    }

    /** Puts the columns of a group here. */
    protected final <G extends PgColumns> G include(G group) {
        return included("", group);
    }

    /** Puts the columns of a group here, their names beginning with a prefix. */
    protected final <G extends PgColumns> G include(String prefix, G group) {
        return included(prefix, group);
    }

    /** A column of any type, as the database spells it. */
    protected final <T> PgColumn<T> raw(String type, Class<T> javaType) {
        return column(DataType.parse(type));
    }

    /**
     * A column that a partition or a child table has from its parent, so that indexes and constraints of its own can name it. A column that
     * is otherwise there, with another default or not null, is declared like any other.
     */
    protected final <T> PgColumn<T> inherited(Column<T> parents) {
        ColumnDraft draft = draft(parents.draft().type);
        draft.inherited = true;
        return new PgColumn<>(draft);
    }

    /** A column of an enum. */
    protected final <E extends Enum<E>> PgColumn<E> enumeration(Class<E> type) {
        ColumnDraft draft = draft(DataType.declared(EnumDeclaration.nameOf(type, database())));
        draft.enumClass = Optional.of(type);
        return new PgColumn<>(draft);
    }

    /** Whole numbers of two bytes. */
    protected final PgColumn<Short> smallint() {
        return column("smallint");
    }

    /** Whole numbers of four bytes. */
    protected final PgColumn<Integer> integer() {
        return column("integer");
    }

    /** Whole numbers of eight bytes. */
    protected final PgColumn<Long> bigint() {
        return column("bigint");
    }

    /** A {@code smallint} that counts the rows up. */
    protected final PgSerial<Short> smallserial() {
        return smallserial(numbers -> numbers);
    }

    /** A {@code smallint} that counts the rows up in a way of its own. */
    protected final PgSerial<Short> smallserial(UnaryOperator<Numbers> numbers) {
        return counting("smallint", IntegerRange.SMALLINT, numbers);
    }

    /** A {@code integer} that counts the rows up. */
    protected final PgSerial<Integer> serial() {
        return serial(numbers -> numbers);
    }

    /** A {@code integer} that counts the rows up in a way of its own. */
    protected final PgSerial<Integer> serial(UnaryOperator<Numbers> numbers) {
        return counting("integer", IntegerRange.INTEGER, numbers);
    }

    /** A {@code bigint} that counts the rows up. */
    protected final PgSerial<Long> bigserial() {
        return bigserial(numbers -> numbers);
    }

    /** A {@code bigint} that counts the rows up in a way of its own. */
    protected final PgSerial<Long> bigserial(UnaryOperator<Numbers> numbers) {
        return counting("bigint", IntegerRange.BIGINT, numbers);
    }

    /** Exact numbers of any size. */
    protected final PgColumn<BigDecimal> numeric() {
        return column("numeric");
    }

    /** Exact whole numbers of so many digits. */
    protected final PgColumn<BigDecimal> numeric(int precision) {
        return column("numeric", positive(precision), 0);
    }

    /** Exact numbers of so many digits, some of them behind the point. */
    protected final PgColumn<BigDecimal> numeric(int precision, int scale) {
        return column("numeric", positive(precision), scale);
    }

    /** Floating-point numbers of four bytes. */
    protected final PgColumn<Float> real() {
        return column("real");
    }

    /** Floating-point numbers of eight bytes. */
    protected final PgColumn<Double> doublePrecision() {
        return column("double precision");
    }

    /** Amounts in the currency of the database. */
    protected final PgColumn<String> money() {
        return column("money");
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

    /** Days. */
    protected final PgColumn<LocalDate> date() {
        return column("date");
    }

    /** Times of day. */
    protected final PgColumn<LocalTime> time() {
        return column("time without time zone");
    }

    /** Times of day, with so many digits behind the second. */
    protected final PgColumn<LocalTime> time(int precision) {
        return column("time without time zone", digits(precision));
    }

    /** Times of day with an offset. */
    protected final PgColumn<OffsetTime> timetz() {
        return column("time with time zone");
    }

    /** Times of day with an offset, with so many digits behind the second. */
    protected final PgColumn<OffsetTime> timetz(int precision) {
        return column("time with time zone", digits(precision));
    }

    /** Dates and times of the calendar and the clock. */
    protected final PgColumn<LocalDateTime> timestamp() {
        return column("timestamp without time zone");
    }

    /** Dates and times of the calendar and the clock, with so many digits behind the second. */
    protected final PgColumn<LocalDateTime> timestamp(int precision) {
        return column("timestamp without time zone", digits(precision));
    }

    /** Moments in time. */
    protected final PgColumn<OffsetDateTime> timestamptz() {
        return column("timestamp with time zone");
    }

    /** Moments in time, with so many digits behind the second. */
    protected final PgColumn<OffsetDateTime> timestamptz(int precision) {
        return column("timestamp with time zone", digits(precision));
    }

    /** Spans of time. */
    protected final PgColumn<Duration> interval() {
        return column("interval");
    }

    /** Spans of time, with so many digits behind the second. */
    protected final PgColumn<Duration> interval(int precision) {
        return column("interval", digits(precision));
    }

    /** Spans of certain fields: {@code day to second}. */
    protected final PgColumn<Duration> interval(String fields) {
        return column("interval " + fields);
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

    /** Numbers of objects of the system catalogue. */
    protected final PgColumn<Long> oid() {
        return column("oid");
    }

    /** Relations of the system catalogue. */
    protected final PgColumn<String> regclass() {
        return column("regclass");
    }

    /** Collations of the system catalogue. */
    protected final PgColumn<String> regcollation() {
        return column("regcollation");
    }

    /** Text search configurations of the system catalogue. */
    protected final PgColumn<String> regconfig() {
        return column("regconfig");
    }

    /** Text search dictionaries of the system catalogue. */
    protected final PgColumn<String> regdictionary() {
        return column("regdictionary");
    }

    /** Namespaces of the system catalogue. */
    protected final PgColumn<String> regnamespace() {
        return column("regnamespace");
    }

    /** Operators of the system catalogue. */
    protected final PgColumn<String> regoper() {
        return column("regoper");
    }

    /** Operators with their arguments of the system catalogue. */
    protected final PgColumn<String> regoperator() {
        return column("regoperator");
    }

    /** Functions of the system catalogue. */
    protected final PgColumn<String> regproc() {
        return column("regproc");
    }

    /** Functions with their arguments of the system catalogue. */
    protected final PgColumn<String> regprocedure() {
        return column("regprocedure");
    }

    /** Roles of the system catalogue. */
    protected final PgColumn<String> regrole() {
        return column("regrole");
    }

    /** Types of the system catalogue. */
    protected final PgColumn<String> regtype() {
        return column("regtype");
    }

    /** Places in the write-ahead log. */
    protected final PgColumn<String> pgLsn() {
        return column("pg_lsn");
    }

    /** Sets of the transactions that are running. */
    protected final PgColumn<String> pgSnapshot() {
        return column("pg_snapshot");
    }

    /** Transactions, of four bytes. */
    protected final PgColumn<String> xid() {
        return column("xid");
    }

    /** Transactions, of eight bytes. */
    protected final PgColumn<String> xid8() {
        return column("xid8");
    }

    /** Places of rows in their table. */
    protected final PgColumn<String> tid() {
        return column("tid");
    }

    /** Vectors of pgvector, of any dimension. */
    protected final PgColumn<float[]> vector() {
        return column("vector");
    }

    /** Vectors of pgvector, of so many dimensions. */
    protected final PgColumn<float[]> vector(int dimensions) {
        return column("vector", positive(dimensions));
    }

    /** Vectors of pgvector in half precision, of any dimension. */
    protected final PgColumn<float[]> halfvec() {
        return column("halfvec");
    }

    /** Vectors of pgvector in half precision, of so many dimensions. */
    protected final PgColumn<float[]> halfvec(int dimensions) {
        return column("halfvec", positive(dimensions));
    }

    /** Sparse vectors of pgvector, of any dimension. */
    protected final PgColumn<String> sparsevec() {
        return column("sparsevec");
    }

    /** Sparse vectors of pgvector, of so many dimensions. */
    protected final PgColumn<String> sparsevec(int dimensions) {
        return column("sparsevec", positive(dimensions));
    }

    private <T> PgColumn<T> column(String type, Object... arguments) {
        return column(DataType.of(type, arguments));
    }

    private <T> PgColumn<T> column(DataType type) {
        return new PgColumn<>(draft(type));
    }

    private <T> PgSerial<T> counting(String type, IntegerRange range, UnaryOperator<Numbers> numbers) {
        return new PgSerial<>(
                draft(DataType.of(type)), numbers.apply(new Numbers()).options(range));
    }

    private static int positive(int number) {
        return atLeast(1, number);
    }

    private static int digits(int number) {
        return atLeast(0, number);
    }

    private static int atLeast(int least, int number) {
        if (number < least) {
            throw new IllegalArgumentException("the argument of a type is at least " + least + ", not " + number);
        }
        return number;
    }
}
