package dev.decant.emit;

import java.util.List;

/** Names that mean something else already where a schema's classes are written. */
final class ReservedNames {
    /** The classes that every file knows, and those that a schema's classes name. */
    static final List<String> CLASSES = words("""
            Appendable AutoCloseable Boolean Byte Character Class Cloneable Comparable Compiler Deprecated Double Enum Error
            Exception Float FunctionalInterface IO Integer Iterable Long Math Module ModuleLayer Number Object Override Package
            Process ProcessBuilder ProcessHandle Readable Record Runnable Runtime RuntimeException SafeVarargs ScopedValue
            Short StackWalker StrictMath String StringBuffer StringBuilder SuppressWarnings System Thread ThreadGroup
            ThreadLocal Throwable Void
            BigDecimal Duration List LocalDate LocalDateTime LocalTime Map OffsetDateTime OffsetTime UUID
            Check Column ColumnChain Columns Comment Declaration Declarations DeclaredAt DeclaredObject Definition
            EnumeratedType Extension ForeignKey InSchema Index IndexKey KeyShape Label Named Namespace Naming Numbers
            OrderedKey Part PgCheck PgColumn PgColumns PgForeignKey PgIndex PgKey PgPrimaryKey PgReference PgSchema PgSerial
            PgTable PgUnique PlainKey PrimaryKey RenamedFrom Sequence SqlExpression SqliteTable Unique UsualNames
            Access Aggregate AggregateStep Collation CompositeType Domain EventTrigger Inherits MaterializedView PartitionOf
            PartitionedBy PgExclusion Policy QualifiedObject RangeType RawObject Routine RowLevelSecurity Rule Statistics
            DefaultAccess OwnerRole ServerRole TableObject TableOption TableOptions Trigger Unlogged View ViewIndex ViewKey
            """);

    /** The constants that a table's class inherits. */
    static final List<String> CONSTANTS = words("NO_ACTION RESTRICT CASCADE SET_NULL SET_DEFAULT");

    private ReservedNames() {}

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }
}
