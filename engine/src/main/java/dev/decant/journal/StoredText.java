package dev.decant.journal;

import dev.decant.dialect.Dialect;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.sql.Syntax;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A text that is too large to be held, and is read where it lies each time somebody wants it. What it says is the same each time: a file that
 * somebody has touched in between is refused.
 */
final class StoredText implements SqlText {
    /** From how many bytes on a file stays where it is. */
    static final long LARGE = 8L * 1024 * 1024;

    /** Places in a text are counted in whole numbers of 31 bits. */
    private static final long LARGEST = Integer.MAX_VALUE;

    private static final int PIECE = 1024 * 1024;

    private final Path path;
    private final long size;
    private final FileTime modified;
    private final Map<String, List<SqlStep>> steps = new ConcurrentHashMap<>();
    private final Map<Syntax, String> checksums = new ConcurrentHashMap<>();

    private StoredText(Path path, BasicFileAttributes attributes) {
        this.path = path;
        this.size = attributes.size();
        this.modified = attributes.lastModifiedTime();
    }

    /**
     * The content of a file: held when it is small.
     *
     * @throws IOException when it cannot be read
     */
    static SqlText of(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (attributes.size() < LARGE || !attributes.isRegularFile()) {
            return new HeldText(Files.readString(path));
        }
        if (attributes.size() > LARGEST) {
            throw Failure.of("DCT-228", "the file has " + megabytes(attributes.size()) + " MB, and 2047 MB is the most")
                    .at(path.toString())
                    .next("spread what it does over several migrations")
                    .exception();
        }
        return new StoredText(path, attributes);
    }

    static long megabytes(long bytes) {
        return bytes / (1024 * 1024);
    }

    @Override
    public List<SqlStep> steps(Dialect dialect, Supplier<List<SqlStep>> work) {
        return steps.computeIfAbsent(dialect.id(), id -> work.get());
    }

    @Override
    public String checksum(Syntax syntax, Supplier<String> work) {
        return checksums.computeIfAbsent(syntax, known -> work.get());
    }

    @Override
    public String whole() {
        StringBuilder whole = new StringBuilder();
        pieces().forEachRemaining(whole::append);
        return whole.toString();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Iterator<String> pieces() {
        return new Pieces();
    }

    /** Opens the file for each piece, so that nobody has to close anything who does not read to the end. */
    private final class Pieces implements Iterator<String> {
        private long read;

        @Override
        public boolean hasNext() {
            return read < size;
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the file has no more");
            }
            try (SeekableByteChannel channel = Files.newByteChannel(path)) {
                requireSame();
                ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(PIECE, size - read));
                channel.position(read);
                while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                    // Until it is full.
                }
                requireSame();
                bytes.flip();
                String piece = StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(whole(bytes))
                        .toString();
                read += bytes.limit();
                return piece;
            } catch (CharacterCodingException e) {
                throw FolderFiles.otherEncoding(path, e);
            } catch (IOException e) {
                throw FolderFiles.unreadable(path, e);
            }
        }

        /** A character that goes on behind the piece is left to the next one. */
        private ByteBuffer whole(ByteBuffer bytes) {
            if (read + bytes.limit() < size) {
                int begin = bytes.limit();
                do {
                    begin--;
                } while (begin > 0 && bytes.limit() - begin < 4 && (bytes.get(begin) & 0xC0) == 0x80);
                if ((bytes.get(begin) & 0xC0) == 0xC0) {
                    bytes.limit(begin);
                }
            }
            return bytes;
        }
    }

    private void requireSame() throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        if (now.size() != size || !now.lastModifiedTime().equals(modified)) {
            throw changed();
        }
    }

    private DecantException changed() {
        return Failure.of("DCT-227", "somebody changed the file while it was read")
                .at(path.toString())
                .next("look whether it is as it should be, and run again")
                .exception();
    }
}
