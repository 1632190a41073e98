package org.omi.odr.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of documentation.
 *
 * @param path where it is
 * @param text what it says
 */
record Page(Path path, String text) {
    /** The root of the source folder. */
    static final Path ROOT = Path.of("..", "..");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

    /**
     * A block of code.
     *
     * @param language what stands behind the three backticks
     * @param text what is in it
     */
    record Block(String language, String text) {}

    static Page at(String path) throws IOException {
        Path file = ROOT.resolve(path);
        return new Page(file, Files.readString(file));
    }

    /** The blocks in their order. */
    List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(match -> new Block(match.group(1), match.group(2)))
                .toList();
    }

    /** The blocks of one language. */
    List<String> blocks(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .map(Block::text)
                .toList();
    }

    /** The files and folders that it leads to. */
    List<Path> links() {
        return LINK.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(target -> !target.contains("://"))
                .map(target -> path.resolveSibling(target).normalize())
                .toList();
    }
}
