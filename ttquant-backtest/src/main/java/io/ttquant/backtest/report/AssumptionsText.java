package io.ttquant.backtest.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What a run took for granted, as plain text in lines of at most 100 characters, for a terminal or a log.
 *
 * <pre>
 * Fees
 *   maker 0.1%, taker 0.1% of a fill's value
 *   > Rates below those of the real account flatter, and the more so the more is traded; rates above
 *   > them hurt.
 * </pre>
 */
public final class AssumptionsText {
    /** The longest line, unless a single word is longer. */
    public static final int WIDTH = 100;

    private final List<AssumptionRow> rows;

    private AssumptionsText(List<AssumptionRow> rows) {
        this.rows = rows;
    }

    /** The assumptions of a result. */
    public static AssumptionsText of(ReportModel model) {
        return new AssumptionsText(model.assumptions());
    }

    /** Prints them: topic, model and parameters, and after a {@code >} what that does to the result. */
    public void print(Appendable out) {
        try {
            for (AssumptionRow row : rows) {
                wrapped(out, "", row.topic());
                wrapped(out, "  ", row.model());
                wrapped(out, "  > ", row.explanation());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the assumptions: " + e.getMessage(), e);
        }
    }

    private static void wrapped(Appendable out, String start, String text) throws IOException {
        String rest = text.replaceAll("\\p{Cntrl}", "?");
        while (start.length() + rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH - start.length());
            space = space > 0 ? space : rest.indexOf(' ');
            if (space <= 0) {
                break;
            }
            out.append(start).append(rest, 0, space).append(System.lineSeparator());
            rest = rest.substring(space + 1);
        }
        out.append(start).append(rest).append(System.lineSeparator());
    }
}
