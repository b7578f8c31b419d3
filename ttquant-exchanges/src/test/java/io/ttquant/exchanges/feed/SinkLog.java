package io.ttquant.exchanges.feed;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.util.List;

/** Writes down all that comes in, with decimals, so that two ways of decoding can be compared and read. */
public final class SinkLog implements InstrumentSink, BookSink {
    private final Instrument instrument;
    private final List<String> log;
    private final StringBuilder message = new StringBuilder();
    private boolean isCatchingUp;

    public SinkLog(String symbol, int priceScale, int quantityScale, List<String> log) {
        instrument = instrument(symbol, priceScale, quantityScale);
        this.log = log;
    }

    public static Instrument instrument(String symbol, int priceScale, int quantityScale) {
        return Instrument.spot(InstrumentId.of("venue", symbol), Currency.of("X", 12), Currency.of("Y", 12))
                .tick(BigDecimal.ONE.movePointLeft(priceScale))
                .lot(BigDecimal.ONE.movePointLeft(quantityScale))
                .build();
    }

    /** A feed of everything, with bars of each of these words. */
    public SymbolFeed feed(String... bars) {
        SymbolFeed feed = new SymbolFeed(this).withBook().quotedByTicker();
        for (String word : bars) {
            feed.withBars(word, bars(word), 60_000_000_000L);
        }
        return feed;
    }

    private String price(long raw) {
        return FixedPoint.toDecimal(raw, instrument.priceScale())
                .stripTrailingZeros()
                .toPlainString();
    }

    private String quantity(long raw) {
        return FixedPoint.toDecimal(raw, instrument.quantityScale())
                .stripTrailingZeros()
                .toPlainString();
    }

    private void add(String what, long tsEvent, Object... rest) {
        StringBuilder line = new StringBuilder(instrument.id().symbol())
                .append(' ')
                .append(what)
                .append(' ')
                .append(tsEvent);
        for (Object part : rest) {
            line.append(' ').append(part);
        }
        log.add(line.append(isCatchingUp ? " late" : "").toString());
    }

    @Override
    public void catchingUp(boolean isNow) {
        isCatchingUp = isNow;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        add("trade", tsEvent, price(rawPrice), quantity(rawQuantity), aggressor);
    }

    @Override
    public void quote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        add("quote", tsEvent, price(rawBid), quantity(rawBidQuantity), price(rawAsk), quantity(rawAskQuantity));
    }

    @Override
    public BookSink book() {
        return this;
    }

    @Override
    public MarketByOrderSink marketByOrder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public BarSink bars(BarSpec spec) {
        return bars(spec.toString());
    }

    private BarSink bars(String word) {
        return new BarSink() {
            @Override
            public void open(long tsOpen, long rawOpen) {
                throw new AssertionError("live sources do not tell the open");
            }

            @Override
            public void bar(
                    long tsOpen,
                    long tsEvent,
                    long tsInit,
                    long rawOpen,
                    long rawHigh,
                    long rawLow,
                    long rawClose,
                    long rawVolume) {
                add(
                        "bar",
                        tsEvent,
                        word,
                        tsOpen,
                        price(rawOpen),
                        price(rawHigh),
                        price(rawLow),
                        price(rawClose),
                        quantity(rawVolume));
            }
        };
    }

    @Override
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
        add("funding", tsEvent, rate.stripTrailingZeros().toPlainString(), settlementNanos);
    }

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {
        add("mark", tsEvent, price(rawPrice));
    }

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
        add("index", tsEvent, price(rawPrice));
    }

    @Override
    public void status(long tsEvent, long tsInit, TradingStatus status) {
        add("status", tsEvent, status);
    }

    @Override
    public void snapshot(long tsEvent, long tsInit) {
        begin("snapshot", tsEvent);
    }

    @Override
    public void increment(long tsEvent, long tsInit) {
        begin("increment", tsEvent);
    }

    private void begin(String what, long tsEvent) {
        if (message.length() > 0) {
            throw new IllegalStateException("the message before has not ended");
        }
        message.append(what).append(' ').append(tsEvent);
    }

    @Override
    public void ids(long first, long last, long previous) {
        message.append(" ids ")
                .append(first)
                .append(' ')
                .append(last)
                .append(' ')
                .append(previous);
    }

    @Override
    public void checksum(int value) {
        message.append(" checksum ").append(value);
    }

    @Override
    public void bid(long rawPrice, long rawQuantity) {
        message.append(" b").append(price(rawPrice)).append('x').append(quantity(rawQuantity));
    }

    @Override
    public void ask(long rawPrice, long rawQuantity) {
        message.append(" a").append(price(rawPrice)).append('x').append(quantity(rawQuantity));
    }

    @Override
    public void end() {
        log.add(instrument.id().symbol() + " " + message);
        message.setLength(0);
    }

    @Override
    public void lost(long tsEvent, long tsInit) {
        throw new AssertionError("decoders lose nothing");
    }

    @Override
    public boolean needsSnapshot() {
        return false;
    }
}
