package dev.decant.config;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads all that makes a {@link Configuration}, collecting whatever is wrong with it. */
final class ConfigurationReader {
    private final Path workingDirectory;
    private final List<Failure> failures = new ArrayList<>();

    private ConfigurationReader(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    static Configuration read(Flags flags, Surroundings surroundings) {
        ConfigurationReader reader = new ConfigurationReader(surroundings.workingDirectory());
        Optional<Path> file = ConfigurationFiles.find(flags, surroundings);
        Optional<String> name = file.map(reader::show);
        Path root = file.flatMap(path -> Optional.ofNullable(path.getParent())).orElse(reader.workingDirectory);
        Value.Table table = file.map(reader::table).orElseGet(() -> nothing(ConfigurationFiles.NAME));
        Variables variables = reader.variables(surroundings.variables(), root.resolve(".env"));
        Settings settings = new Settings(flags, variables, table, root, reader.workingDirectory);
        reader.check(settings);
        return new Configuration(settings, file, name);
    }

    private Value.Table table(Path file) {
        String name = show(file);
        Value.Table table = collect(() -> TomlReader.read(name, ConfigurationFiles.read(file, name)), nothing(name));
        failures.addAll(KeyCheck.check(table));
        return table;
    }

    private Variables variables(Map<String, String> process, Path file) {
        String name = show(file);
        DotEnv dotEnv = Files.isRegularFile(file)
                ? collect(() -> DotEnv.parse(name, ConfigurationFiles.read(file, name)), DotEnv.empty())
                : DotEnv.empty();
        return new Variables(process, name, dotEnv);
    }

    private void check(Settings settings) {
        if (failures.isEmpty()) {
            failures.addAll(VariableCheck.check(settings.variables(), new LinkedHashSet<>(settings.environments())));
            check(settings, "dialect", Dialects::check);
            check(settings, "url", text -> DatabaseUrl.parse(text, workingDirectory));
            check(settings, "schema", text -> SchemaLocation.of(text, workingDirectory));
            check(settings, "out", text -> Setting.path(text, workingDirectory));
        }
        if (!failures.isEmpty()) {
            throw new DecantException(failures);
        }
    }

    private void check(Settings settings, String flag, Function<String, ?> reader) {
        settings.flag(flag)
                .ifPresent(setting -> collect(
                        () -> Optional.of(setting.read(settings.variables(), reader::apply)), Optional.empty()));
    }

    /** What the reader gives, or the other value after noting what it threw. */
    private <T> T collect(Supplier<T> reader, T otherwise) {
        try {
            return reader.get();
        } catch (DecantException exception) {
            failures.addAll(exception.failures());
            return otherwise;
        }
    }

    private String show(Path file) {
        return ConfigurationFiles.show(workingDirectory, file);
    }

    private static Value.Table nothing(String name) {
        return new Value.Table(new Position(name, 1, 1), Map.of());
    }
}
