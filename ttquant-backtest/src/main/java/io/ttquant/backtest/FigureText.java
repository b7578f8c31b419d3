package io.ttquant.backtest;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.report.Figure;
import io.ttquant.backtest.report.Tone;
import io.ttquant.backtest.statistics.Statistic;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as they are printed. */
final class FigureText {
    private final String currency;

    FigureText(String currency) {
        this.currency = currency;
    }

    /** A figure with its formula, and the reason after it if there is no number. */
    Figure of(Statistic s) {
        String formula = s.isKnown() ? s.formula() : s.formula() + "; " + s.reason();
        Figure figure = s.isKnown()
                ? known(s, formula)
                : new Figure(s.name(), Figure.UNAVAILABLE, "", formula, Tone.NEUTRAL, Double.NaN);
        return figure.keyed(s.key(), s.reason());
    }

    private Figure known(Statistic s, String formula) {
        return switch (s.unit()) {
            case NUMBER -> Figure.number(s.name(), s.number(), 2, formula);
            case COUNT -> Figure.count(s.name(), (long) s.number(), formula);
            case PERCENT -> Figure.percent(s.name(), s.number(), formula);
            case SIGNED_PERCENT -> Figure.signedPercent(s.name(), s.number(), formula);
            case MONEY -> Figure.amount(s.name(), cents(s.number()), currency, formula);
            case SIGNED_MONEY -> Figure.signedAmount(s.name(), cents(s.number()), currency, formula);
            case DURATION -> text(s, Durations.text((long) s.number()), formula);
            case TIME -> text(s, time((long) Math.floor(s.number())), formula);
        };
    }

    private static Figure text(Statistic s, String value, String formula) {
        return new Figure(s.name(), value, "", formula, Tone.NEUTRAL, s.number());
    }

    private static String time(long seconds) {
        return EpochNanos.format(seconds * EpochNanos.SECOND).replace("T", " ").replace("Z", "");
    }

    private static BigDecimal cents(double amount) {
        return cents(BigDecimal.valueOf(amount));
    }

    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(digits(amount), RoundingMode.HALF_EVEN);
    }

    /** Decimals of an amount in a figure: two, or more for what is below 1. */
    static int digits(BigDecimal amount) {
        double size = amount.abs().doubleValue();
        return size == 0 || size >= 1 ? 2 : Math.min(8, 2 - (int) Math.floor(Math.log10(size)));
    }
}
