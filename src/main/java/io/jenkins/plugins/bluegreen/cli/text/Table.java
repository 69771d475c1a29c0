package io.jenkins.plugins.bluegreen.cli.text;

import io.jenkins.plugins.bluegreen.text.Quoted;
import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: columns as wide as their widest cell, two spaces apart. Collects its rows; not thread-safe. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /** Adds a row with as many cells as there are headings. */
    public Table row(String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(cell.isEmpty() ? "-" : Quoted.plain(cell, 200));
        }
        rows.add(List.copyOf(row));
        return this;
    }

    /** The table's lines. */
    public String show() {
        StringBuilder shown = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(DisplayWidth.pad(row.get(column), width(column))).append("  ");
            }
            shown.append(line.toString().stripTrailing()).append('\n');
        }
        return shown.toString();
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> DisplayWidth.of(row.get(column)))
                .max()
                .orElse(0);
    }
}
