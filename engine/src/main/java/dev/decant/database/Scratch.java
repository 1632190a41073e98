package dev.decant.database;

import java.sql.Connection;

/** An empty database for trying things out, beside another and with its settings; it is gone when this is closed. */
public interface Scratch extends AutoCloseable {
    /** The session in it, in auto-commit. */
    Connection connection();

    @Override
    void close();
}
