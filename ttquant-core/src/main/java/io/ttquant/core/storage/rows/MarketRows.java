package io.ttquant.core.storage.rows;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.schema.InstrumentKey;

/** Market data other than ticks as rows. */
public final class MarketRows {
    private MarketRows() {}

    /** An instrument. */
    public static void instrument(InstrumentId id, Block into) {
        new RowWriter(into)
                .word(InstrumentKey.of(id))
                .text(id.venue())
                .text(id.symbol())
                .end();
    }

    /** A bar. */
    public static void bar(Bar bar, long number, Block into) {
        Instrument instrument = bar.instrument();
        new RowWriter(into)
                .word(InstrumentKey.of(instrument.id()))
                .text(bar.spec().toString())
                .word(bar.tsEvent())
                .word(number)
                .word(bar.tsInit())
                .word(bar.tsOpen())
                .word(bar.rawOpen())
                .word(bar.rawHigh())
                .word(bar.rawLow())
                .word(bar.rawClose())
                .word(bar.rawVolume())
                .word(instrument.priceScale())
                .word(instrument.quantityScale())
                .end();
    }

    /** An order book. */
    public static void book(BookSnapshot book, long number, Block into) {
        new RowWriter(into)
                .word(InstrumentKey.of(book.instrument().id()))
                .word(book.tsEvent())
                .word(number)
                .word(book.tsInit())
                .text(Levels.write(book.bids(), book.instrument()))
                .text(Levels.write(book.asks(), book.instrument()))
                .end();
    }

    /** A funding rate. */
    public static void funding(FundingRate rate, long number, Block into) {
        new RowWriter(into)
                .word(InstrumentKey.of(rate.instrument().id()))
                .word(rate.tsEvent())
                .word(number)
                .word(rate.tsInit())
                .decimal(rate.rate())
                .word(rate.settlementNanos())
                .end();
    }
}
