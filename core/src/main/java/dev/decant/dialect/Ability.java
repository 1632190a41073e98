package dev.decant.dialect;

/** What some databases can do and others cannot, asked by shared code in place of which database it is. */
public enum Ability {
    /** A constraint can be added to a table that exists, so that foreign keys need not stand in CREATE TABLE. */
    ADD_CONSTRAINTS,
    /** A foreign key may be declared before the table that it points at. */
    REFER_FORWARD,
    /** A schema change is undone with its transaction. */
    UNDO_DDL,
    /** A primary key or unique constraint has its name among those of tables and indexes, so that two tables cannot have one of the same name. */
    NAME_KEYS_LIKE_TABLES,
    /** Tables live in namespaces that can be created. */
    MAKE_NAMESPACES
}
