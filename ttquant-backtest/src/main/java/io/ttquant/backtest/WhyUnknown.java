package io.ttquant.backtest;

import io.ttquant.backtest.statistics.Performance;
import io.ttquant.backtest.statistics.TradeFigures;

/** Why there is no number, in words: the first cause that holds, else the one that the figure itself has. */
final class WhyUnknown {
    static final String NOTHING_VARIED = "not defined here: nothing varied, or there was nothing to divide by";
    static final String NO_PRICE = "not known, because a price is missing";

    private final RunStatistics run;
    private final Performance line;

    WhyUnknown(RunStatistics run) {
        this.run = run;
        this.line = run.performance();
    }

    /** Of the line of equity. */
    String equity(String otherwise) {
        if (Double.isNaN(line.start())) {
            return NO_PRICE;
        }
        return line.start() > 0 ? otherwise : "not defined for a start equity that is not above 0";
    }

    /** Of figures that are brought to a year, and of the tail. */
    String ofYear(String otherwise) {
        if (!line.isAnnual()) {
            return "not computed for " + Durations.text(line.lengthNanos()) + ": less than "
                    + line.conventions().leastDays() + " days say nothing of a year";
        }
        return equity(line.isAboveZero() ? otherwise : "not defined, because equity was not above 0 all the time");
    }

    String drawdown(String otherwise) {
        return equity(line.isAboveZero() ? otherwise : "not defined, because equity was not above 0 all the time");
    }

    String benchmark(String otherwise) {
        if (run.benchmarkDaily().size() == 0) {
            return "not known: no instrument had a price";
        }
        return ofYear(
                run.benchmarkDaily().size() == line.daily().size()
                        ? otherwise
                        : "not known: equity could not be valued on all the days");
    }

    String trades(String otherwise) {
        return trades(run.trades(), otherwise);
    }

    static String trades(TradeFigures trades, String otherwise) {
        if (trades.count() == 0) {
            return "no trade was closed";
        }
        return Double.isNaN(trades.total()) ? "not known: a trade's fee or currency had no price" : otherwise;
    }

    String wins() {
        return trades("no trade had a profit");
    }

    String losses() {
        return trades("no trade had a loss");
    }
}
