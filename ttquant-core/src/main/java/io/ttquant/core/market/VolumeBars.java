package io.ttquant.core.market;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;

/** Bars of a quantity traded. A large print is cut over as many bars as it fills. */
final class VolumeBars implements BarAggregator {
    private final BarSpec spec;
    private final long rawStep;
    private final BarSink output;
    private final OpenBar open = new OpenBar();

    VolumeBars(Instrument instrument, BarSpec spec, BarSink output) {
        this.spec = spec;
        this.rawStep = Math.multiplyExact(spec.step(), FixedPoint.pow10(instrument.quantityScale()));
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
            }
            long part = Math.min(left, rawStep - open.rawVolume());
            open.add(rawPrice, part);
            left -= part;
            if (open.rawVolume() == rawStep) {
                open.close(tsEvent, tsInit, output);
                open.start(tsEvent);
            }
        }
    }
}
