package dev.decant.journal;

/**
 * A script that runs again whenever it changed, after all migrations: a view or a function that is kept by hand.
 *
 * @param name the name of its file without {@code .sql}; scripts run in the order of their names
 * @param file what is run
 */
public record Repeatable(String name, SqlFile file) {
    /** The folder of the scripts, in that of the migrations. */
    public static final String FOLDER = "repeatable";

    /** The script in a file of this name. */
    static Repeatable of(SqlFile file, String fileName) {
        return new Repeatable(fileName.substring(0, fileName.length() - ScriptReader.SQL.length()), file);
    }

    /** What it is called in messages, in events and in the history, where no migration can be called so. */
    public String id() {
        return FOLDER + "/" + name;
    }
}
