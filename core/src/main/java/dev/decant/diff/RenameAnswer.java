package dev.decant.diff;

/** What somebody says to a {@link RenameQuestion}. */
public sealed interface RenameAnswer {
    /**
     * It is something old under another name.
     *
     * @param former one of the candidates
     */
    record Was(String former) implements RenameAnswer {}

    /** It is new; what is gone is gone. */
    record IsNew() implements RenameAnswer {}
}
