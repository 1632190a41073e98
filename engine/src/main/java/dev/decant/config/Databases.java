package dev.decant.config;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import java.util.List;
import java.util.Optional;

/** The databases that a configuration knows: those of its environments, and the one that the call is about. */
final class Databases {
    private final Settings settings;
    private final Missing missing;
    private final List<String> names;
    private final Optional<String> selected;

    Databases(Settings settings, Missing missing) {
        this.settings = settings;
        this.missing = missing;
        this.names = settings.environments();
        this.selected = selection(settings).map(setting -> setting.read(settings.variables(), this::known));
    }

    private static Optional<Setting> selection(Settings settings) {
        return settings.flags()
                .environment()
                .map(name -> new Setting(
                        "--env", "--env", Template.literal(name), Setting.Source.FLAG, settings.workingDirectory()))
                .or(() -> settings.variable("env"));
    }

    private String known(String name) {
        return names.stream()
                .filter(known -> Keys.word(known).equals(Keys.word(name)))
                .findFirst()
                .orElseThrow(() -> Failure.of("DCT-113", "there is no environment \"" + name + "\"")
                        .next(
                                names.isEmpty()
                                        ? "add [environment." + name + "] to decant.toml"
                                        : Suggestions.advice(name, names))
                        .exception());
    }

    /** The names of all environments, those of the file first. */
    List<String> names() {
        return names;
    }

    /** The environment that was chosen for the call. */
    Optional<String> selected() {
        return selected;
    }

    /** Whether a database is known that the call may be about. */
    boolean knowsChosen() {
        return settings.url(selected, true).isPresent();
    }

    /** The database that the call is about. */
    Environment chosen() {
        return environment(selected, true);
    }

    /** The database of an environment. */
    Environment named(String name) {
        String known = known(name);
        return environment(Optional.of(known), selected.equals(Optional.of(known)));
    }

    /** The database that the call is about, for a login that may only read. */
    Optional<Environment> readOnly() {
        return settings.readOnlyUrl(selected, true).map(setting -> {
            DatabaseUrl url = url(setting);
            checkDialect(setting, url);
            return new Environment(selected, url, true, Optional.empty(), false);
        });
    }

    /** The database at a URL of the command line. */
    Environment at(String url) {
        Setting setting = new Setting(
                "the URL", "the command line", Template.literal(url), Setting.Source.FLAG, settings.workingDirectory());
        return environment(Optional.empty(), true, setting);
    }

    /** The id of the dialect, as it was said, else that of the URL. */
    Optional<String> dialect() {
        return statedDialect().or(() -> settings.url(selected, true).map(url -> url(url).dialect()));
    }

    private Environment environment(Optional<String> name, boolean chosen) {
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
        return names.stream()
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
                .map(setting -> setting.read(settings.variables(), Dialects::check));
    }

    private void checkDialect(Setting setting, DatabaseUrl url) {
        String stated = statedDialect().orElse(url.dialect());
        if (!Dialects.fit(stated, url.dialect())) {
            throw Failure.of("DCT-112", "the URL is for " + url.dialect() + ", but the dialect is " + stated)
                    .at(setting.place())
                    .next("change one of them; each schema belongs to one dialect")
                    .exception();
        }
    }

    private DecantException missingUrl(Optional<String> name) {
        String choose = names.isEmpty() || name.isPresent()
                ? ""
                : ", or choose an environment: --env " + String.join(", --env ", names);
        return name.map(text -> missing.value("environment." + text + ".url", "add it", "--url"))
                .orElseGet(() -> missing.value("database.url", "add url = \"...\" under [database]", "--url" + choose));
    }
}
