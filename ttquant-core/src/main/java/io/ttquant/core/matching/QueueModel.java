package io.ttquant.core.matching;

/**
 * How a resting order's place in the queue of its price is estimated where the data shows only the total displayed at each price.
 *
 * <p>A trade at the price always comes off the front, so all models agree on it. They differ in what they make of a displayed quantity that falls
 * without a trade: whether what was cancelled stood ahead of us or behind. The formulas are those of hftbacktest ({@code models/queue.rs} and
 * {@code order_fill.rst}). All results are estimates.
 *
 * <p>With Δ the part of a fall that no trade explains, ahead and behind the quantities in front of us and after us, and p the chance that a cancel
 * came from behind: {@code ahead' = min(ahead − (1 − p)·Δ + min(behind − p·Δ, 0), displayed)}. With p = 1 this is {@link #riskAverse()}.
 * One thing is added: cancels never take what is ahead below zero, where the formula alone would let a cancel fill the order.
 */
public interface QueueModel {
    /** Cancels come from behind for as long as something is there: what is ahead falls by trades only, and is never more than is displayed. */
    static QueueModel riskAverse() {
        return new RiskAverseQueue();
    }

    /**
     * Cancels never help: what is ahead falls by trades only, until the whole level is gone. As NautilusTrader's; more cautious than
     * {@link #riskAverse()}, since it ignores even a displayed quantity smaller than its estimate.
     */
    static QueueModel tradesOnly() {
        return new TradesOnlyQueue();
    }

    /**
     * p = f(behind) / (f(behind) + f(ahead)) with f(x) = x<sup>n</sup>. With n = 1 cancels are spread evenly over the queue.
     *
     * @param n above 0 to 100; the larger it is, the more the larger of the two parts bears
     * @throws IllegalArgumentException if it is out of that range
     */
    static QueueModel power(double n) {
        return new ProbabilisticQueue(CancelChance.POWER, CancelChance.requireExponent("power", n));
    }

    /** As {@link #power}, with f(x) = ln(1 + x), x in units of quantity. */
    static QueueModel log() {
        return new ProbabilisticQueue(CancelChance.LOG, 0);
    }

    /**
     * p = f(behind) / f(behind + ahead) with f(x) = x<sup>n</sup>.
     *
     * @param n above 0 to 100; the larger it is, the likelier cancels are ahead
     * @throws IllegalArgumentException if it is out of that range
     */
    static QueueModel power2(double n) {
        return new ProbabilisticQueue(CancelChance.POWER_2, CancelChance.requireExponent("power_2", n));
    }

    /** As {@link #power2}, with f(x) = ln(1 + x), x in units of quantity. */
    static QueueModel log2() {
        return new ProbabilisticQueue(CancelChance.LOG_2, 0);
    }

    /**
     * p = 1 − (ahead / (ahead + behind))<sup>n</sup>.
     *
     * @param n above 0 to 100; the larger it is, the likelier cancels are behind
     * @throws IllegalArgumentException if it is out of that range
     */
    static QueueModel power3(double n) {
        return new ProbabilisticQueue(CancelChance.POWER_3, CancelChance.requireExponent("power_3", n));
    }

    /**
     * A model by its name: {@code risk_averse}, {@code trades_only}, {@code log}, {@code log_2}, or one of {@code power}, {@code power_2} and
     * {@code power_3} with its exponent after a space, as in {@code power 3}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static QueueModel parse(String text) {
        return QueueModelText.parse(text);
    }

    /**
     * Estimates what is ahead once the quantity displayed at the order's price has changed.
     *
     * @param rawAhead what was ahead; negative if more was traded than was ahead
     * @param rawTraded what was traded at the price since the last change, not negative; the fall has it in it
     * @param rawPrevious displayed before
     * @param rawNext displayed now; 0 if the level is gone
     * @param rawUnit one unit of quantity in raw units, for models whose formula is not free of units
     * @return what is ahead now, at most {@code rawNext} unless the model says otherwise
     */
    double ahead(double rawAhead, double rawTraded, long rawPrevious, long rawNext, double rawUnit);

    /** A sentence for the report's list of assumptions. */
    String describe();
}
