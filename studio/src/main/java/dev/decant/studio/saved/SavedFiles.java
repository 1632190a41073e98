package dev.decant.studio.saved;

import dev.decant.codec.Json;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.studio.connection.StudioEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of the project with a small file for each thing that was saved under a name. */
public final class SavedFiles {
    private static final int LONGEST_NAME = 80;
    private static final int MOST = 1_000;

    private final Path root;
    private final Path folder;
    private final String ending;
    private final Pattern names;

    private SavedFiles(Path root, String folder, String ending) {
        this.root = root;
        this.folder = root.resolve(folder);
        this.ending = ending;
        this.names = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]*" + Pattern.quote(ending));
    }

    /** A folder of an environment's project, which need not be there yet. */
    public static SavedFiles of(StudioEnvironment environment, String folder, String ending) {
        return new SavedFiles(environment.configuration().root(), folder, ending);
    }

    /**
     * The name that somebody gives to what is saved.
     *
     * @throws DecantException DCT-760 when it is none
     */
    public static String name(Json.Fields body, String field) {
        String name = body.required(field).asText().replaceAll("\\s+", " ").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || slug(name).isEmpty()) {
            throw Failure.of("DCT-760", "\"" + name + "\" is no name")
                    .next("give 1 to " + LONGEST_NAME + " characters, among them a letter or a digit")
                    .exception();
        }
        return name;
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    /** The names of the files, in order. */
    public List<String> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(names.asMatchPredicate())
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            throw failed("cannot be read", folder, e);
        }
    }

    /** What stands in a file. */
    public String text(String file) {
        try {
            return Files.readString(path(file));
        } catch (IOException e) {
            throw failed("cannot be read", folder.resolve(file), e);
        }
    }

    /** Writes a file under a name, over one that is there; gives the name of the file. */
    public String write(String name, String text) {
        String file = slug(name) + ending;
        Path target = folder.resolve(file);
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, ".new-", ending);
            Files.writeString(fresh, text);
            share(fresh);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw failed("cannot be written", target, e);
        }
    }

    /** A temporary file is its owner's alone; what a team shares is not. */
    private void share(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            var permissions = Files.getPosixFilePermissions(folder);
            permissions.removeIf(each -> each.name().endsWith("EXECUTE"));
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /**
     * Writes a file that is not there yet; gives its name.
     *
     * @throws DecantException DCT-762 when it is
     */
    public String create(String name, String text) {
        String file = slug(name) + ending;
        if (Files.exists(folder.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
            throw Failure.of("DCT-762", "there is such a file already")
                    .at(shown(file))
                    .next("give another name")
                    .exception();
        }
        return write(name, text);
    }

    /** Removes a file. */
    public void remove(String file) {
        try {
            Files.delete(path(file));
        } catch (IOException e) {
            throw failed("cannot be removed", folder.resolve(file), e);
        }
    }

    /** How a file is called from the folder of the project. */
    public String shown(String file) {
        return root.relativize(folder.resolve(file)).toString();
    }

    private Path path(String file) {
        boolean known =
                names.matcher(file).matches() && Files.isRegularFile(folder.resolve(file), LinkOption.NOFOLLOW_LINKS);
        if (!known) {
            throw Failure.of("DCT-761", "nothing is saved as \"" + file + "\"")
                    .next("read the list again")
                    .exception();
        }
        return folder.resolve(file);
    }

    private DecantException failed(String what, Path file, IOException e) {
        return Failure.of("DCT-762", what + " (" + e.getMessage() + ")")
                .at(root.relativize(file).toString())
                .next("see that there is room and that you may write there")
                .exception(e);
    }
}
