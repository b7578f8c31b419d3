package io.ttquant.core.storage.write;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.api.storage.MarketWriter;
import io.ttquant.core.storage.schema.InstrumentKey;
import io.ttquant.core.storage.schema.MarketTables;
import io.ttquant.core.storage.schema.Schema;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes market data in. For one thread at a time. */
final class MarketLane implements MarketWriter {
    static final int TRADES = Schema.CURRENT.indexOf(MarketTables.TRADE_TICKS);
    static final int QUOTES = Schema.CURRENT.indexOf(MarketTables.QUOTE_TICKS);
    private static final int TRADE_WORDS =
            1 + MarketTables.TRADE_TICKS.columns().size();
    private static final int QUOTE_WORDS =
            1 + MarketTables.QUOTE_TICKS.columns().size();

    private final Intake intake;
    private final WordRing ring;
    private final Map<InstrumentId, Long> keys = new HashMap<>();
    private @Nullable Instrument last;
    private long lastKey;

    MarketLane(Intake intake) {
        this.intake = intake;
        ring = intake.ticks();
    }

    @Override
    public void trade(Trade trade, long number) {
        Instrument instrument = trade.instrument();
        long key = key(instrument);
        if (!ring.begin(TRADE_WORDS)) {
            intake.refuse();
            return;
        }
        ring.put(TRADES);
        ring.put(key);
        ring.put(trade.tsEvent());
        ring.put(number);
        ring.put(trade.tsInit());
        ring.put(trade.rawPrice());
        ring.put(trade.rawQuantity());
        ring.put(instrument.priceScale());
        ring.put(instrument.quantityScale());
        ring.put(trade.aggressor().ordinal());
        intake.tickGiven();
        ring.end();
    }

    @Override
    public void quote(Quote quote, long number) {
        Instrument instrument = quote.instrument();
        long key = key(instrument);
        if (!ring.begin(QUOTE_WORDS)) {
            intake.refuse();
            return;
        }
        ring.put(QUOTES);
        ring.put(key);
        ring.put(quote.tsEvent());
        ring.put(number);
        ring.put(quote.tsInit());
        ring.put(quote.rawBid());
        ring.put(quote.rawBidQuantity());
        ring.put(quote.rawAsk());
        ring.put(quote.rawAskQuantity());
        ring.put(instrument.priceScale());
        ring.put(instrument.quantityScale());
        intake.tickGiven();
        ring.end();
    }

    @Override
    public void bar(Bar bar, long number) {
        key(bar.instrument());
        intake.offer(new Collected.ABar(bar, number));
    }

    @Override
    public void book(BookSnapshot book, long number) {
        key(book.instrument());
        intake.offer(new Collected.ABook(book, number));
    }

    @Override
    public void funding(FundingRate rate, long number) {
        key(rate.instrument());
        intake.offer(new Collected.AFundingRate(rate, number));
    }

    private long key(Instrument instrument) {
        intake.open();
        if (!instrument.equals(last)) {
            Long known = keys.get(instrument.id());
            lastKey = known == null ? register(instrument.id()) : known;
            last = instrument;
        }
        return lastKey;
    }

    private long register(InstrumentId id) {
        long key = InstrumentKey.of(id);
        intake.register(new Collected.AnInstrument(id));
        keys.put(id, key);
        return key;
    }
}
