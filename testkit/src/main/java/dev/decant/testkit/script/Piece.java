package dev.decant.testkit.script;

/**
 * One statement of a script.
 *
 * @param number what it is known by in scripts that come from one another
 * @param thing what it makes
 * @param owner the table, view or other object that it belongs to, empty when to none
 * @param name the name of what it makes, as SQL
 * @param type the type of a column, how a table is partitioned; empty for everything else
 * @param sql the statement
 */
public record Piece(int number, Thing thing, String owner, String name, String type, String sql) {
    /** The same with another statement. */
    Piece written(String newType, String newSql) {
        return new Piece(number, thing, owner, name, newType, newSql);
    }

    /** The same with one name in place of another, wherever it occurs. */
    Piece renamed(String from, String to) {
        return new Piece(
                number, thing, owner.equals(from) ? to : owner, name.equals(from) ? to : name, type.replace(from, to), sql.replace(from, to));
    }
}
