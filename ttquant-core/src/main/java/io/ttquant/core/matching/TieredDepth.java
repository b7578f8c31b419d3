package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Levels of one size at equal distances. */
record TieredDepth(BigDecimal quantity, int ticks) implements DepthModel {
    private static final int MAX_LEVELS = 1_000;

    TieredDepth {
        if (quantity.signum() <= 0 || ticks < 1 || ticks > FixedSpreadDepth.MAX_TICKS) {
            throw new IllegalArgumentException("tiers of " + quantity.toPlainString() + " every " + ticks
                    + " ticks: the quantity must be above 0, the ticks from 1 to " + FixedSpreadDepth.MAX_TICKS);
        }
    }

    /** {@inheritDoc} After a thousand levels the last one has no limit. */
    @Override
    public void lay(DepthQuery query, DepthLadder ladder) {
        long each = rawQuantity(query.instrument());
        long laid = 0;
        for (int level = 0; level < MAX_LEVELS && laid < query.rawWanted(); level++) {
            ladder.level((long) level * ticks, each);
            laid += each;
        }
        if (laid < query.rawWanted()) {
            ladder.rest((long) MAX_LEVELS * ticks);
        }
    }

    private long rawQuantity(Instrument instrument) {
        BigDecimal floored = quantity.setScale(instrument.quantityScale(), RoundingMode.DOWN);
        long raw = FixedPoint.toRaw(floored, instrument.quantityScale());
        if (raw < instrument.rawLot()) {
            throw new IllegalArgumentException("tiers of " + quantity.toPlainString() + " are smaller than the lot of "
                    + instrument + ", " + instrument.formatQuantity(instrument.rawLot()) + "; choose larger ones");
        }
        return raw - raw % instrument.rawLot();
    }

    @Override
    public String describe() {
        return quantity.toPlainString() + " at the best price, as much again " + ticks
                + (ticks == 1 ? " tick" : " ticks") + " worse, and so on";
    }
}
