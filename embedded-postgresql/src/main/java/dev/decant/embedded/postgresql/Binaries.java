package dev.decant.embedded.postgresql;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Where the programs of a server come from. */
sealed interface Binaries {
    /** The installations there are, unpacked into the cache where they are archives. */
    List<Installation> in(Path cache, Consumer<Progress> progress);

    /** Every archive for this platform on the class path. */
    record OnClassPath() implements Binaries {
        @Override
        public List<Installation> in(Path cache, Consumer<Progress> progress) {
            return BinaryArchive.onClassPath().stream()
                    .map(archive -> new BinaryCache(cache).unpack(archive, progress))
                    .toList();
        }
    }

    /** One jar. */
    record InJar(Path jar) implements Binaries {
        @Override
        public List<Installation> in(Path cache, Consumer<Progress> progress) {
            return List.of(new BinaryCache(cache).unpack(BinaryArchive.in(jar), progress));
        }
    }

    /** What the system has. */
    record Installed(Path bin) implements Binaries {
        @Override
        public List<Installation> in(Path cache, Consumer<Progress> progress) {
            return List.of(Installation.installed(bin));
        }
    }
}
