package io.ttquant.backtest.data.recording;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hands messages of a tape to an engine. */
final class Emitter {
    private static final TradingStatus[] STATUSES = TradingStatus.values();

    private final InstrumentSink sink;
    private final @Nullable BookSink book;
    private final @Nullable MarketByOrderSink orders;

    Emitter(InstrumentSink sink, boolean hasBook, boolean hasOrders) {
        this.sink = sink;
        this.book = hasBook ? sink.book() : null;
        this.orders = hasOrders && !hasBook ? sink.marketByOrder() : null;
    }

    void emit(long[] words, int message, long event, long init) {
        int body = message + Tape.BODY;
        switch (Kind.of(words[message])) {
            case TRADE ->
                sink.trade(event, init, words[body], words[body + 1], AggressorSide.ofCode((int) words[body + 2]));
            case QUOTE -> sink.quote(event, init, words[body], words[body + 1], words[body + 2], words[body + 3]);
            case ORDERS -> orders(words, message, event, init);
            case BAR -> {
                // Bars are held in memory and are a stream of their own.
            }
            case FUNDING ->
                sink.funding(event, init, BigDecimal.valueOf(words[body], (int) words[body + 1]), words[body + 2]);
            case MARK -> sink.markPrice(event, init, words[body]);
            case INDEX -> sink.indexPrice(event, init, words[body]);
            case STATUS -> sink.status(event, init, STATUSES[(int) words[body]]);
            case SNAPSHOT, INCREMENT, LOST -> book(words, message, event, init);
        }
    }

    private void book(long[] words, int message, long event, long init) {
        BookSink to = Objects.requireNonNull(book);
        switch (Kind.of(words[message])) {
            case LOST -> {
                to.lost(event, init);
                return;
            }
            case SNAPSHOT -> to.snapshot(event, init);
            default -> to.increment(event, init);
        }
        to.ids(words[message + Tape.FIRST], words[message + Tape.LAST], words[message + Tape.PREVIOUS]);
        to.checksum((int) words[message + Tape.CHECKSUM]);
        int end = message + (int) words[message + Tape.LENGTH];
        for (int at = message + Tape.BODY; at < end; at += 2) {
            if (words[at] > 0) {
                to.bid(words[at], words[at + 1]);
            } else {
                to.ask(-words[at], words[at + 1]);
            }
        }
        to.end();
    }

    private void orders(long[] words, int message, long event, long init) {
        MarketByOrderSink to = orders;
        if (to == null) {
            return;
        }
        to.begin(event, init);
        int end = message + (int) words[message + Tape.LENGTH];
        for (int at = message + Tape.BODY; at < end; at += 4) {
            long id = words[at + 1];
            switch ((int) words[at]) {
                case Tape.CLEAR -> to.clear();
                case Tape.ADD -> to.add(id, Side.BUY, words[at + 2], words[at + 3]);
                case Tape.ADD | 8 -> to.add(id, Side.SELL, words[at + 2], words[at + 3]);
                case Tape.MODIFY -> to.modify(id, words[at + 2], words[at + 3]);
                case Tape.EXECUTE -> to.execute(id, words[at + 3]);
                default -> to.delete(id);
            }
        }
        to.end();
    }
}
