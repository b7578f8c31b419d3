package io.ttquant.backtest.report;

import java.util.ArrayList;
import java.util.List;

/** Aligned columns of text within a width: the first to the left and cut if it must be, the others to the right and whole. */
final class TextTable {
    private static final String GAP = "  ";
    private static final int NARROWEST_NAME = 8;

    private final String ellipsis;
    private final int width;
    private final List<String[]> rows = new ArrayList<>();

    /**
     * @param ellipsis what stands at the end of a text that was cut
     * @param width the largest length of a line
     */
    TextTable(String ellipsis, int width) {
        this.ellipsis = ellipsis;
        this.width = width;
    }

    void row(String... cells) {
        rows.add(cells);
    }

    /** The lines, without white space at their end. */
    List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(toTheLeft(cut(row[0], widths[0]), widths[0]));
            for (int i = 1; i < row.length; i++) {
                line.append(GAP).append(toTheRight(row[i], widths[i]));
            }
            lines.add(cut(line.toString().stripTrailing(), width));
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        int rest = 0;
        for (int i = 1; i < widths.length; i++) {
            rest += GAP.length() + widths[i];
        }
        widths[0] = Math.min(widths[0], Math.max(NARROWEST_NAME, width - rest));
        return widths;
    }

    private String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - ellipsis.length()) + ellipsis;
    }

    private static String toTheLeft(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String toTheRight(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
