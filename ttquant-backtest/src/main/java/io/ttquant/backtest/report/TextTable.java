package io.ttquant.backtest.report;

import java.util.ArrayList;
import java.util.List;

/** Aligned columns of text: the first to the left, the others to the right; what is too long is cut. */
final class TextTable {
    private static final String GAP = "  ";

    private final int[] limits;
    private final List<String[]> rows = new ArrayList<>();
    private final String ellipsis;

    /**
     * @param ellipsis what stands at the end of a text that was cut
     * @param limits the largest width of each column
     */
    TextTable(String ellipsis, int... limits) {
        this.ellipsis = ellipsis;
        this.limits = limits;
    }

    void row(String... cells) {
        rows.add(cells);
    }

    /** The lines, without white space at their end. */
    List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(i == 0 ? "" : GAP).append(padded(cut(row[i], limits[i]), widths[i], i > 0));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[limits.length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], Math.min(limits[i], row[i].length()));
            }
        }
        return widths;
    }

    private String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - ellipsis.length()) + ellipsis;
    }

    private static String padded(String text, int width, boolean toTheRight) {
        String space = " ".repeat(Math.max(0, width - text.length()));
        return toTheRight ? space + text : text + space;
    }
}
