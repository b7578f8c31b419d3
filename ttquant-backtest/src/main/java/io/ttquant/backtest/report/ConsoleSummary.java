package io.ttquant.backtest.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A result in a few lines of at most 100 characters, for a terminal or a log. */
public final class ConsoleSummary {
    /** The longest line, but for the one with the report's place. */
    public static final int WIDTH = 100;

    private static final int MONEY_DIGITS = 2;

    private final ReportModel model;
    private final boolean isAscii;

    private ConsoleSummary(ReportModel model, boolean isAscii) {
        this.model = model;
        this.isAscii = isAscii;
    }

    /** A summary with lines and dots beyond ASCII. */
    public static ConsoleSummary of(ReportModel model) {
        return new ConsoleSummary(model, false);
    }

    /** A summary in plain ASCII, for terminals and logs that know nothing else; other characters print as {@code ?}. */
    public static ConsoleSummary ascii(ReportModel model) {
        return new ConsoleSummary(model, true);
    }

    /**
     * Prints the summary.
     *
     * @param place where the report is; the last line
     */
    public void print(Appendable out, String place) {
        print(out);
        line(out, "");
        line(out, "Report: " + place);
    }

    /** Prints the summary without a word of where the report is. */
    public void print(Appendable out) {
        line(out, cut(model.title()));
        if (!model.subtitle().isEmpty()) {
            line(out, cut(model.subtitle()));
        }
        line(out, "");
        printTable(out);
        printFigures(out);
        printNotes(out);
    }

    private void printTable(Appendable out) {
        TextTable table = new TextTable(ellipsis(), WIDTH);
        table.row("Strategy", "Orders", "Refused", "Trades", "Net PnL", "Fees", "Return", "Drawdown", "Sharpe");
        model.strategies().forEach(strategy -> addRow(table, strategy));
        addRow(table, model.total());
        List<String> lines = table.lines();
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        String rule = (isAscii ? "-" : "─").repeat(width);
        line(out, lines.get(0));
        line(out, rule);
        lines.subList(1, lines.size() - 1).forEach(text -> line(out, text));
        if (!model.strategies().isEmpty()) {
            line(out, rule);
        }
        line(out, lines.get(lines.size() - 1));
    }

    private static void addRow(TextTable table, StrategySummary row) {
        table.row(
                row.strategy(),
                count(row.orders()),
                count(row.refused()),
                count(row.trades()),
                money(row.pnl(), true),
                money(row.fees(), false),
                percent(row.returnRatio()),
                percent(row.maxDrawdown()),
                Figure.number("", row.sharpe(), 2, "").value());
    }

    private void printFigures(Appendable out) {
        if (model.headline().isEmpty()) {
            return;
        }
        line(out, "");
        int width = model.headline().stream()
                .mapToInt(figure -> figure.name().length())
                .max()
                .orElse(0);
        for (Figure figure : model.headline()) {
            line(out, cut(figure.name() + " ".repeat(width + 2 - figure.name().length()) + figure.display()));
        }
    }

    private void printNotes(Appendable out) {
        if (model.warnings().isEmpty()
                && model.refusals().isEmpty()
                && model.risks().isEmpty()) {
            return;
        }
        line(out, "");
        for (String warning : model.warnings()) {
            wrapped(out, warning);
        }
        for (RefusalCount refusal : model.refusals()) {
            wrapped(
                    out,
                    refusal.strategy() + ": " + count(refusal.count()) + " refused, " + refusal.reason() + ": "
                            + refusal.example());
        }
        for (RiskCount risk : model.risks()) {
            wrapped(out, risk.strategy() + ": " + count(risk.count()) + " × " + risk.what() + ": " + risk.example());
        }
    }

    /** A note over as many lines as it needs, broken at spaces. */
    private void wrapped(Appendable out, String note) {
        String start = "! ";
        String rest = note;
        while (start.length() + rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH - start.length());
            if (space <= 0) {
                break;
            }
            line(out, start + rest.substring(0, space));
            rest = rest.substring(space + 1);
            start = "  ";
        }
        line(out, cut(start + rest));
    }

    private String cut(String text) {
        return text.length() <= WIDTH
                ? text
                : text.substring(0, WIDTH - ellipsis().length()) + ellipsis();
    }

    private String ellipsis() {
        return isAscii ? "..." : "…";
    }

    private void line(Appendable out, String text) {
        try {
            out.append(isAscii ? text.replaceAll("[^\\x20-\\x7e]", "?") : text.replaceAll("\\p{Cntrl}", "?"));
            out.append(System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(double ratio) {
        return Figure.signedPercent("", ratio, "").display();
    }

    private static String money(@Nullable BigDecimal amount, boolean isSigned) {
        if (amount == null) {
            return Figure.UNAVAILABLE;
        }
        BigDecimal rounded = amount.setScale(MONEY_DIGITS, RoundingMode.HALF_EVEN);
        return (isSigned ? Figure.signedAmount("", rounded, "", "") : Figure.amount("", rounded, "", "")).value();
    }
}
