package dev.decant.dialect;

/**
 * What a database can do, asked by shared code in place of which database it is.
 *
 * @param addsConstraints whether a constraint can be added to a table that exists, so that foreign keys need not stand in CREATE TABLE
 * @param forwardReferences whether a foreign key may be declared before the table that it points at
 * @param transactionalDdl whether a schema change is undone with its transaction
 * @param relationKeys whether a primary key or unique constraint has its name among those of tables and indexes, so that two tables cannot
 *     have one of the same name
 * @param namespaces whether tables live in namespaces that can be created
 * @param identifierBytes how many bytes of UTF-8 a name may have; zero for no limit
 */
public record Features(
        boolean addsConstraints,
        boolean forwardReferences,
        boolean transactionalDdl,
        boolean relationKeys,
        boolean namespaces,
        int identifierBytes) {}
