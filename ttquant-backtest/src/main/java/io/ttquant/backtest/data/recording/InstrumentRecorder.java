package io.ttquant.backtest.data.recording;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the messages of one instrument. */
final class InstrumentRecorder implements InstrumentSink {
    private final Instrument instrument;
    private final BookRule rule;
    private final DayFiles files;
    /** A bar is stamped at its close and comes after what came since, so that it would stand in disorder among ticks. */
    private final DayFiles barFiles;

    private final StringBuilder text = new StringBuilder();
    private final Map<BarSpec, Long> lastBars = new HashMap<>();
    private @Nullable BookRecorder book;
    private long messages;
    private long missingBars;

    InstrumentRecorder(Instrument instrument, BookRule rule, Path folder) {
        this.instrument = instrument;
        this.rule = rule;
        this.files = new DayFiles(folder, instrument, "");
        this.barFiles = new DayFiles(folder, instrument, "-bars");
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    private InstrumentRecorder begin(char kind, long tsEvent, long tsInit) {
        text.setLength(0);
        text.append(kind).append(',').append(tsEvent).append(',').append(tsInit);
        return this;
    }

    InstrumentRecorder add(String value) {
        text.append(',').append(value);
        return this;
    }

    InstrumentRecorder price(long raw) {
        return add(instrument.formatPrice(raw));
    }

    InstrumentRecorder quantity(long raw) {
        return add(instrument.formatQuantity(raw));
    }

    void end(long nanos) {
        files.line(nanos, text);
        messages++;
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        String who =
                aggressor == AggressorSide.BUYER ? "b" : aggressor == AggressorSide.SELLER ? "s" : OwnRecording.ABSENT;
        begin(OwnRecording.TRADE, tsEvent, tsInit)
                .price(rawPrice)
                .quantity(rawQuantity)
                .add(who)
                .end(tsInit);
    }

    @Override
    public void quote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        begin(OwnRecording.QUOTE, tsEvent, tsInit)
                .price(rawBid)
                .quantity(rawBidQuantity)
                .price(rawAsk)
                .quantity(rawAskQuantity)
                .end(tsInit);
    }

    @Override
    public BookSink book() {
        BookRecorder made = book;
        if (made == null) {
            made = new BookRecorder(this, rule.make());
            book = made;
        }
        return made;
    }

    /** @throws UnsupportedOperationException always: no venue of ours sends such books */
    @Override
    public MarketByOrderSink marketByOrder() {
        throw new UnsupportedOperationException("books by order are not recorded; record the book by level");
    }

    @Override
    public BarSink bars(BarSpec spec) {
        return new Bars(spec);
    }

    /** Bars that closed by then are there already. */
    void hasBarsUpTo(BarSpec spec, long closeNanos) {
        lastBars.merge(spec, closeNanos, Math::max);
    }

    /** Bars that should have come between those that did. */
    long missingBars() {
        return missingBars;
    }

    private boolean isNew(BarSpec spec, long tsOpen, long tsEvent) {
        Long last = lastBars.get(spec);
        if (last != null && tsEvent <= last) {
            return false;
        }
        if (last != null && tsOpen > last) {
            missingBars += (tsOpen - last) / spec.step();
        }
        lastBars.put(spec, tsEvent);
        return true;
    }

    private final class Bars implements BarSink {
        private final BarSpec spec;

        Bars(BarSpec spec) {
            this.spec = spec;
        }

        @Override
        public void open(long tsOpen, long rawOpen) {}

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
            if (!isNew(spec, tsOpen, tsEvent)) {
                return;
            }
            text.setLength(0);
            text.append(OwnRecording.BAR)
                    .append(',')
                    .append(spec)
                    .append(',')
                    .append(tsOpen)
                    .append(',')
                    .append(tsEvent);
            price(rawOpen).price(rawHigh).price(rawLow).price(rawClose).quantity(rawVolume);
            barFiles.line(tsEvent, text);
            messages++;
        }
    }

    @Override
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
        begin(OwnRecording.FUNDING, tsEvent, tsInit)
                .add(rate.toPlainString())
                .add(Long.toString(settlementNanos))
                .end(tsInit);
    }

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {
        begin(OwnRecording.MARK, tsEvent, tsInit).price(rawPrice).end(tsInit);
    }

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
        begin(OwnRecording.INDEX, tsEvent, tsInit).price(rawPrice).end(tsInit);
    }

    @Override
    public void status(long tsEvent, long tsInit, TradingStatus status) {
        begin(OwnRecording.STATUS, tsEvent, tsInit)
                .add(status.name().toLowerCase(Locale.ROOT))
                .end(tsInit);
    }

    /** Begins a message of the book. */
    void beginBook(boolean isSnapshot, long tsEvent, long tsInit) {
        begin(isSnapshot ? OwnRecording.SNAPSHOT : OwnRecording.INCREMENT, tsEvent, tsInit);
    }

    /** Levels that begin with their comma. */
    void addLevels(CharSequence levels) {
        text.append(levels);
    }

    void lost(long tsEvent, long tsInit) {
        begin(OwnRecording.LOST, tsEvent, tsInit).end(tsInit);
    }

    long messages() {
        return messages;
    }

    List<Path> files() {
        return Stream.concat(files.files().stream(), barFiles.files().stream()).toList();
    }

    void flush() {
        files.flush();
        barFiles.flush();
    }

    void close() {
        try {
            files.close();
        } finally {
            barFiles.close();
        }
    }
}
