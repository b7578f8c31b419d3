package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.exchange.SessionFigures;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.binance.AggregateTradePages;
import io.ttquant.exchanges.session.PastTrades;
import io.ttquant.exchanges.transport.NetworkOpener;
import io.ttquant.exchanges.transport.stream.ConnectGate;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A session with Binance, Spot or futures. */
final class BinanceSession implements ExchangeSession, Opening.Outcome {
    /** The venue takes 300 attempts to connect in five minutes from one address. */
    private static final Duration SPACING = Duration.ofMillis(1_100);

    private static final Duration LAST_CHANCE = Duration.ofMinutes(1);

    private static final int TRADES_A_PAGE = 1_000;

    private final BinanceVenue venue;
    private final EngineThread thread;
    private final SessionListener listener;
    private final BinanceSettings settings;
    private final Ports ports;
    private final ConnectGate gate;
    private final RandomGenerator random;
    private final Catalogue catalogue = new Catalogue();
    private final BinanceLink link;
    private final Opening opening;
    private final BinanceAccount account;
    private @Nullable AccountSnapshot snapshot;
    private @Nullable MarketFeeds feeds;
    private @Nullable MarketStreams streams;
    private @Nullable InstrumentRefresh refresh;
    private boolean isFailed;
    private boolean isClosed;

    BinanceSession(
            BinanceVenue venue,
            BinanceSettings settings,
            EngineThread thread,
            SessionListener listener,
            NetworkOpener opener,
            RandomGenerator random) {
        this.venue = venue;
        this.settings = settings;
        this.thread = thread;
        this.listener = listener;
        this.random = random;
        this.ports = Ports.open(opener, settings.proxy(), thread);
        this.gate = new ConnectGate(ports.first(), SPACING);
        this.link = new BinanceLink(venue, settings, ports.orders(), ports.first(), this::clockRead);
        this.account = new BinanceAccount(venue, settings, link, catalogue);
        this.opening = new Opening(venue, settings, ports.first(), link, catalogue, account.side(), this);
    }

    void start() {
        opening.start();
    }

    private void clockRead() {
        opening.clockRead();
        account.clockRead();
    }

    @Override
    public void opened(AccountSnapshot account) {
        if (!isClosed) {
            snapshot = account;
            listener.ready();
        }
    }

    /** Who hears of it cancels what is open, and closes the session; should nobody do that, it closes by itself. */
    @Override
    public void refused(String reason) {
        if (isClosed || isFailed) {
            return;
        }
        isFailed = true;
        if (feeds == null || !settings.hasAccount()) {
            close();
        } else {
            stopListening();
            account.fail(reason);
            ports.first().schedule(LAST_CHANCE, this::close);
        }
        listener.failed(reason);
    }

    private void stopListening() {
        opening.stop();
        if (streams != null) {
            streams.close();
        }
        if (refresh != null) {
            refresh.stop();
        }
    }

    @Override
    public void delayed(String reason) {
        if (!isClosed) {
            listener.trading(false, reason + "; it is tried again");
        }
    }

    @Override
    public List<Instrument> instruments() {
        return snapshot == null ? List.of() : catalogue.instruments();
    }

    @Override
    public AccountSnapshot account() {
        return snapshot == null ? AccountSnapshot.NONE : snapshot;
    }

    @Override
    public void attach(MarketDataSink market, AccountSink sink) {
        AccountSnapshot held = snapshot;
        if (held == null || feeds != null || isFailed || isClosed) {
            throw new IllegalStateException("the session of " + venue.id()
                    + (isFailed || isClosed ? " is closed" : held == null ? " is not ready" : " has its engine already")
                    + "; attach one engine, once it is ready");
        }
        MarketFeeds its = new MarketFeeds(market);
        feeds = its;
        streams = new MarketStreams(
                venue,
                settings.environment().hosts(),
                ports,
                gate,
                random,
                listener,
                this::refused,
                its,
                link.market(),
                link.questions());
        InstrumentRefresh period = new InstrumentRefresh(venue, link, catalogue, its, thread);
        refresh = period;
        period.start();
        account.attach(sink, listener, this::refused, held, ports, gate, random);
    }

    @Override
    public void subscribe(InstrumentId instrument, Capability kind) {
        Instrument its = require(instrument);
        requireStreams().subscribe(its, kind);
        account.watch(its);
    }

    @Override
    public void subscribeBars(InstrumentId instrument, BarSpec spec) {
        Instrument its = require(instrument);
        requireStreams().subscribeBars(its, spec);
        account.watch(its);
    }

    @Override
    public void requestBars(InstrumentId id, BarSpec spec, int count, Completion done) {
        Instrument instrument = require(id);
        MarketFeeds its = feeds;
        if (its == null) {
            throw notAttached();
        }
        new BarHistory(venue, link.market(), link.questions())
                .request(instrument, spec, count, link.venueNanos(), its.bars(id, spec), done);
    }

    @Override
    public void requestTrades(InstrumentId id, long fromNanos, long toNanos, Completion done) {
        Instrument instrument = require(id);
        MarketFeeds its = feeds;
        if (its == null) {
            throw notAttached();
        }
        AggregateTradePages pages = new AggregateTradePages(
                link.market(),
                id.symbol(),
                fromNanos / EpochNanos.MILLISECOND,
                toNanos / EpochNanos.MILLISECOND,
                TRADES_A_PAGE);
        new TradeHistory(link.questions())
                .request(pages, all -> PastTrades.hand(all, instrument, its.sink(id), done), done);
    }

    @Override
    public ExecutionSession execution() {
        return account.execution();
    }

    @Override
    public SessionFigures figures() {
        return new SessionFigures(gate.counts().figures(), link.requests(), link.clockFigures());
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        stopListening();
        account.close(() -> {
            link.close();
            ports.close();
            if (settings.credentials() != null) {
                settings.credentials().wipe();
            }
        });
    }

    private Instrument require(InstrumentId id) {
        Instrument instrument = id.venue().equals(venue.id()) ? catalogue.instrument(id.symbol()) : null;
        if (instrument == null) {
            throw new IllegalArgumentException("instrument " + id + " is not listed by " + venue.id()
                    + "; symbols are written as the venue does, such as BTCUSDT");
        }
        return instrument;
    }

    private MarketStreams requireStreams() {
        MarketStreams its = streams;
        if (its == null || isFailed || isClosed) {
            throw notAttached();
        }
        return its;
    }

    private IllegalStateException notAttached() {
        return new IllegalStateException(
                "the session of " + venue.id() + " has no engine, or is closed; attach one once it is ready");
    }
}
