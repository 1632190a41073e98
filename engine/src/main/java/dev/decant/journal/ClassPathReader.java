package dev.decant.journal;

import dev.decant.config.FileTrouble;
import dev.decant.dialect.Dialect;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the migrations that an application carries, as its index lists them; nothing on the class path is searched. */
final class ClassPathReader {
    private final ClassLoader loader;
    private final String location;
    private final Dialect dialect;

    ClassPathReader(ClassLoader loader, String location, Dialect dialect) {
        this.loader = loader;
        this.location = location.replaceAll("^/+|/+$", "");
        this.dialect = dialect;
    }

    FolderReader.Content read() {
        URL index = loader.getResource(location + "/" + JournalIndex.FILE);
        if (index == null) {
            return new FolderReader(unpacked(), dialect).read();
        }
        List<Migration> migrations = new ArrayList<>();
        List<Repeatable> repeatables = new ArrayList<>();
        Map<Hook, SqlFile> hooks = new EnumMap<>(Hook.class);
        for (JournalIndex.Line line : JournalIndex.read(text(JournalIndex.FILE))) {
            int slash = line.path().indexOf('/');
            String name = line.path().substring(slash + 1);
            if (slash < 0) {
                migrations.add(
                        new MigrationFiles(line.path(), line.files(), new InResources(line.path())).read(dialect.id()));
            } else if (line.path().startsWith(Repeatable.FOLDER)) {
                repeatables.add(Repeatable.of(file(line.path()), name));
            } else {
                Hook.of(name).ifPresent(hook -> hooks.put(hook, file(line.path())));
            }
        }
        return new FolderReader.Content(migrations, new Scripts(repeatables, hooks));
    }

    /** Reads the files of a migration. */
    private final class InResources implements MigrationFiles.Place {
        private final String id;

        InResources(String id) {
            this.id = id;
        }

        @Override
        public SqlFile text(String name) {
            return file(id + "/" + name);
        }

        @Override
        public byte[] bytes(String name) {
            return ClassPathReader.this.bytes(id + "/" + name);
        }
    }

    /** Where the class path is folders, as while one develops, the folder is read as it is. */
    private Path unpacked() {
        URL folder = loader.getResource(location);
        if (folder == null) {
            throw Failure.of("DCT-210", "there are no migrations on the class path")
                    .at(location)
                    .next("copy the folder of migrations into the resources, with the index that decant index writes")
                    .exception();
        }
        if (!folder.getProtocol().equals("file")) {
            throw Failure.of("DCT-223", "the migrations on the class path have no index")
                    .at(location)
                    .next("write it with decant index before the resources are packed")
                    .exception();
        }
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private SqlFile file(String name) {
        return new SqlFile(location + "/" + name, read(name, Spilled::of), List.of());
    }

    private String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String name) {
        return read(name, InputStream::readAllBytes);
    }

    /** What somebody makes of a stream. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(InputStream stream) throws IOException;
    }

    private <T> T read(String name, Reading<T> reading) {
        String path = location + "/" + name;
        try (InputStream stream = loader.getResourceAsStream(path)) {
            if (stream == null) {
                throw Failure.of("DCT-215", "the file is missing, although the index lists it")
                        .at(path)
                        .next("write the index again with decant index, and pack the resources again")
                        .exception();
            }
            return reading.of(stream);
        } catch (IOException e) {
            throw Failure.of("DCT-211", "cannot be read: " + FileTrouble.words(e))
                    .at(path)
                    .exception(e);
        }
    }
}
