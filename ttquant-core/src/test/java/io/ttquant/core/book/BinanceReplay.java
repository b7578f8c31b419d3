package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Rebuilds a recorded book, with a {@link TreeMapBook} beside it, and compares with the venue's book ticker. */
final class BinanceReplay {
    private final Instrument instrument;
    private final TreeMapBook plain = new TreeMapBook();
    private final List<BookUpdate> diffs = new ArrayList<>();
    private final boolean isSpot;
    private BookUpdate snapshot = new BookUpdate();
    private int diffsBeforeSnapshot;
    final SequencedBook book;
    final BinanceTickers tickers;

    BinanceReplay(Instrument instrument, boolean isSpot) {
        this.instrument = instrument;
        this.isSpot = isSpot;
        this.book = SequencedBook.of(instrument, isSpot ? SequenceRule.binanceSpot() : SequenceRule.binanceFutures());
        this.tickers = new BinanceTickers(instrument);
    }

    void snapshot(JsonNode message) {
        snapshot = Wire.binanceSnapshot(instrument, message);
        diffsBeforeSnapshot = diffs.size();
    }

    /** A frame of the stream. */
    void frame(JsonNode data, String stream) {
        if (stream.contains("@depth")) {
            diffs.add(Wire.binanceIncrement(instrument, data));
        } else if (stream.endsWith("@bookTicker")) {
            tickers.add(data);
        }
    }

    /** Plays it all; {@code afterEach} is called after each increment that was applied as it came. */
    BinanceReplay play(Consumer<BookUpdate> afterEach) {
        for (BookUpdate diff : diffs.subList(0, diffsBeforeSnapshot)) {
            assertThat(book.increment(diff)).isEqualTo(BookState.EMPTY);
        }
        assertThat(book.snapshot(snapshot)).isEqualTo(BookState.LIVE);
        plain.apply(snapshot);
        diffs.subList(0, diffsBeforeSnapshot).forEach(this::applyPlain);
        for (BookUpdate diff : diffs.subList(diffsBeforeSnapshot, diffs.size())) {
            long applied = book.counters().applied();
            book.increment(diff);
            applyPlain(diff);
            if (book.counters().applied() > applied) {
                check(diff);
                afterEach.accept(diff);
            }
        }
        plain.requireEqual(book.view(), instrument + " at the end");
        return this;
    }

    private void applyPlain(BookUpdate diff) {
        if (isSpot ? diff.lastId() > snapshot.lastId() : diff.lastId() >= snapshot.lastId()) {
            plain.apply(diff);
        }
    }

    private void check(BookUpdate diff) {
        BookView levels = book.view();
        tickers.compare(diff.lastId(), levels);
        if (levels.rawBestBid() != TreeMapBook.best(plain.bids)
                || levels.rawBestAsk() != TreeMapBook.best(plain.asks)) {
            throw new AssertionError(instrument + ": best differs from the plain book at " + diff);
        }
        if (book.counters().applied() % 250 == 0) {
            plain.requireEqual(levels, instrument + " at " + diff);
        }
    }

    void requireWholeAndUncrossed() {
        BookCounters counters = book.counters();
        assertThat(book.state()).isEqualTo(BookState.LIVE);
        assertThat(counters.gaps()).isZero();
        assertThat(counters.crossings()).isZero();
        assertThat(counters.staleSnapshots()).isZero();
        assertThat(counters.overflows()).isZero();
    }
}
