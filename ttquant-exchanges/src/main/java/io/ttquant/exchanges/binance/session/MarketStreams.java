package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.exchanges.binance.BinanceMarketRequests;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.JsonException;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.request.Hosts;
import io.ttquant.exchanges.session.Reply;
import io.ttquant.exchanges.session.SteadyTrades;
import io.ttquant.exchanges.transport.stream.ConnectGate;
import io.ttquant.exchanges.transport.stream.Heartbeat;
import io.ttquant.exchanges.transport.stream.Pace;
import io.ttquant.exchanges.transport.stream.StreamListener;
import io.ttquant.exchanges.transport.stream.StreamSession;
import io.ttquant.exchanges.transport.stream.StreamSettings;
import io.ttquant.exchanges.transport.stream.Subscription;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** All market data of a session: which streams are wanted, on which sockets, and what becomes of them. */
final class MarketStreams implements StreamListener {
    /** The venue cuts a connection after 24 hours. */
    private static final Duration MAX_AGE = Duration.ofMinutes(23 * 60 + 30);

    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final int SNAPSHOT_LEVELS = 1_000;

    private record Wanted(Subscription subscription, Map<Capability, InstrumentId> kinds) {}

    private final BinanceVenue venue;
    private final Hosts hosts;
    private final Ports ports;
    private final ConnectGate gate;
    private final RandomGenerator random;
    private final SessionListener listener;
    private final Consumer<String> failed;
    private final MarketFeeds feeds;
    private final BinanceMarketRequests requests;
    private final Questions questions;
    private final Map<HostKind, MarketRoute> routes = new EnumMap<>(HostKind.class);
    private final Map<HostKind, StreamSession> sessions = new EnumMap<>(HostKind.class);
    private final Map<String, Wanted> wanted = new LinkedHashMap<>();
    private final Map<InstrumentId, LiveBook> books = new HashMap<>();
    private final Map<InstrumentId, SteadyTrades> trades = new HashMap<>();
    private final Map<InstrumentId, Map<Capability, Boolean>> told = new HashMap<>();
    private boolean isClosed;

    MarketStreams(
            BinanceVenue venue,
            Hosts hosts,
            Ports ports,
            ConnectGate gate,
            RandomGenerator random,
            SessionListener listener,
            Consumer<String> failed,
            MarketFeeds feeds,
            BinanceMarketRequests requests,
            Questions questions) {
        this.venue = venue;
        this.hosts = hosts;
        this.ports = ports;
        this.gate = gate;
        this.random = random;
        this.listener = listener;
        this.failed = failed;
        this.feeds = feeds;
        this.requests = requests;
        this.questions = questions;
    }

    void subscribe(Instrument instrument, Capability kind) {
        Channel channel = Channel.of(venue, instrument.id(), kind);
        SymbolFeed feed = feeds.of(instrument.id());
        if (kind == Capability.BOOKS && !books.containsKey(instrument.id())) {
            LiveBook book = book(instrument, feed.market().book());
            books.put(instrument.id(), book);
            feed.withBook(book);
        }
        if (kind == Capability.TRADES && !trades.containsKey(instrument.id())) {
            MissedTrades past = new MissedTrades(instrument.id().symbol(), requests, questions);
            SteadyTrades steady = new SteadyTrades(
                    instrument, feed, ports.market(), past, SteadyTrades.Ids.GAPLESS, gate.counts()::tradeGap);
            trades.put(instrument.id(), steady);
            feed.withTrades(steady);
        }
        want(channel, feed);
    }

    void subscribeBars(Instrument instrument, BarSpec spec) {
        String interval = Intervals.word(venue, spec);
        SymbolFeed feed = feeds.of(instrument.id());
        feed.withBars(interval, feeds.bars(instrument.id(), spec), spec.step());
        want(Channel.ofBars(venue, instrument.id(), interval), feed);
    }

    private void want(Channel channel, SymbolFeed feed) {
        Wanted before = wanted.get(channel.name());
        if (before != null) {
            before.kinds.put(channel.kind(), channel.instrument());
            if (before.subscription.isLive()) {
                tell(channel.instrument(), channel.kind(), true);
            }
            return;
        }
        boolean isFirst = !sessions.containsKey(channel.route());
        StreamSession session = session(channel.route());
        Subscription subscription = session.subscribe(channel.name(), channel.silence(), channel.handover());
        Map<Capability, InstrumentId> kinds = new EnumMap<>(Capability.class);
        kinds.put(channel.kind(), channel.instrument());
        wanted.put(channel.name(), new Wanted(subscription, kinds));
        route(channel.route()).expect(subscription, channel.instrument().symbol(), feed);
        LiveBook book = channel.kind() == Capability.BOOKS ? books.get(channel.instrument()) : null;
        if (book != null) {
            route(channel.route()).expectBook(channel.name(), book);
        }
        if (isFirst) {
            session.start();
        }
    }

    private MarketRoute route(HostKind kind) {
        return routes.computeIfAbsent(kind, k -> new MarketRoute(hosts.address(k), ports.market()));
    }

    private StreamSession session(HostKind kind) {
        return sessions.computeIfAbsent(
                kind,
                k -> new StreamSession(settings(k), route(k), this, ports.prices(), ports.market(), gate, random));
    }

    /** The venue takes 5 messages a second on Spot and 10 on futures, pongs among them. */
    private StreamSettings settings(HostKind kind) {
        return StreamSettings.of(venue.id() + " " + kind, Heartbeat.BY_SERVER)
                .withPaces(Pace.ofMessages(venue.isSpot() ? 4 : 8, Duration.ofSeconds(1)))
                .withReplacement(MAX_AGE, OVERLAP);
    }

    private LiveBook book(Instrument instrument, BookSink out) {
        InstrumentId id = instrument.id();
        return new LiveBook(
                instrument,
                venue.bookRule(),
                out,
                ports.market(),
                isCurrent -> askForBook(id, isCurrent),
                isInStep -> tell(id, Capability.BOOKS, isInStep));
    }

    private void askForBook(InstrumentId id, BooleanSupplier isCurrent) {
        questions.askBytes(() -> requests.depth(id.symbol(), SNAPSHOT_LEVELS), bytes -> bytes, new Reply<byte[]>() {
            @Override
            public void answered(byte[] body) {
                end(body);
            }

            @Override
            public void failed(Verdict verdict) {
                end(new byte[0]);
            }

            private void end(byte[] body) {
                LiveBook book = books.get(id);
                if (book == null || isClosed || !isCurrent.getAsBoolean()) {
                    return;
                }
                if (body.length > 0) {
                    putIn(id, body);
                }
                book.answered();
            }
        });
    }

    private void putIn(InstrumentId id, byte[] body) {
        try {
            route(venue.route(Capability.BOOKS)).book(id.symbol(), body);
        } catch (JsonException | IllegalArgumentException e) {
            // It is asked for again, as the book still needs it.
            return;
        }
    }

    void close() {
        isClosed = true;
        sessions.values().forEach(StreamSession::close);
    }

    @Override
    public void connected(int connection) {
        // The channels tell each for itself.
    }

    @Override
    public void live(Subscription channel) {
        Wanted its = wanted.get(channel.channel());
        if (its == null) {
            return;
        }
        its.kinds.forEach((kind, id) -> {
            LiveBook book = books.get(id);
            if (kind == Capability.BOOKS && book != null) {
                book.streaming(venue.isSpot());
                if (!book.isInStep()) {
                    return;
                }
            }
            tell(id, kind, true);
            SteadyTrades steady = trades.get(id);
            if (kind == Capability.TRADES && steady != null) {
                steady.live();
            }
        });
    }

    @Override
    public void stale(Subscription channel) {
        tellAll(channel);
    }

    @Override
    public void lost(Subscription channel) {
        Wanted its = wanted.get(channel.channel());
        if (its != null) {
            its.kinds.forEach((kind, id) -> {
                LiveBook book = books.get(id);
                if (kind == Capability.BOOKS && book != null) {
                    book.disconnected();
                }
                SteadyTrades steady = trades.get(id);
                if (kind == Capability.TRADES && steady != null) {
                    steady.lost();
                }
                SymbolFeed feed = feeds.used(id);
                if (feed != null && kind == Capability.QUOTES) {
                    feed.restartQuotes();
                }
            });
        }
        tellAll(channel);
    }

    @Override
    public void refused(Subscription channel, String reason) {
        tellAll(channel);
    }

    private void tellAll(Subscription channel) {
        Wanted its = wanted.get(channel.channel());
        if (its != null) {
            its.kinds.forEach((kind, id) -> tell(id, kind, false));
        }
    }

    private void tell(InstrumentId id, Capability kind, boolean isLive) {
        Boolean before =
                told.computeIfAbsent(id, i -> new EnumMap<>(Capability.class)).put(kind, isLive);
        if (!isClosed && !Boolean.valueOf(isLive).equals(before)) {
            listener.marketData(id, kind, isLive);
        }
    }

    @Override
    public void disconnected(int connection, String reason) {
        // The channels tell each for itself.
    }

    @Override
    public void halted(String reason) {
        failed.accept("market data of " + venue.id() + " cannot go on: " + reason);
    }
}
