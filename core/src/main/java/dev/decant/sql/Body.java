package dev.decant.sql;

/** Follows one statement token by token to tell whether a semicolon ends it or belongs to a body inside it. */
interface Body {
    /** Takes the next token of the statement, white space and comments left out. */
    void read(Token token, int depth);

    /** Whether the statement stands inside a body now. */
    boolean isOpen();

    /** What follows a new statement of this dialect. */
    static Body in(Syntax syntax) {
        if (syntax.has(Feature.COMPOUND_BODIES)) {
            return new CompoundBody();
        }
        if (syntax.has(Feature.ATOMIC_BODIES)) {
            return FlatBody.atomic();
        }
        return syntax.has(Feature.TRIGGER_BODIES) ? FlatBody.trigger() : new NoBody();
    }

    /** The body of a dialect that has none. */
    record NoBody() implements Body {
        @Override
        public void read(Token token, int depth) {
            // every semicolon ends the statement
        }

        @Override
        public boolean isOpen() {
            return false;
        }
    }
}
