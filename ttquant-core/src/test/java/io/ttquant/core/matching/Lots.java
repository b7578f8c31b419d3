package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;

/** Instruments of the tests. */
final class Lots {
    private Lots() {}

    /** Price scale 2; the quantity scale is that of the lot. */
    static Instrument of(String lot) {
        return Instrument.spot(InstrumentId.parse("test:XY"), Currency.of("X", 12), Currency.of("Y", 12))
                .tick("0.01")
                .lot(lot)
                .build();
    }
}
