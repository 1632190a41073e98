package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.Decant;
import dev.decant.journal.Migration;
import dev.decant.journal.Placeholders;
import dev.decant.run.RunListener;
import dev.decant.source.JavaCode;
import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServers;
import dev.decant.testkit.run.RunnerLab;
import dev.decant.workflow.Index;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Decant inside of an application. */
class LibraryTest {
    @TempDir
    Path folder;

    private TestDatabase server;
    private PGSimpleDataSource dataSource;
    private RunnerLab lab;

    @BeforeEach
    void make_an_application() {
        server = TestServers.postgres("17").freshDatabase();
        dataSource = new PGSimpleDataSource();
        dataSource.setUrl(server.jdbcUrl());
        dataSource.setUser(server.user());
        dataSource.setPassword(server.password());
        lab = new RunnerLab(LiveDatabase.DATABASE, server::open, folder.resolve("db/migrations"));
        lab.addTable("one");
        lab.addTable("two");
    }

    @AfterEach
    void drop_the_database() {
        server.close();
    }

    private Decant decant(Path place) throws IOException {
        ClassLoader loader =
                new URLClassLoader(new URL[] {place.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        return Decant.of(dataSource).from(loader).from("db/migrations");
    }

    @Test
    void an_application_migrates_when_it_starts() throws Exception {
        assertThat(decant(folder).migrate().migrations()).hasSize(2);
        assertThat(decant(folder).migrate().migrations()).isEmpty();
        assertThat(decant(folder).status().pending()).isEmpty();
        assertThat(lab.has("two")).isTrue();
    }

    @Test
    void a_jar_is_read_by_its_index_and_not_searched() throws Exception {
        Path jar = folder.resolve("application.jar");
        pack(jar);
        assertThatThrownBy(() -> decant(jar).migrate()).hasMessageStartingWith("DCT-223 db/migrations: ");
        new Index(lab.journal(), JavaCode.PLAIN).run();
        pack(jar);
        assertThat(decant(jar).migrate().migrations()).hasSize(2);
    }

    @Test
    void a_jar_carries_hooks_repeatable_scripts_assertions_and_compiled_classes() throws Exception {
        Migration fill = lab.add("fill", "-- decant: java Fill\n-- decant: java Once", "");
        lab.write(fill, "before.sql", "SELECT * FROM one;");
        lab.write(fill, "verify.sql", "SELECT count(*) = 2 FROM one;");
        lab.write(fill, "Fill.java", """
                package app;

                public class Fill implements dev.decant.migration.JavaMigration {
                    @Override
                    public void up(java.sql.Connection connection) throws java.sql.SQLException {
                        new Object() {
                            void insert() throws java.sql.SQLException {
                                connection.createStatement().execute("INSERT INTO one VALUES (1)");
                            }
                        }.insert();
                    }
                }
                """);
        lab.write(fill, "Once.java", "public class Once extends app.Fill {}");
        lab.script("hooks/after-migrate.sql", "-- decant: placeholders\nINSERT INTO two VALUES (${number});");
        lab.script("repeatable/views.sql", "CREATE OR REPLACE VIEW twos AS SELECT * FROM two;");
        Path index = new Index(lab.journal(), JavaCode.PLAIN).run();
        assertThat(Files.readAllLines(index))
                .hasSize(5)
                .contains("repeatable/views.sql", "hooks/after-migrate.sql")
                .contains(fill.id()
                        + " before.sql verify.sql Fill.java Once.java Once.class app.Fill.class app.Fill$1.class");
        Path jar = folder.resolve("application.jar");
        pack(jar);
        Decant decant = decant(jar).with(settings -> settings.withPlaceholders(Placeholders.of(Map.of("number", "7"))));
        assertThat(decant.migrate().repeated()).containsExactly("views");
        assertThat(lab.number("SELECT sum(id) FROM twos")).isEqualTo(7);
        assertThat(lab.number("SELECT count(*) FROM one")).isEqualTo(2);
        assertThat(decant.migrate().isEmpty()).isTrue();
        assertThat(lab.runner().compare(lab.journal()).findings())
                .as("the folder says the same")
                .isEmpty();
    }

    @Test
    void a_large_script_in_a_jar_is_read_piece_by_piece() throws Exception {
        String rows = ("INSERT INTO one VALUES (1); -- " + "x".repeat(4000) + "\n").repeat(2200);
        Migration large = lab.add("large", rows + "SELECT nonsense;", "DELETE FROM one;");
        new Index(lab.journal(), JavaCode.PLAIN).run();
        Path jar = folder.resolve("application.jar");
        pack(jar);
        assertThatThrownBy(() -> decant(jar).migrate())
                .hasMessageContaining("db/migrations/" + large.id() + "/up.sql:2201:8: ");
        lab.edit(large, rows);
        pack(jar);
        assertThat(decant(jar).migrate().migrations()).containsExactly(large.id());
        assertThat(lab.number("SELECT sum(id) FROM one")).isEqualTo(2200);
    }

    private void pack(Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(folder.resolve("db"))) {
            for (Path each : files.toList()) {
                boolean isFolder = Files.isDirectory(each);
                out.putNextEntry(new JarEntry(folder.relativize(each) + (isFolder ? "/" : "")));
                if (!isFolder) {
                    Files.copy(each, out);
                }
            }
        }
    }

    @Test
    void a_pool_gets_its_connections_back_as_they_were() throws Exception {
        try (Connection only = dataSource.getConnection();
                Connection other = dataSource.getConnection()) {
            only.createStatement().execute("SET application_name = 'pool'");
            PooledTwo pool = new PooledTwo(List.of(only, other));
            new dev.decant.run.Runner(LiveDatabase.DATABASE, server::open, RunnerLab.SETTINGS, RunListener.SILENT)
                    .compare(lab.journal());
            ClassLoader loader =
                    new URLClassLoader(new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            Decant.of(pool).from(loader).from("db/migrations").migrate();
            assertThat(show(only, "lock_timeout")).isEqualTo("0");
            assertThat(show(other, "lock_timeout")).isEqualTo("0");
            assertThat(lab.number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                    .isZero();
            assertThat(only.getAutoCommit()).isTrue();
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
