package dev.decant.config;

/**
 * A place in a text file, counted from 1; prints as {@code decant.toml:4:1}.
 *
 * @param file the file as the user would name it from the working directory
 * @param line the line, from 1
 * @param column the character in the line, from 1
 */
public record Position(String file, int line, int column) implements Comparable<Position> {
    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns are counted from 1");
        }
    }

    @Override
    public int compareTo(Position other) {
        int files = file.compareTo(other.file);
        int lines = files != 0 ? files : Integer.compare(line, other.line);
        return lines != 0 ? lines : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
