package io.ttquant.examples.live;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.time.EpochNanos;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A session of the fake venue. */
final class FakeSession implements ExchangeSession {
    static final Duration TRANSIT = Duration.ofMillis(20);

    final SessionListener listener;
    boolean isClosed;
    private final FakeVenue venue;
    private final EngineThread thread;
    private List<Instrument> instruments = List.of();
    private @Nullable MarketDataSink market;

    FakeSession(FakeVenue venue, EngineThread thread, SessionListener listener) {
        this.venue = venue;
        this.thread = thread;
        this.listener = listener;
    }

    void becomeReady() {
        instruments = venue.listed.isEmpty()
                ? Stream.of("BTC", "ETH", "SOL")
                        .map(base -> FakeMarket.instrument(venue.id(), base))
                        .toList()
                : venue.listed;
        listener.ready();
    }

    @Override
    public List<Instrument> instruments() {
        return instruments;
    }

    @Override
    public AccountSnapshot account() {
        return venue.desk == null ? AccountSnapshot.NONE : venue.desk.account(instruments);
    }

    @Override
    public void attach(MarketDataSink sink, AccountSink account) {
        market = sink;
        if (venue.desk != null) {
            venue.desk.attach(thread, account);
            listener.trading(true, "the account's stream is up");
        }
    }

    private InstrumentSink sink(InstrumentId id) {
        return Objects.requireNonNull(market, "not attached").instrument(id);
    }

    @Override
    public void subscribe(InstrumentId id, Capability kind) {
        venue.asked.add(id + " " + kind);
        InstrumentSink to = sink(id);
        switch (kind) {
            case TRADES -> every(() -> trade(to));
            case QUOTES -> every(() -> quote(to));
            case BOOKS -> {
                BookSink book = to.book();
                every(() -> book(to.instrument(), book));
            }
            default -> throw new IllegalArgumentException("no " + kind);
        }
        thread.schedule(TRANSIT, () -> listener.marketData(id, kind, true));
    }

    private void every(Runnable work) {
        long next = (Math.floorDiv(thread.nanos(), FakeMarket.STEP) + 1) * FakeMarket.STEP;
        thread.schedule(Duration.ofNanos(next - thread.nanos()).plus(TRANSIT), () -> {
            if (!isClosed) {
                work.run();
                every(work);
            }
        });
    }

    private long event() {
        return Math.floorDiv(thread.nanos(), FakeMarket.STEP) * FakeMarket.STEP;
    }

    private void trade(InstrumentSink to) {
        long at = event();
        to.trade(
                at,
                thread.nanos(),
                FakeMarket.rawPrice(to.instrument(), at, venue.swing),
                FakeMarket.rawQuantity(to.instrument(), at),
                at % 3 == 0 ? AggressorSide.BUYER : AggressorSide.SELLER);
    }

    private void quote(InstrumentSink to) {
        long at = event();
        long price = FakeMarket.rawPrice(to.instrument(), at, venue.swing);
        long tick = to.instrument().rawTick();
        long size = FakeMarket.rawLarge(to.instrument());
        to.quote(at, thread.nanos(), price - tick, size, price + tick, size);
    }

    private void book(Instrument instrument, BookSink book) {
        long at = event();
        long price = FakeMarket.rawPrice(instrument, at, venue.swing);
        book.snapshot(at, thread.nanos());
        book.ids(BookSink.ABSENT, at / FakeMarket.STEP, BookSink.ABSENT);
        for (int level = 1; level <= 3; level++) {
            book.bid(price - level * instrument.rawTick(), FakeMarket.rawLarge(instrument));
            book.ask(price + level * instrument.rawTick(), FakeMarket.rawLarge(instrument));
        }
        book.end();
    }

    @Override
    public void subscribeBars(InstrumentId id, BarSpec spec) {
        venue.asked.add(id + " " + spec + " bars");
        bars(sink(id).instrument(), spec, sink(id).bars(spec));
        thread.schedule(TRANSIT, () -> listener.marketData(id, Capability.BARS, true));
    }

    private void bars(Instrument instrument, BarSpec spec, BarSink to) {
        long open = Math.floorDiv(thread.nanos(), spec.step()) * spec.step();
        long close = open + spec.step();
        scheduleBar(instrument, spec, to, open, close);
    }

    private void scheduleBar(Instrument instrument, BarSpec spec, BarSink to, long open, long close) {
        thread.schedule(Duration.ofNanos(close - thread.nanos()).plus(venue.barTransit), () -> {
            if (!isClosed) {
                FakeMarket.bar(instrument, spec, open, thread.nanos(), to, venue.swing);
                scheduleBar(instrument, spec, to, close, close + spec.step());
            }
        });
    }

    @Override
    public void requestBars(InstrumentId id, BarSpec spec, int count, Completion done) {
        venue.asked.add(id + " " + count + " past " + spec + " bars");
        thread.schedule(Duration.ofSeconds(2), () -> {
            Instrument instrument = sink(id).instrument();
            long end = Math.floorDiv(thread.nanos(), spec.step()) * spec.step();
            for (int i = count; i > 0; i--) {
                FakeMarket.bar(
                        instrument, spec, end - i * spec.step(), EpochNanos.SECOND, sink(id).bars(spec), venue.swing);
            }
            done.completed(true, "");
        });
    }

    @Override
    public ExecutionSession execution() {
        return Objects.requireNonNull(venue.desk, "the fake venue takes no orders");
    }

    @Override
    public void close() {
        isClosed = true;
        if (venue.closeFailure != null) {
            throw venue.closeFailure;
        }
    }
}
