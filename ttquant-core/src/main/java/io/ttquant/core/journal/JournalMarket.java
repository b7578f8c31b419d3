package io.ttquant.core.journal;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.time.EpochNanos;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The market data of an instrument in a journal, as the engine got them: one after the other, each at the time of the engine's clock when it came. Trades,
 * quotes, books and prices are stamped with that time as the time of the exchange too, since a paper account takes the market for what it knows of it; bars keep
 * their own times.
 */
public final class JournalMarket implements AutoCloseable {
    private final JournalReader journal;
    private final InstrumentId instrument;
    private @Nullable Entry next;

    private JournalMarket(JournalReader journal, InstrumentId instrument) {
        this.journal = journal;
        this.instrument = instrument;
        advance();
    }

    /**
     * Its market data.
     *
     * @param journal just opened; closed with this
     */
    public static JournalMarket of(JournalReader journal, InstrumentId instrument) {
        return new JournalMarket(journal, instrument);
    }

    /** When the next event came, epoch nanoseconds; {@link EpochNanos#NEVER} after the last. */
    public long nextNanos() {
        return next == null ? EpochNanos.NEVER : next.nanos();
    }

    /**
     * Gives the next event to an engine.
     *
     * @throws JournalException if there is none, or the journal is damaged
     */
    public void give(MarketDataSink engine) {
        Entry entry = next;
        if (entry == null) {
            throw new JournalException("the journal has no more market data of " + instrument);
        }
        give(entry, engine.instrument(instrument));
        advance();
    }

    private void advance() {
        do {
            next = journal.next();
        } while (next != null && !isMine(next));
    }

    private boolean isMine(Entry entry) {
        return entry.isInput()
                && !entry.values().isEmpty()
                && entry.values().get(0) instanceof Instrument its
                && its.id().equals(instrument);
    }

    private void give(Entry e, InstrumentSink sink) {
        long now = e.nanos();
        switch (e.kind()) {
            case BARS_DECLARED -> sink.bars(BarSpec.parse(e.text(1)));
            case BOOK_DECLARED -> sink.book();
            case ORDERS_DECLARED -> sink.marketByOrder();
            case TRADE -> sink.trade(now, now, e.number(3), e.number(4), AggressorSide.valueOf(e.text(5)));
            case QUOTE -> sink.quote(now, now, e.number(3), e.number(4), e.number(5), e.number(6));
            case FUNDING_RATE -> sink.funding(now, now, new BigDecimal(e.text(3)), e.number(4));
            case MARK_PRICE -> sink.markPrice(now, now, e.number(3));
            case INDEX_PRICE -> sink.indexPrice(now, now, e.number(3));
            case STATUS -> sink.status(now, now, TradingStatus.valueOf(e.text(3)));
            case BAR_OPEN, BAR, WHOLE_BAR -> bar(e, sink.bars(BarSpec.parse(e.text(1))), now);
            case BOOK -> RecordedBook.replay(message(e), new ReceivedBook(sink.book(), now));
            case BOOK_LOST -> sink.book().lost(now, now);
            case ORDER_BOOK -> RecordedOrders.replay(message(e), sink.marketByOrder());
            case ORDER_BOOK_LOST -> sink.marketByOrder().lost(now, now);
            default -> throw new JournalException("a " + e.kind() + " is no market data");
        }
    }

    private static FrameInput message(Entry e) {
        return new FrameInput((byte[]) e.values().get(1), new Instruments(List.of()));
    }

    /** Bars that closed before the start are history, which keeps its times. */
    private void bar(Entry e, BarSink bars, long now) {
        if (e.kind() == EntryKind.BAR_OPEN) {
            bars.open(e.number(2), e.number(3));
        } else {
            long tsEvent = e.number(3);
            long tsInit = tsEvent < journal.header().startNanos() ? e.number(4) : now;
            bars.bar(
                    e.number(2), tsEvent, tsInit, e.number(5), e.number(6), e.number(7), e.number(8), e.number(9));
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
