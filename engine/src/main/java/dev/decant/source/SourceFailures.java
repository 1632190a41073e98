package dev.decant.source;

/** The codes of what can go wrong when a schema is loaded. */
final class SourceFailures {
    /** The Java that runs has no compiler. */
    static final String NO_COMPILER = "DCT-310";
    /** A source does not compile. */
    static final String DOES_NOT_COMPILE = "DCT-311";
    /** A schema is not the same when it is evaluated again. */
    static final String UNSTEADY = "DCT-312";
    /** There is no schema where one is looked for. */
    static final String NO_SCHEMA = "DCT-313";
    /** A class cannot be loaded. */
    static final String NOT_LOADABLE = "DCT-314";
    /** A file of a schema cannot be read. */
    static final String NOT_READABLE = "DCT-315";

    /** A class would end the program. */
    static final String ENDS = "DCT-317";

    private SourceFailures() {}
}
