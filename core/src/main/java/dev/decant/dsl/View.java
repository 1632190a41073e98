package dev.decant.dsl;

import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A query under a name, which is run whenever the name is read. */
public final class View extends DeclaredObject {
    private final DeclaredName name;
    private final ViewColumns columns = new ViewColumns();
    private final Map<String, String> options = new LinkedHashMap<>();
    private String query = "";
    private List<String> recursive = List.of();

    /** A view of this name; of its field's name when that is empty. */
    View(String name) {
        this.name = new DeclaredName(name);
    }

    /** Shows what this query finds. */
    public View as(String sql) {
        query = sql;
        return this;
    }

    /**
     * Shows what this query finds, which may read the view itself.
     *
     * @param sql a query UNION another one that reads the view
     * @param names the names of all columns
     */
    public View asRecursive(String sql, String... names) {
        recursive = List.of(names);
        columns.named(names);
        return as(sql);
    }

    /** Names all columns of the view, in their order; without this they are called as the query calls them. */
    public View columns(String... names) {
        columns.named(names);
        return this;
    }

    /** Gives a column of the view this SQL expression when an insert gives it nothing; the columns must be listed. */
    public View columnDefault(String column, String sql) {
        columns.fill(column, sql);
        return this;
    }

    /** Tells the database's users about a column of the view; the columns must be listed. */
    public View columnComment(String column, String comment) {
        columns.comment(column, comment);
        return this;
    }

    /** Lets no condition of a reader see rows that the view does not show. */
    public View securityBarrier() {
        return with("security_barrier", true);
    }

    /** Reads the tables below with the rights of who reads the view (PostgreSQL 15). */
    public View securityInvoker() {
        return with("security_invoker", true);
    }

    /** Refuses rows written through the view that it would not show, by its own condition. */
    public View withLocalCheckOption() {
        return with("check_option", "local");
    }

    /** Refuses rows written through the view that it, or a view below it, would not show. */
    public View withCascadedCheckOption() {
        return with("check_option", "cascaded");
    }

    private View with(String option, Object value) {
        options.put(option, value.toString());
        return this;
    }

    /** Puts the view into another namespace than the usual one. */
    public View inSchema(String namespace) {
        name.inSchema(namespace);
        return this;
    }

    /** Tells the database's users about the view. */
    public View comment(String comment) {
        setComment(comment);
        return this;
    }

    /** Says what the view was called before. */
    public View renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    @Override
    Optional<ObjectName> relation(String field, PgSchema holder) {
        return Optional.of(name.of(field, holder));
    }

    @Override
    dev.decant.model.view.View build(PgSchema holder, String field, Targets targets) {
        ObjectName called = name.of(field, holder);
        return new dev.decant.model.view.View(
                called, columns.build(holder, origin().line()), query(called, holder), options, comment());
    }

    private Expression query(ObjectName called, PgSchema holder) {
        String given = ViewColumns.queryOf(query, called, this, holder);
        return new Expression(recursive.isEmpty() ? given : whole(called, holder));
    }

    /** What CREATE RECURSIVE VIEW stands for: the manual's page of CREATE VIEW. */
    private String whole(ObjectName called, PgSchema holder) {
        var syntax = holder.database().syntax();
        String names = String.join(", ", recursive.stream().map(syntax::name).toList());
        String itself = syntax.name(called.local());
        return "WITH RECURSIVE " + itself + " (" + names + ") AS (" + query + ") SELECT " + names + " FROM " + itself;
    }
}
