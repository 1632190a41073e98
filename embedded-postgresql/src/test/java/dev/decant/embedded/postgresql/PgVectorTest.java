package dev.decant.embedded.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where pgvector is not, and what is copied where it was built; the testkit builds it for real. */
class PgVectorTest {
    @TempDir
    Path folder;

    private Path extensions = Path.of("/");

    @BeforeEach
    void make_an_installation() throws IOException {
        extensions = Files.createDirectories(folder.resolve("share/postgresql/extension"));
        Files.createDirectories(folder.resolve("lib/postgresql"));
    }

    @Test
    void a_server_that_has_it_is_left_alone() throws IOException {
        Files.writeString(extensions.resolve("vector.control"), "");

        assertThat(PgVector.in(folder).obstacle(unpacked("14.24"))).isEmpty();
        assertThat(PgVector.in(folder).ensure(unpacked("14.24"))).isEqualTo(new PgVectorState.Available());
    }

    @Test
    void a_major_version_without_headers_in_debian_is_explained_by_name() {
        assumeTrue(Platform.current().isLinux(), "Linux only");

        PgVectorState state = PgVector.in(folder).ensure(unpacked("14.24"));

        assertThat(state)
                .isEqualTo(new PgVectorState.Unavailable("pgvector cannot be had for PostgreSQL 14 on this machine:"
                        + " no release of Debian has the headers of PostgreSQL 14 (there are: 15, 17)"));
        assertThat(state.usable()).isFalse();
    }

    @Test
    void an_installed_server_is_never_changed() {
        assertThat(PgVector.in(folder).obstacle(new Installation(folder.resolve("bin"), "15.18", false)))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("pgvector cannot be had for PostgreSQL 15 on this machine:")
                        .contains("postgresql-15-pgvector"));
    }

    @Test
    void what_was_built_once_is_copied_into_every_server_of_that_major_version() throws IOException {
        Path built = Files.createDirectories(folder.resolve("pgvector-17/extension"));
        Files.writeString(folder.resolve("pgvector-17/vector.so"), "library");
        Files.writeString(built.resolve("vector.control"), "control");
        Files.writeString(built.resolve("vector--0.8.0.sql"), "script");

        PgVectorState state = PgVector.in(folder).ensure(unpacked("17.11"));

        assertThat(state).isEqualTo(new PgVectorState.Built(folder.resolve("pgvector-17")));
        assertThat(folder.resolve("lib/postgresql/vector.so")).hasContent("library");
        assertThat(extensions.resolve("vector.control")).hasContent("control");
        assertThat(extensions.resolve("vector--0.8.0.sql")).hasContent("script");
        assertThat(PgVector.in(folder).ensure(unpacked("17.11"))).isEqualTo(new PgVectorState.Available());
    }

    private Installation unpacked(String version) {
        return new Installation(folder.resolve("bin"), version, true);
    }
}
