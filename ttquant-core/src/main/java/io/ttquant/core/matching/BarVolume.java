package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What of a bar's volume our fills may still take. */
final class BarVolume {
    final boolean isLimited;
    private final BigDecimal participation;
    private final long rawLot;
    private long rawLeft = Long.MAX_VALUE;

    BarVolume(Instrument instrument, BigDecimal participation) {
        this.participation = participation;
        this.rawLot = instrument.rawLot();
        this.isLimited = participation.compareTo(BigDecimal.ONE) < 0;
    }

    /** A bar has begun whose volume is not known yet. */
    void begin() {
        rawLeft = Long.MAX_VALUE;
    }

    /** A bar's volume: our share of it, in whole lots, may be taken. */
    void set(long rawVolume) {
        if (isLimited) {
            BigDecimal share = FixedPoint.toDecimal(rawVolume, 0).multiply(participation);
            long raw = FixedPoint.toRaw(share, 0, RoundingMode.FLOOR);
            rawLeft = raw - raw % rawLot;
        } else {
            rawLeft = Long.MAX_VALUE;
        }
    }

    long rawLeft() {
        return rawLeft;
    }

    void use(long rawQuantity) {
        rawLeft -= isLimited ? rawQuantity : 0;
    }
}
