package dev.decant.config;

import dev.decant.failure.DecantException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that was decided for one call of Decant, by flags, by variables, in decant.toml, in that order.
 *
 * <p>The file was judged as a whole when this was read; variables such as {@code ${POSTGRES_PASSWORD}} are looked up when
 * the value is needed, so that work without a database does not ask for its password.
 */
public final class Configuration {
    private static final String OUT = "migrations";

    private final Settings settings;
    private final Optional<Path> file;
    private final Missing missing;
    private final Databases databases;

    Configuration(Settings settings, Optional<Path> file, Optional<String> fileName) {
        this.settings = settings;
        this.file = file;
        this.missing = new Missing(fileName);
        this.databases = new Databases(settings, missing);
    }

    /**
     * The configuration for a call.
     *
     * @throws DecantException DCT-100 to DCT-115, one failure for everything that is wrong with what was written
     */
    public static Configuration read(Flags flags, Surroundings surroundings) {
        return ConfigurationReader.read(flags, surroundings);
    }

    /** The folder of decant.toml, or the working directory when there is none. */
    public Path root() {
        return settings.root();
    }

    /** The file that was read. */
    public Optional<Path> file() {
        return file;
    }

    /**
     * The id of the dialect: as it was said, else that of the database's URL.
     *
     * @throws DecantException DCT-105 when neither is known
     */
    public String dialect() {
        return databases
                .dialect()
                .orElseThrow(() -> missing.value("dialect", "add dialect = \"postgresql\"", "--dialect or --url"));
    }

    /** Whether a dialect is known, without which there is no project: two sides of a comparison may need none. */
    public boolean knowsDialect() {
        return databases.dialect().isPresent();
    }

    /**
     * Where the wanted schema is written.
     *
     * @throws DecantException DCT-105 when nobody says
     */
    public SchemaLocation schema() {
        Setting setting = settings.top("schema", databases.selected())
                .orElseThrow(() -> missing.value("schema", "add schema = \"FOLDER, PACKAGE OR SQL FILE\"", "--schema"));
        return setting.read(settings.variables(), text -> SchemaLocation.of(text, setting.base()));
    }

    /** The folder of the migrations, {@code migrations} unless somebody says otherwise. */
    public Path out() {
        return settings.top("out", databases.selected())
                .map(setting -> setting.read(settings.variables(), text -> Setting.path(text, setting.base())))
                .orElseGet(() -> root().resolve(OUT));
    }

    /** How much of a statement may be shown; all of it unless somebody says otherwise. */
    public PrintPolicy printPolicy() {
        return settings.top("print-policy", databases.selected())
                .map(setting -> setting.read(settings.variables(), PrintPolicy::of))
                .orElse(PrintPolicy.FULL);
    }

    /**
     * The value of a placeholder in files that ask for them; it may be empty.
     *
     * @throws DecantException DCT-106 when a variable in it is not set
     */
    public Optional<String> placeholder(String name) {
        return settings.placeholder(name, databases.selected()).map(setting -> setting.text(settings.variables()));
    }

    /** How long a statement behind which others queue waits for a lock before it is undone and tried again, where somebody says. */
    public Optional<Duration> lockTimeout() {
        return time(Keys.LOCK_TIMEOUT);
    }

    /** How long a statement may run, where somebody says. */
    public Optional<Duration> statementTimeout() {
        return time(Keys.STATEMENT_TIMEOUT);
    }

    /** How long a statement that finds others in its way is tried again, in all, where somebody says. */
    public Optional<Duration> lockBudget() {
        return time(Keys.LOCK_BUDGET);
    }

    /** How long what migrations drop is kept, where somebody says; zero is not at all. */
    public Optional<Duration> keepDropped() {
        return time(Keys.KEEP_DROPPED);
    }

    private Optional<Duration> time(String key) {
        return settings.top(key, databases.selected())
                .map(setting -> setting.read(settings.variables(), Durations::of));
    }

    /** What of a database is looked at: flags before variables before the file; what any of them excludes is excluded. */
    public Filters filters() {
        return settings.flags().filters().before(settings.filters());
    }

    /** The table {@code [lint]} as it stands in the file. */
    public Value.Table lint() {
        return settings.file().table("lint");
    }

    /** The name that {@code --env} or {@code DECANT_ENV} chose. */
    public Optional<String> selectedEnvironment() {
        return databases.selected();
    }

    /** The names of all environments, those of the file first. */
    public List<String> environmentNames() {
        return databases.names();
    }

    /**
     * The database that this call is about: that of {@code --url}, of the chosen environment, or of {@code [database]}.
     *
     * @throws DecantException DCT-105 when no URL is known, DCT-106 when a variable is missing, DCT-110 and DCT-111 when
     *     the URL is wrong, DCT-112 when it is of another dialect
     */
    public Environment environment() {
        return databases.chosen();
    }

    /**
     * The database of {@link #environment()} for a login that may only read, if there is one.
     *
     * @throws DecantException as {@link #environment()}
     */
    public Optional<Environment> readOnlyEnvironment() {
        return databases.readOnly();
    }

    /** Whether a database is known that this call may be about. */
    public boolean knowsDatabase() {
        return databases.knowsChosen();
    }

    /**
     * A database by the name of its environment, whichever one the call is about.
     *
     * @throws DecantException DCT-113 when there is no such environment, and as {@link #environment()}
     */
    public Environment environment(String name) {
        return databases.named(name);
    }

    /** The named environment, or without a name the one that the call is about. */
    public Environment environment(Optional<String> name) {
        return name.map(this::environment).orElseGet(this::environment);
    }

    /**
     * The database at a URL that was given with this call, besides the one that the call is about.
     *
     * @throws DecantException DCT-110 and DCT-111 when the URL is wrong, DCT-112 when it is of another dialect
     */
    public Environment environmentAt(String url) {
        return databases.at(url);
    }

    @Override
    public String toString() {
        return "Configuration[" + missing.file().orElse("no file") + "]";
    }
}
