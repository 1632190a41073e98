package dev.decant.dialect;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;

/** A change that a database has no way to make. */
public class UnsupportedChangeException extends DecantException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what cannot be done, and what can.
     *
     * @param where the thing to be changed
     * @param what the change and why it cannot be made
     * @param next what to do in its place
     */
    public UnsupportedChangeException(String where, String what, String next) {
        super(Failure.of("DCT-411", what).at(where).next(next));
    }
}
