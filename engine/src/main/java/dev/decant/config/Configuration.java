package dev.decant.config;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that was decided for one call of Decant, by flags, by variables, in decant.toml, in that order.
 *
 * <p>The file was judged as a whole when this was read; variables such as {@code ${POSTGRES_PASSWORD}} are looked up when
 * the value is needed, so that work without a database does not ask for its password.
 */
public final class Configuration {
    private static final List<String> DIALECTS = List.of("postgresql", "sqlite", "mysql", "mariadb");
    private static final Set<String> RELATED = Set.of("mysql", "mariadb");
    private static final String OUT = "migrations";

    private final Settings settings;
    private final Optional<Path> file;
    private final Optional<String> fileName;
    private final List<String> environments;
    private final Optional<String> selected;

    Configuration(Settings settings, Optional<Path> file, Optional<String> fileName) {
        this.settings = settings;
        this.file = file;
        this.fileName = fileName;
        this.environments = settings.environments();
        this.selected = selection(settings).map(setting -> setting.read(settings.variables(), this::known));
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
        return statedDialect()
                .or(() -> settings.url(selected, true).map(url -> url(url).dialect()))
                .orElseThrow(() -> missing("dialect", "add dialect = \"postgresql\"", "--dialect or --url"));
    }

    /**
     * Where the wanted schema is written.
     *
     * @throws DecantException DCT-105 when nobody says
     */
    public SchemaLocation schema() {
        Setting setting = settings.top("schema", selected)
                .orElseThrow(() -> missing("schema", "add schema = \"FOLDER, PACKAGE OR SQL FILE\"", "--schema"));
        return setting.read(settings.variables(), text -> SchemaLocation.of(text, setting.base()));
    }

    /** The folder of the migrations, {@code migrations} unless somebody says otherwise. */
    public Path out() {
        return settings.top("out", selected)
                .map(setting -> setting.read(settings.variables(), text -> Setting.path(text, setting.base())))
                .orElseGet(() -> root().resolve(OUT));
    }

    /** How much of a statement may be shown; all of it unless somebody says otherwise. */
    public PrintPolicy printPolicy() {
        return settings.top("print-policy", selected)
                .map(setting -> setting.read(settings.variables(), PrintPolicy::of))
                .orElse(PrintPolicy.FULL);
    }

    /**
     * The value of a placeholder in files that ask for them; it may be empty.
     *
     * @throws DecantException DCT-106 when a variable in it is not set
     */
    public Optional<String> placeholder(String name) {
        return settings.placeholder(name, selected).map(setting -> setting.text(settings.variables()));
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
        return settings.top(key, selected).map(setting -> setting.read(settings.variables(), Durations::of));
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
        return selected;
    }

    /** The names of all environments, those of the file first. */
    public List<String> environmentNames() {
        return environments;
    }

    /**
     * The database that this call is about: that of {@code --url}, of the chosen environment, or of {@code [database]}.
     *
     * @throws DecantException DCT-105 when no URL is known, DCT-106 when a variable is missing, DCT-110 and DCT-111 when
     *     the URL is wrong, DCT-112 when it is of another dialect
     */
    public Environment environment() {
        return resolve(selected, true);
    }

    /**
     * The database of {@link #environment()} for a login that may only read, if there is one.
     *
     * @throws DecantException as {@link #environment()}
     */
    public Optional<Environment> readOnlyEnvironment() {
        return settings.readOnlyUrl(selected, true).map(setting -> {
            DatabaseUrl url = url(setting);
            checkDialect(setting, url);
            return new Environment(selected, url, true, Optional.empty(), false);
        });
    }

    /** Whether a database is known that this call may be about. */
    public boolean knowsDatabase() {
        return settings.url(selected, true).isPresent();
    }

    /**
     * A database by the name of its environment, whichever one the call is about.
     *
     * @throws DecantException DCT-113 when there is no such environment, and as {@link #environment()}
     */
    public Environment environment(String name) {
        String known = known(name);
        return resolve(Optional.of(known), selected.equals(Optional.of(known)));
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
        Setting setting = new Setting(
                "the URL", "the command line", Template.literal(url), Setting.Source.FLAG, settings.workingDirectory());
        return environment(Optional.empty(), true, setting);
    }

    private Environment resolve(Optional<String> name, boolean chosen) {
        return environment(name, chosen, settings.url(name, chosen).orElseThrow(() -> missingUrl(name)));
    }

    private Environment environment(Optional<String> name, boolean chosen, Setting setting) {
        DatabaseUrl url = new Credentials(settings, setting, name, chosen).add(url(setting));
        checkDialect(setting, url);
        Optional<MaintenanceWindow> window = name.flatMap(this::window);
        boolean guarded =
                name.filter(text -> settings.isOn("protected", text)).isPresent() || isProtectedElsewhere(url);
        return new Environment(
                name,
                url,
                guarded,
                window,
                name.filter(text -> settings.isOn("backup", text)).isPresent());
    }

    private Optional<MaintenanceWindow> window(String name) {
        return settings.ofEnvironment("window", name)
                .map(setting -> setting.read(settings.variables(), MaintenanceWindow::parse));
    }

    /** Whether some protected environment is this very database, as far as the URLs tell. */
    private boolean isProtectedElsewhere(DatabaseUrl url) {
        return environments.stream()
                .filter(name -> settings.isOn("protected", name))
                .flatMap(name -> settings.url(Optional.of(name), false).stream())
                .anyMatch(setting -> isAt(setting, url));
    }

    private boolean isAt(Setting setting, DatabaseUrl url) {
        try {
            return url(setting) instanceof DatabaseUrl.Jdbc other
                    && url instanceof DatabaseUrl.Jdbc jdbc
                    && jdbc.isSameDatabase(other);
        } catch (DecantException exception) {
            return false; // the other environment cannot be used here, so its variables need not be set
        }
    }

    private DatabaseUrl url(Setting setting) {
        return setting.read(settings.variables(), text -> DatabaseUrl.parse(text, setting.base()));
    }

    private Optional<String> statedDialect() {
        return settings.top("dialect", Optional.empty())
                .map(setting -> setting.read(settings.variables(), Configuration::checkDialect));
    }

    /** Accepts the id of a dialect. */
    static String checkDialect(String id) {
        if (!DIALECTS.contains(id)) {
            throw Failure.of("DCT-104", "the dialect is not known")
                    .next(Suggestions.advice(id, DIALECTS))
                    .exception();
        }
        return id;
    }

    private void checkDialect(Setting setting, DatabaseUrl url) {
        String stated = statedDialect().orElse(url.dialect());
        if (!stated.equals(url.dialect()) && !(RELATED.contains(stated) && RELATED.contains(url.dialect()))) {
            throw Failure.of("DCT-112", "the URL is for " + url.dialect() + ", but the dialect is " + stated)
                    .at(setting.place())
                    .next("change one of them; each schema belongs to one dialect")
                    .exception();
        }
    }

    private static Optional<Setting> selection(Settings settings) {
        return settings.flags()
                .environment()
                .map(name -> new Setting(
                        "--env", "--env", Template.literal(name), Setting.Source.FLAG, settings.workingDirectory()))
                .or(() -> settings.variable("env"));
    }

    private String known(String name) {
        return environments.stream()
                .filter(known -> Keys.word(known).equals(Keys.word(name)))
                .findFirst()
                .orElseThrow(() -> Failure.of("DCT-113", "there is no environment \"" + name + "\"")
                        .next(
                                environments.isEmpty()
                                        ? "add [environment." + name + "] to decant.toml"
                                        : Suggestions.advice(name, environments))
                        .exception());
    }

    private DecantException missingUrl(Optional<String> name) {
        String choose = environments.isEmpty() || name.isPresent()
                ? ""
                : ", or choose an environment: --env " + String.join(", --env ", environments);
        return name.map(text -> missing("environment." + text + ".url", "add it", "--url"))
                .orElseGet(() -> missing("database.url", "add url = \"...\" under [database]", "--url" + choose));
    }

    private DecantException missing(String key, String inFile, String byFlag) {
        return fileName.map(name ->
                        Failure.of("DCT-105", key + " is missing").at(name).next(inFile + ", or give " + byFlag))
                .orElseGet(() -> Failure.of(
                                "DCT-105",
                                key + " is not known, and there is no decant.toml here or in any folder above")
                        .next("make one with: decant init, or give " + byFlag))
                .exception();
    }

    @Override
    public String toString() {
        return "Configuration[" + fileName.orElse("no file") + "]";
    }
}
