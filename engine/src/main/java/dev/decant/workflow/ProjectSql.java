package dev.decant.workflow;

import dev.decant.config.Configuration;
import dev.decant.config.Environment;
import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.model.Schema;
import dev.decant.source.SchemaSource;
import dev.decant.source.SqlFileSource;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The schema of a project that is written in SQL; it is read when first asked for, in a scratch database that goes at once, and kept. */
final class ProjectSql implements SchemaSource {
    private final Configuration configuration;
    private final Path path;
    private final Consumer<String> progress;
    private @Nullable Schema schema;

    ProjectSql(Configuration configuration, Path path, Consumer<String> progress) {
        this.configuration = configuration;
        this.path = path;
        this.progress = progress;
    }

    @Override
    public synchronized Schema read() {
        Schema known = schema;
        if (known == null) {
            Environment bench = Project.bench(configuration, configuration.dialect());
            Path home = new Project(configuration).home();
            try (Target target = Target.of(bench, home, Set.of(), progress)) {
                known = new SqlFileSource(path, target, Scope.of(configuration.filters())).read();
            }
            schema = known;
        }
        return known;
    }

    @Override
    public String describe() {
        return path.toString();
    }
}
