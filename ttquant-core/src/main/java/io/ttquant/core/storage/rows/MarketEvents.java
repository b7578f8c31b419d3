package io.ttquant.core.storage.rows;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.api.storage.Kept;
import io.ttquant.core.storage.database.Block;
import java.math.BigDecimal;

/** Rows of market data as events, at the scales of the instrument as it is now. */
public final class MarketEvents {
    private static final int TS_EVENT = 1;
    private static final int NUMBER = 2;
    private static final int TS_INIT = 3;

    private MarketEvents() {}

    /** The trade of a row. */
    public static Kept<Trade> trade(Instrument instrument, Block block, int row) {
        int priceScale = (int) block.words(6)[row];
        int quantityScale = (int) block.words(7)[row];
        Trade trade = new Trade(
                instrument,
                block.words(TS_EVENT)[row],
                block.words(TS_INIT)[row],
                at(block.words(4)[row], priceScale, instrument.priceScale()),
                at(block.words(5)[row], quantityScale, instrument.quantityScale()),
                AggressorSide.ofCode((int) block.words(8)[row]));
        return new Kept<>(trade, block.words(NUMBER)[row]);
    }

    /** The quote of a row. */
    public static Kept<Quote> quote(Instrument instrument, Block block, int row) {
        int priceScale = (int) block.words(8)[row];
        int quantityScale = (int) block.words(9)[row];
        Quote quote = new Quote(
                instrument,
                block.words(TS_EVENT)[row],
                block.words(TS_INIT)[row],
                at(block.words(4)[row], priceScale, instrument.priceScale()),
                at(block.words(5)[row], quantityScale, instrument.quantityScale()),
                at(block.words(6)[row], priceScale, instrument.priceScale()),
                at(block.words(7)[row], quantityScale, instrument.quantityScale()));
        return new Kept<>(quote, block.words(NUMBER)[row]);
    }

    /** The bar of a row. */
    public static Kept<Bar> bar(Instrument instrument, BarSpec spec, Block block, int row) {
        int from = (int) block.words(11)[row];
        int to = instrument.priceScale();
        Bar bar = new Bar(
                instrument,
                spec,
                block.words(5)[row],
                block.words(2)[row],
                block.words(4)[row],
                at(block.words(6)[row], from, to),
                at(block.words(7)[row], from, to),
                at(block.words(8)[row], from, to),
                at(block.words(9)[row], from, to),
                at(block.words(10)[row], (int) block.words(12)[row], instrument.quantityScale()));
        return new Kept<>(bar, block.words(3)[row]);
    }

    /** The order book of a row. */
    public static Kept<BookSnapshot> book(Instrument instrument, Block block, int row) {
        BookSnapshot book = new BookSnapshot(
                instrument,
                block.words(TS_EVENT)[row],
                block.words(TS_INIT)[row],
                Levels.read(block.text(4, row), instrument),
                Levels.read(block.text(5, row), instrument));
        return new Kept<>(book, block.words(NUMBER)[row]);
    }

    /** The funding rate of a row. */
    public static Kept<FundingRate> funding(Instrument instrument, Block block, int row) {
        FundingRate rate = new FundingRate(
                instrument,
                block.words(TS_EVENT)[row],
                block.words(TS_INIT)[row],
                new BigDecimal(block.text(4, row)),
                block.words(5)[row]);
        return new Kept<>(rate, block.words(NUMBER)[row]);
    }

    private static long at(long raw, int from, int to) {
        return from == to ? raw : FixedPoint.rescale(raw, from, to);
    }
}
