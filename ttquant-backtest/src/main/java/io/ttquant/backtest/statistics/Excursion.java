package io.ttquant.backtest.statistics;

/**
 * How far the market went against a trade and in its favour while it was open (Sweeney's maximum adverse and favourable excursion), as fractions of the
 * value at entry. Where prices come in bars, the whole of each bar that the trade met counts, since nobody knows in which order it ran: they are bounds.
 *
 * @param adverse the worst return, not positive; the price of its exit counts too
 * @param favourable the best return, not negative
 * @param end the return at its exit, before fees
 */
public record Excursion(double adverse, double favourable, double end) {
    /** That of a trade in an instrument of which no price is known but its own two: all NaN. */
    public static final Excursion UNKNOWN = new Excursion(Double.NaN, Double.NaN, Double.NaN);

    /** What of the best return was given back by the exit: favourable − end, not negative (Lean's end trade drawdown). */
    public double givenBack() {
        return favourable - end;
    }
}
