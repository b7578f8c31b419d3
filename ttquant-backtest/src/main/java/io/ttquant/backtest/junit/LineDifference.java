package io.ttquant.backtest.junit;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line: {@code -} was, {@code +} is, with three lines around each. */
final class LineDifference {
    private static final int AROUND = 3;
    /** Beyond this many pairs of lines, what differs is shown as one block. */
    private static final long MOST_PAIRS = 4_000_000;

    private LineDifference() {}

    static String of(List<String> before, List<String> after) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<String> lines = new ArrayList<>();
        before.subList(0, start).forEach(line -> lines.add("  " + line));
        changed(before.subList(start, before.size() - end), after.subList(start, after.size() - end), lines);
        before.subList(before.size() - end, before.size()).forEach(line -> lines.add("  " + line));
        return near(lines);
    }

    private static void changed(List<String> before, List<String> after, List<String> lines) {
        if ((long) before.size() * after.size() > MOST_PAIRS) {
            before.forEach(line -> lines.add("- " + line));
            after.forEach(line -> lines.add("+ " + line));
            return;
        }
        int[][] common = common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add("  " + before.get(i++));
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + before.get(i++));
            } else {
                lines.add("+ " + after.get(j++));
            }
        }
    }

    /** How many lines the ends of both, from each pair of lines on, have in common in the same order. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static String near(List<String> lines) {
        StringBuilder text = new StringBuilder();
        int shown = -1;
        int lastChange = Integer.MIN_VALUE / 2;
        int nextChange = next(lines, 0);
        for (int i = 0; i < lines.size(); i++) {
            if (i == nextChange) {
                lastChange = i;
                nextChange = next(lines, i + 1);
            }
            if (i - lastChange <= AROUND || nextChange - i <= AROUND) {
                text.append(shown + 1 == i ? "" : "  ...\n")
                        .append(lines.get(i))
                        .append('\n');
                shown = i;
            }
        }
        return text.append(shown + 1 == lines.size() ? "" : "  ...\n")
                .toString()
                .stripTrailing();
    }

    private static int next(List<String> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("  ")) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }
}
