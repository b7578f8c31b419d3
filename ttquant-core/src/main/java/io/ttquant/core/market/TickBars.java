package io.ttquant.core.market;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.market.BarSpec;

/** Bars of a number of ticks. */
final class TickBars implements BarAggregator {
    private final BarSpec spec;
    private final long step;
    private final BarSink output;
    private final OpenBar open = new OpenBar();

    TickBars(BarSpec spec, BarSink output) {
        this.spec = spec;
        this.step = spec.step();
        this.output = output;
    }

    @Override
    public BarSpec spec() {
        return spec;
    }

    @Override
    public void tick(long tsEvent, long tsInit, long rawPrice, long rawQuantity) {
        if (open.isEmpty()) {
            open.start(tsEvent);
        }
        open.add(rawPrice, rawQuantity);
        if (open.ticks == step) {
            open.close(tsEvent, tsInit, output);
            open.start(tsEvent);
        }
    }
}
