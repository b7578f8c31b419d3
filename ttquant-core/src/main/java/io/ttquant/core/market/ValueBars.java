package io.ttquant.core.market;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;

/**
 * Bars of a value traded, in the settlement currency. A large print is cut over as many bars as it fills; since quantities are whole raw units, a bar closes with the first
 * unit that reaches its value, and the next bar starts from nothing.
 */
final class ValueBars implements BarAggregator {
    private final Instrument instrument;
    private final BarSpec spec;
    private final long rawStep;
    private final BarSink output;
    private final OpenBar open = new OpenBar();
    private long rawValue;

    ValueBars(Instrument instrument, BarSpec spec, BarSink output) {
        this.spec = spec;
        this.instrument = instrument;
        this.rawStep = Math.multiplyExact(
                spec.step(), FixedPoint.pow10(instrument.settlement().scale()));
        this.output = output;
    }

    @Override
    public BarSpec spec() {
        return spec;
    }

    @Override
    public void tick(long tsEvent, long tsInit, long rawPrice, long rawQuantity) {
        long left = rawQuantity;
        while (left > 0) {
            if (open.isEmpty()) {
                open.start(tsEvent);
                rawValue = 0;
            }
            long part = Math.min(left, unitsToFill(rawPrice, left));
            open.add(rawPrice, part);
            rawValue = Math.addExact(rawValue, instrument.rawNotional(rawPrice, part));
            left -= part;
            if (rawValue >= rawStep) {
                open.close(tsEvent, tsInit, output);
                open.start(tsEvent);
            }
        }
    }

    /** The smallest quantity whose value reaches the rest of the step, or all that is left. */
    private long unitsToFill(long rawPrice, long left) {
        long missing = rawStep - rawValue;
        if (instrument.rawNotional(rawPrice, left) <= missing) {
            return left;
        }
        long low = 1;
        long high = left;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (instrument.rawNotional(rawPrice, middle) >= missing) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
