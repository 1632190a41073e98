package dev.decant.dsl;

import dev.decant.model.ownership.Ownership;
import dev.decant.model.privilege.DefaultPrivileges;
import dev.decant.model.privilege.Privileges;
import dev.decant.model.routine.RoutineType;

/** What a PostgreSQL schema has besides tables: a final class whose public final fields are views, functions, sequences, extensions and the like. */
public abstract non-sealed class PgSchema extends Definition {
    /** A set of objects. */
    protected PgSchema() {}

    @Override
    final DatabaseKind database() {
        return DatabaseKind.POSTGRESQL;
    }

    /** An extension. */
    protected static Extension extension(String name) {
        return new Extension(name);
    }

    /** A namespace. */
    protected static Namespace schema(String name) {
        return new Namespace(name);
    }

    /** A sequence named after its field. */
    protected static Sequence sequence() {
        return new Sequence("");
    }

    /** A sequence. */
    protected static Sequence sequence(String name) {
        return new Sequence(name);
    }

    /** An enum, whether or not a column uses it. */
    protected static <E extends Enum<E>> EnumeratedType enumType(Class<E> type) {
        return new EnumeratedType(type);
    }

    /** A function named after its field. */
    protected static Routine function() {
        return function("");
    }

    /** A function. */
    protected static Routine function(String name) {
        return new Routine(RoutineType.FUNCTION, name);
    }

    /** A function over a window of rows, named after its field. */
    protected static Routine windowFunction() {
        return windowFunction("");
    }

    /** A function over a window of rows. */
    protected static Routine windowFunction(String name) {
        return new Routine(RoutineType.WINDOW, name);
    }

    /** A procedure named after its field. */
    protected static Routine procedure() {
        return procedure("");
    }

    /** A procedure. */
    protected static Routine procedure(String name) {
        return new Routine(RoutineType.PROCEDURE, name);
    }

    /** A view named after its field. */
    protected static View view() {
        return new View("");
    }

    /** A view. */
    protected static View view(String name) {
        return new View(name);
    }

    /** A domain over this type, named after its field. */
    protected static Domain domain(String sqlType) {
        return new Domain("", sqlType);
    }

    /** A domain over this type. */
    protected static Domain domain(String name, String sqlType) {
        return new Domain(name, sqlType);
    }

    /** A composite type named after its field. */
    protected static CompositeType compositeType() {
        return new CompositeType("");
    }

    /** A composite type. */
    protected static CompositeType compositeType(String name) {
        return new CompositeType(name);
    }

    /** A type of ranges between values of this type, named after its field. */
    protected static RangeType rangeType(String sqlType) {
        return new RangeType("", sqlType);
    }

    /** A type of ranges between values of this type. */
    protected static RangeType rangeType(String name, String sqlType) {
        return new RangeType(name, sqlType);
    }

    /** A collation named after its field. */
    protected static Collation collation() {
        return new Collation("");
    }

    /** A collation. */
    protected static Collation collation(String name) {
        return new Collation(name);
    }

    /** A materialized view named after its field. */
    protected static MaterializedView materializedView() {
        return new MaterializedView("");
    }

    /** A materialized view. */
    protected static MaterializedView materializedView(String name) {
        return new MaterializedView(name);
    }

    /** An index of a materialized view. */
    protected static ViewIndex viewIndex(String name) {
        return new ViewIndex(name);
    }

    /** A column of a materialized view as a key of its index. */
    protected static ViewKey key(String column) {
        return new ViewKey(dev.decant.model.Index.Key.of(column));
    }

    /** A value computed in SQL as a key of an index of a materialized view. */
    protected static ViewKey keySql(String sql) {
        return new ViewKey(dev.decant.model.Index.Key.of(
                new dev.decant.model.Index.Subject.OfExpression(new dev.decant.model.Expression(sql))));
    }

    /** A trigger on a table or view, named after its field. */
    protected static Trigger trigger() {
        return trigger("");
    }

    /** A trigger on a table or view. */
    protected static Trigger trigger(String name) {
        return new Trigger(name);
    }

    /** A rule of a table or view, named after its field. */
    protected static Rule rule() {
        return new Rule("");
    }

    /** A rule of a table or view. */
    protected static Rule rule(String name) {
        return new Rule(name);
    }

    /** An event trigger named after its field. */
    protected static EventTrigger eventTrigger() {
        return eventTrigger("");
    }

    /** An event trigger. */
    protected static EventTrigger eventTrigger(String name) {
        return new EventTrigger(name);
    }

    /** An aggregate named after its field. */
    protected static Aggregate aggregate() {
        return aggregate("");
    }

    /** An aggregate. */
    protected static Aggregate aggregate(String name) {
        return new Aggregate(name);
    }

    /** How an aggregate goes from row to row: a function that makes the next state, and the type of the state. */
    protected static AggregateStep step(String function, String sqlType) {
        return new AggregateStep(function, sqlType);
    }

    /** A policy of a table, named after its field. */
    protected static Policy policy() {
        return policy("");
    }

    /** A policy of a table. */
    protected static Policy policy(String name) {
        return new Policy(name);
    }

    /**
     * What roles may do with a thing.
     *
     * @param thing its name, in the usual namespace when it says none; for a routine with the types of its arguments: {@code
     *     shop.total(integer)}
     */
    protected static Access access(Privileges.Target target, String thing) {
        return new Access(target, thing);
    }

    /**
     * Which role owns a thing.
     *
     * @param name its name, in the usual namespace when it says none; for a routine with the types of its arguments: {@code
     *     shop.total(integer)}
     */
    protected static OwnerRole owner(Ownership.Thing thing, String name, String role) {
        return new OwnerRole(thing, name, role);
    }

    /**
     * What other roles may do with the things that a role will make.
     *
     * @param role the role that makes them
     * @param things what kind of things
     */
    protected static DefaultAccess defaultAccess(String role, DefaultPrivileges.Things things) {
        return new DefaultAccess(role, things);
    }

    /** A role of the whole server, named after its field. */
    protected static ServerRole role() {
        return role("");
    }

    /** A role of the whole server. */
    protected static ServerRole role(String name) {
        return new ServerRole(name);
    }

    /**
     * An object of a kind that has no class of its own here.
     *
     * @param kind PostgreSQL's words for the kind: {@code operator class}, {@code publication}
     * @param name its name, behind its namespace when it lives in one; quotes hold together what has dots of its own
     */
    protected static RawObject raw(String kind, String name) {
        return new RawObject(kind, name);
    }
}
