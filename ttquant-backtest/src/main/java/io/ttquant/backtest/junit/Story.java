package io.ttquant.backtest.junit;

import java.util.List;
import java.util.function.Predicate;

/** What a run did, told around what an assertion is about. */
final class Story {
    private static final int AROUND = 6;
    private static final int MOST = 40;

    private final List<String> lines;

    Story(List<String> lines) {
        this.lines = lines;
    }

    /** The lines about an order and those around them; all of a short run. */
    String aroundOrder(long sequence) {
        String mark = "  #" + sequence + " ";
        String exit = "exit #" + sequence + " ";
        return around(line -> line.contains(mark) || line.contains(exit));
    }

    /** The last lines. */
    String atTheEnd() {
        return around(line -> false);
    }

    String around(Predicate<String> isAbout) {
        if (lines.isEmpty()) {
            return "\nNothing happened: no order, no fill, nothing that the strategy did.";
        }
        boolean isAny = lines.stream().anyMatch(isAbout);
        StringBuilder text = new StringBuilder("\nWhat happened, in order").append(isAny ? " (> is about it):" : ":");
        boolean isShort = lines.size() <= MOST;
        int told = isAny || isShort ? 0 : lines.size() - MOST;
        omitted(text, told);
        int skipped = 0;
        for (int i = told; i < lines.size(); i++) {
            if (isAny && !isShort && !isNear(i, isAbout)) {
                skipped++;
                continue;
            }
            omitted(text, skipped);
            skipped = 0;
            text.append(isAbout.test(lines.get(i)) ? "\n> " : "\n  ").append(lines.get(i));
        }
        omitted(text, skipped);
        return text.toString();
    }

    private boolean isNear(int index, Predicate<String> isAbout) {
        int last = Math.min(lines.size() - 1, index + AROUND);
        for (int i = Math.max(0, index - AROUND); i <= last; i++) {
            if (isAbout.test(lines.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static void omitted(StringBuilder text, int count) {
        if (count > 0) {
            text.append("\n  ... ")
                    .append(count)
                    .append(count == 1 ? " line" : " lines")
                    .append(" left out");
        }
    }
}
