package io.ttquant.core.book;

import io.ttquant.api.market.Instrument;

/** Instruments of the tests. */
final class Instruments {
    private Instruments() {}

    static Instrument of(String tick, String lot) {
        return named("test:XY", tick, lot);
    }

    static Instrument named(String id, String tick, String lot) {
        return Instrument.spot(
                        io.ttquant.api.market.InstrumentId.parse(id),
                        io.ttquant.api.money.Currency.of("X", 12),
                        io.ttquant.api.money.Currency.of("Y", 12))
                .tick(tick)
                .lot(lot)
                .build();
    }
}
