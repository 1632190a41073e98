package dev.decant.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rows with columns as wide as what stands in them. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<String> headings;
    private final List<Row> rows = new ArrayList<>();

    TextTable(String... headings) {
        this.headings = List.of(headings);
    }

    private record Row(List<String> cells, UnaryOperator<String> paint) {}

    /** Adds a row of as many cells as there are headings, painted as a whole. */
    void add(UnaryOperator<String> paint, String... cells) {
        rows.add(new Row(List.of(cells), paint));
    }

    List<String> lines(Ink ink) {
        List<Integer> widths = new ArrayList<>(Collections.nCopies(headings.size(), 0));
        widen(widths, headings);
        rows.forEach(row -> widen(widths, row.cells()));
        List<String> lines = new ArrayList<>();
        lines.add(ink.bold(line(widths, headings)));
        rows.forEach(row -> lines.add(row.paint().apply(line(widths, row.cells()))));
        return lines;
    }

    private static void widen(List<Integer> widths, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            widths.set(i, Math.max(widths.get(i), cell.codePointCount(0, cell.length())));
        }
    }

    private static String line(List<Integer> widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            line.append(cell)
                    .append(" ".repeat(widths.get(i) - cell.codePointCount(0, cell.length())))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
