package dev.decant.dialect;

import dev.decant.change.Change;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.TableTraits;
import dev.decant.sql.StatementTraits;
import dev.decant.sql.Syntax;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pure half of a dialect: it turns changes into statements and knows no connection. */
public interface Dialect {
    /** The dialect's name in files and flags: {@code postgresql}. */
    String id();

    /** What the database can do. */
    Set<Ability> abilities();

    /** Whether it has an ability. */
    default boolean can(Ability ability) {
        return abilities().contains(ability);
    }

    /** How its SQL is written. */
    Syntax syntax();

    /** What its statements want of a transaction. */
    StatementTraits traits();

    /**
     * The schema with every type, expression and option in the one spelling that this dialect keeps in files, so that two spellings of
     * the same thing are equal. Canonical schemas stay as they are.
     */
    Schema canonical(Schema schema);

    /**
     * A wanted schema that says all that roles may do, with what they may not do with things that it has and another has not, although
     * everybody may with any new thing.
     *
     * @param before what is there, read from a database
     * @param after what is wanted, read from a database
     */
    default Schema withheld(Schema before, Schema after) {
        return after;
    }

    /** Whether two expressions say the same for sure, as far as texts tell; a database may print one in several ways. */
    default boolean alike(Expression one, Expression other) {
        return one.equals(other);
    }

    /** How the values of a column become values of another type. */
    Conversion conversion(Column column, DataType after);

    /**
     * Whether a column can become another in place. When it cannot, the planner drops and adds it, with everything of its table that
     * uses it.
     */
    boolean altersInPlace(Column before, Column after);

    /**
     * Whether a column of a table with these traits that becomes another in place is one that was not there before, under its name and with
     * its values, where they are here; what rests on it steps aside then, with what roles may do with it.
     */
    default boolean renews(TableTraits table, Column before, Column after) {
        return false;
    }

    /** The sequence that comes and goes with a column. */
    default Optional<ObjectName> sequenceOf(ObjectName table, Column column) {
        return column.fill() instanceof Fill.Serial serial ? Optional.of(serial.sequence()) : Optional.empty();
    }

    /**
     * The wanted schema as it can be in the end: with what its tables have and cannot lose, which makes no difference.
     *
     * @param before what is there, under the names that are wanted
     * @param after what is wanted
     */
    default Schema settled(Schema before, Schema after) {
        return after;
    }

    /**
     * Whether a table can get other traits in place. When it cannot, the planner drops and creates it, in one operation, for the dialect to
     * keep the rows.
     */
    default boolean altersInPlace(TableTraits before, TableTraits after) {
        return true;
    }

    /**
     * Tables that go and come again, although no single change of them says so, each with the traits that it has when it goes: those of which
     * something lets go before it becomes another.
     */
    default Map<ObjectName, TableTraits> comingAnew(List<Change> changes, Schema before) {
        return Map.of();
    }

    /**
     * Changes that wait for each other, taken further apart: with others around them in which tables let go of what they are made of and are
     * made of it again.
     *
     * @param tables those that wait for something that waits for them
     * @param objects those that do so
     */
    default List<Change> furtherApart(
            List<Change> changes, Schema before, Set<ObjectName> tables, Set<ObjectKey> objects) {
        return changes;
    }

    /**
     * Whether an object may take the name of one of another kind in one change, in which what rests on that comes to rest on it.
     */
    default boolean succeeds(SchemaObject before, SchemaObject after) {
        return false;
    }

    /** What of a schema stands in no file, because it is secret: a sentence each, which says what to do about it. */
    default List<String> leftOut(Schema schema) {
        return List.of();
    }

    /** Whether the rows of a table come along when it goes to come again, as those of a foreign table do not, which are another server's. */
    default boolean carriesRows(TableTraits before, TableTraits after) {
        return true;
    }

    /**
     * Whether a table with these traits lets a column of it become another. When it does not, the planner drops and creates the table, as it
     * does for traits.
     */
    default boolean altersInPlace(TableTraits table, Column before, Column after) {
        return true;
    }

    /**
     * Whether an index or a constraint can become another in place, apart from its comment and from becoming valid. When it cannot, the
     * planner drops it and adds it again.
     */
    default boolean adjustsInPlace(TablePart before, TablePart after) {
        return false;
    }

    /**
     * Whether an object can become another of its kind and name in place. When it cannot, the planner drops and creates it, with everything
     * that rests on it.
     */
    default boolean altersInPlace(SchemaObject before, SchemaObject after) {
        return true;
    }

    /**
     * Whether code that rests on an object must step aside while the object becomes another in place, as a view over a column of an enum does
     * while a label of the enum goes.
     */
    default boolean disturbs(SchemaObject before, SchemaObject after) {
        return false;
    }

    /** The name of the constraint that a column is not null by, where that is one that others may want. */
    default Optional<String> constraintOf(Column column) {
        return Optional.empty();
    }

    /** The names of the relations that come and go with an index or key of a table because other tables hold rows for that. */
    default Set<ObjectName> brought(ObjectName table, TablePart part, SchemaView state) {
        return Set.of();
    }

    /** The column with a name for its constraint that nobody else wants, so that another can have the one that it has. */
    default Column withConstraintAside(Column column) {
        return column;
    }

    /** What a table needs because of its options, such as the server that holds the rows of a foreign table. */
    default Set<Reference> neededBy(TableTraits table) {
        return Set.of();
    }

    /**
     * What to ask a database about its rows before changes are made in it: what of them would be lost, and which do not fit.
     *
     * @param change one of the changes
     * @param before the state before all of them
     */
    default List<DataCheck> checks(Change change, SchemaView before) {
        return List.of();
    }

    /**
     * Joins changes into what is carried out in one go.
     *
     * @param changes changes in an order in which they apply to {@code before}
     * @param before the state before all of them
     */
    List<Operation> operations(List<Change> changes, Schema before);

    /** Whether two columns of a table had better be altered in one go, since the database writes the rows again only once then. */
    default boolean joins(Change one, Change other) {
        return false;
    }

    /**
     * Writes an operation as statements, to be run in this order.
     *
     * @param operation the operation
     * @param before the state in which it runs, which is another once this has returned
     * @throws UnsupportedChangeException when the database has no way to do it
     */
    List<Statement> render(Operation operation, SchemaView before);

    /**
     * Writes an operation on a table that programs use meanwhile, in a way that keeps them from waiting for long where the database has one.
     *
     * @param operation the operation
     * @param before the state in which it runs
     * @throws UnsupportedChangeException when the database has no way to do it
     */
    default List<Statement> renderOnline(Operation operation, SchemaView before) {
        return render(operation, before);
    }

    /**
     * What takes an operation back that gave something new what others had: they have it again afterwards.
     *
     * @param operation what undoes the other
     * @param before the state in which it runs
     * @param statements what does so otherwise
     */
    default List<Statement> givingBack(Operation operation, SchemaView before, List<Statement> statements) {
        return statements;
    }

    /**
     * What makes code that mentions what is made later, so that the database does not look into the code yet.
     *
     * @param statements what makes it otherwise
     */
    default List<Statement> unchecked(List<Statement> statements) {
        return statements;
    }

    /** Whether an index of a table that programs use can become another without a moment in which there is none. */
    default boolean replacesOnline(Table table, Index before, Index after) {
        return false;
    }
}
