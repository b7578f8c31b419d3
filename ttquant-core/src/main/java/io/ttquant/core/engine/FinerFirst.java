package io.ttquant.core.engine;

import io.ttquant.api.market.BarSpec;
import io.ttquant.core.market.BarAggregator;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order in which bars of several series come that close at one instant: bars of time before those of ticks, of volume and of value; of one
 * kind the finer before the coarser; and of one step in the order of subscription.
 */
final class FinerFirst {
    static final Comparator<BarSpec> ORDER = Comparator.comparing(BarSpec::unit).thenComparingLong(BarSpec::step);

    private FinerFirst() {}

    /** The aggregators, which are in this order, with one more in its place. */
    static BarAggregator[] with(BarAggregator[] aggregators, BarAggregator added) {
        BarAggregator[] longer = Arrays.copyOf(aggregators, aggregators.length + 1);
        longer[aggregators.length] = added;
        Arrays.sort(longer, Comparator.comparing(BarAggregator::spec, ORDER));
        return longer;
    }
}
