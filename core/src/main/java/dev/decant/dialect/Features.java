package dev.decant.dialect;

/**
 * What a database can do, asked by shared code in place of which database it is.
 *
 * @param addsConstraints whether a constraint can be added to a table that exists, so that foreign keys need not stand in CREATE TABLE
 * @param forwardReferences whether a foreign key may be declared before the table that it points at
 * @param transactionalDdl whether a schema change is undone with its transaction
 * @param namespaces whether tables live in namespaces that can be created
 * @param identifierBytes how many bytes of UTF-8 a name may have; zero for no limit
 */
public record Features(
        boolean addsConstraints,
        boolean forwardReferences,
        boolean transactionalDdl,
        boolean namespaces,
        int identifierBytes) {}
