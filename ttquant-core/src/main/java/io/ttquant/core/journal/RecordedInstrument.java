package io.ttquant.core.journal;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes down market data of an instrument before the engine takes them; nothing is allocated. */
final class RecordedInstrument implements InstrumentSink {
    private final JournalWriter journal;
    private final InstrumentSink to;
    private final int number;
    private final Map<BarSpec, BarSink> series = new HashMap<>();
    private @Nullable BookSink book;
    private @Nullable MarketByOrderSink orders;

    RecordedInstrument(JournalWriter journal, InstrumentSink to, int number) {
        this.journal = journal;
        this.to = to;
        this.number = number;
    }

    @Override
    public Instrument instrument() {
        return to.instrument();
    }

    /** Nothing that an engine decides by. */
    @Override
    public void catchingUp(boolean isNow) {
        to.catchingUp(isNow);
    }

    private <S> S declared(Supplier<S> sink) {
        journal.end();
        boolean isDone = false;
        journal.enter();
        try {
            S made = sink.get();
            isDone = true;
            return made;
        } finally {
            journal.leave(isDone);
        }
    }

    @Override
    public BookSink book() {
        if (book == null) {
            journal.begin(EntryKind.BOOK_DECLARED).number(number);
            book = new RecordedBook(journal, declared(to::book), number);
        }
        return book;
    }

    @Override
    public MarketByOrderSink marketByOrder() {
        if (orders == null) {
            journal.begin(EntryKind.ORDERS_DECLARED).number(number);
            orders = new RecordedOrders(journal, declared(to::marketByOrder), number);
        }
        return orders;
    }

    @Override
    public BarSink bars(BarSpec spec) {
        BarSink known = series.get(spec);
        if (known == null) {
            String text = spec.toString();
            journal.begin(EntryKind.BARS_DECLARED).number(number).text(text);
            known = new RecordedBars(journal, declared(() -> to.bars(spec)), number, text);
            series.put(spec, known);
        }
        return known;
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        if (!journal.isOutside()) {
            to.trade(tsEvent, tsInit, rawPrice, rawQuantity, aggressor);
            return;
        }
        journal.begin(EntryKind.TRADE)
                .number(number)
                .time(tsEvent)
                .time(tsInit)
                .number(rawPrice)
                .number(rawQuantity)
                .name(aggressor);
        journal.end();
        boolean isDone = false;
        journal.enter();
        try {
            to.trade(tsEvent, tsInit, rawPrice, rawQuantity, aggressor);
            isDone = true;
        } finally {
            journal.leave(isDone);
        }
    }

    @Override
    public void quote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        if (!journal.isOutside()) {
            to.quote(tsEvent, tsInit, rawBid, rawBidQuantity, rawAsk, rawAskQuantity);
            return;
        }
        journal.begin(EntryKind.QUOTE)
                .number(number)
                .time(tsEvent)
                .time(tsInit)
                .number(rawBid)
                .number(rawBidQuantity)
                .number(rawAsk)
                .number(rawAskQuantity);
        journal.end();
        boolean isDone = false;
        journal.enter();
        try {
            to.quote(tsEvent, tsInit, rawBid, rawBidQuantity, rawAsk, rawAskQuantity);
            isDone = true;
        } finally {
            journal.leave(isDone);
        }
    }

    @Override
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
        if (!journal.isOutside()) {
            to.funding(tsEvent, tsInit, rate, settlementNanos);
            return;
        }
        journal.begin(EntryKind.FUNDING_RATE)
                .number(number)
                .time(tsEvent)
                .time(tsInit)
                .text(rate.toString())
                .time(settlementNanos);
        journal.end();
        boolean isDone = false;
        journal.enter();
        try {
            to.funding(tsEvent, tsInit, rate, settlementNanos);
            isDone = true;
        } finally {
            journal.leave(isDone);
        }
    }

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {
        if (!journal.isOutside()) {
            to.markPrice(tsEvent, tsInit, rawPrice);
            return;
        }
        journal.begin(EntryKind.MARK_PRICE)
                .number(number)
                .time(tsEvent)
                .time(tsInit)
                .number(rawPrice);
        journal.end();
        boolean isDone = false;
        journal.enter();
        try {
            to.markPrice(tsEvent, tsInit, rawPrice);
            isDone = true;
        } finally {
            journal.leave(isDone);
        }
    }

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
        if (!journal.isOutside()) {
            to.indexPrice(tsEvent, tsInit, rawPrice);
            return;
        }
        journal.begin(EntryKind.INDEX_PRICE)
                .number(number)
                .time(tsEvent)
                .time(tsInit)
                .number(rawPrice);
        journal.end();
        boolean isDone = false;
        journal.enter();
        try {
            to.indexPrice(tsEvent, tsInit, rawPrice);
            isDone = true;
        } finally {
            journal.leave(isDone);
        }
    }

    @Override
    public void status(long tsEvent, long tsInit, TradingStatus status) {
        if (!journal.isOutside()) {
            to.status(tsEvent, tsInit, status);
            return;
        }
        journal.begin(EntryKind.STATUS)
                .number(number)
                .time(tsEvent)
                .time(tsInit)
                .name(status);
        journal.end();
        boolean isDone = false;
        journal.enter();
        try {
            to.status(tsEvent, tsInit, status);
            isDone = true;
        } finally {
            journal.leave(isDone);
        }
    }
}
