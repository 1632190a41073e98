package dev.decant.dialect;

import dev.decant.failure.DecantException;

/** A change that a database has no way to make. */
public class UnsupportedChangeException extends DecantException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what cannot be done, and what can.
     *
     * @param what the change and why it cannot be made
     * @param next what to do in its place
     */
    public UnsupportedChangeException(String what, String next) {
        super(FAILURE, what, next);
    }
}
