package dev.decant.dsl;

import dev.decant.failure.Failure;

/**
 * Something that a class of a schema says and that cannot be.
 *
 * @param code the failure's code
 * @param line where it is said
 * @param what what is wrong
 * @param next what to do about it
 */
record Problem(String code, SourceLine line, String what, String next) {
    /** A class of the schema cannot be made. */
    static final String UNUSABLE_CLASS = "DCT-300";
    /** Two things have one name. */
    static final String TWICE = "DCT-301";
    /** A foreign key leads nowhere. */
    static final String DANGLING = "DCT-302";
    /** Two columns of a table have one name. */
    static final String DUPLICATE_COLUMN = "DCT-303";
    /** A field of a schema class is not as it has to be. */
    static final String FIELD = "DCT-304";
    /** Classes of different dialects make no schema together. */
    static final String MIXED = "DCT-305";
    /** A name that the database cannot keep. */
    static final String NAME = "DCT-306";
    /** A declaration contradicts itself. */
    static final String CONTRADICTION = "DCT-307";

    /** The failure that says so. */
    Failure failure() {
        return Failure.of(code, what).at(line.toString()).next(next);
    }
}
