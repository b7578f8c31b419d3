package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.JsonException;
import io.ttquant.exchanges.okx.OkxEvent;
import io.ttquant.exchanges.okx.OkxFrame;
import io.ttquant.exchanges.okx.OkxGate;
import io.ttquant.exchanges.okx.OkxMarketDecoder;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.session.SteadyTrades;
import io.ttquant.exchanges.transport.stream.StreamInput;
import io.ttquant.exchanges.transport.stream.Subscription;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The market data that an engine asked for, on two kinds of sockets: bars have their own. */
final class OkxMarketData implements OkxProtocol.Frames, OkxGate {
    private final OkxContext context;
    private final OkxCatalog catalog;
    private final OkxBarHistory history;
    private final Function<String, SteadyTrades.Past> missed;
    private final MarketDataSink sinks;
    private final OkxMarketDecoder decoder = new OkxMarketDecoder(this);
    private final Map<Instrument, SymbolFeed> feeds = new HashMap<>();
    private final IdentityHashMap<SymbolFeed, Map<String, MarketChannel>> wanted = new IdentityHashMap<>();
    private final Map<Instrument, TradingStatus> statuses = new HashMap<>();
    private final MarketStream plain;
    private final MarketStream business;
    private @Nullable StreamInput input;
    private byte[] payload = {};
    private @Nullable MarketChannel last;
    private @Nullable MarketChannel missing;

    /** @param missed the way to trades that were missed of a symbol */
    OkxMarketData(
            OkxContext context,
            OkxCatalog catalog,
            OkxBarHistory history,
            Function<String, SteadyTrades.Past> missed,
            MarketDataSink sinks) {
        this.missed = missed;
        this.catalog = catalog;
        this.history = history;
        this.context = context;
        this.sinks = sinks;
        plain = stream("okx public", HostKind.PUBLIC_STREAM);
        business = stream("okx business", HostKind.MARKET_STREAM);
    }

    private MarketStream stream(String name, HostKind host) {
        return new MarketStream(
                context, name, context.settings().environment().hosts().address(host), this);
    }

    void subscribe(Instrument instrument, Capability kind) {
        boolean isSpot = instrument.kind() == InstrumentKind.SPOT;
        if (isSpot && (kind == Capability.FUNDING || kind == Capability.MARK_PRICES)) {
            throw new IllegalArgumentException(
                    instrument.id() + " is spot and has no " + kind + "; ask for it of a swap or a future");
        }
        String channel = switch (kind) {
            case TRADES -> "trades";
            case QUOTES -> "bbo-tbt";
            case BOOKS -> "books";
            case FUNDING -> "funding-rate";
            case MARK_PRICES -> "mark-price";
            default ->
                throw new IllegalArgumentException(kind
                        + " is no market data that okx streams; take TRADES, QUOTES, BOOKS, FUNDING or MARK_PRICES");
        };
        SymbolFeed feed = feed(instrument);
        if (kind == Capability.BOOKS && feed.book() == null) {
            feed.withBook();
        }
        if (kind == Capability.TRADES && !channels(feed).containsKey(frame(kind).name())) {
            SteadyTrades steady = new SteadyTrades(
                    instrument,
                    feed,
                    context.engine(),
                    missed.apply(instrument.id().symbol()),
                    SteadyTrades.Ids.GAPLESS_SO_FAR,
                    context::tradeGap);
            feed.withTrades(steady);
            MarketChannel added =
                    add(plain, instrument, kind, feed, channel, frame(kind).name());
            added.whenLive = steady::live;
            added.whenLost = steady::lost;
            return;
        }
        add(plain, instrument, kind, feed, channel, frame(kind).name());
    }

    /** What frames with data of a kind are. */
    private static OkxFrame frame(Capability kind) {
        return switch (kind) {
            case TRADES -> OkxFrame.TRADE;
            case QUOTES -> OkxFrame.QUOTE;
            case BOOKS -> OkxFrame.BOOK;
            case FUNDING -> OkxFrame.FUNDING;
            case MARK_PRICES -> OkxFrame.MARK;
            default -> OkxFrame.OTHER;
        };
    }

    void subscribeBars(Instrument instrument, BarSpec spec) {
        String word = OkxBarWords.of(spec);
        SymbolFeed feed = feed(instrument);
        if (!channels(feed).containsKey(word)) {
            SteadyBars bars = new SteadyBars(
                    sinks.instrument(instrument.id()),
                    spec,
                    context.engine(),
                    (from, to, sink, done) -> history.between(
                            instrument, spec, from / EpochNanos.MILLISECOND, to / EpochNanos.MILLISECOND, sink, done));
            feed.withBars(word, bars, spec.step());
            MarketChannel added = add(business, instrument, Capability.BARS, feed, "candle" + word, word);
            added.whenLive = bars::catchUp;
        }
    }

    private MarketChannel add(
            MarketStream stream, Instrument instrument, Capability kind, SymbolFeed feed, String channel, String key) {
        MarketChannel known = channels(feed).get(key);
        if (known != null) {
            return known;
        }
        String name = ChannelName.of(channel, instrument.id().symbol(), "");
        MarketChannel added = new MarketChannel(instrument.id(), kind, name, feed);
        channels(feed).put(key, added);
        stream.add(added);
        return added;
    }

    private SymbolFeed feed(Instrument instrument) {
        SymbolFeed feed = feeds.get(instrument);
        if (feed == null) {
            feed = new SymbolFeed(sinks.instrument(instrument.id())).onceEach();
            feeds.put(instrument, feed);
            wanted.put(feed, new HashMap<>());
            decoder.feed(instrument.id().symbol(), feed);
            tellStatus(instrument, feed);
        }
        return feed;
    }

    /** Says of each instrument whether it trades, where that changed. */
    void tellStatuses() {
        feeds.forEach(this::tellStatus);
    }

    private void tellStatus(Instrument instrument, SymbolFeed feed) {
        TradingStatus now = catalog.status(instrument.id().symbol());
        TradingStatus before = statuses.put(instrument, now);
        if (now != (before == null ? TradingStatus.TRADING : before)) {
            long nanos = context.engine().nanos();
            feed.market().status(nanos, nanos, now);
        }
    }

    private Map<String, MarketChannel> channels(SymbolFeed feed) {
        return wanted.getOrDefault(feed, Map.of());
    }

    @Override
    public boolean isWanted(OkxFrame kind, SymbolFeed feed, String bar) {
        MarketChannel channel = channels(feed).get(kind == OkxFrame.BAR ? bar : kind.name());
        StreamInput on = input;
        if (channel == null || on == null) {
            return false;
        }
        Subscription subscription = channel.subscription;
        last = channel;
        return subscription != null && on.data(subscription);
    }

    @Override
    public OkxFrame read(byte[] bytes, StreamInput on) {
        input = on;
        payload = bytes;
        last = null;
        missing = null;
        OkxFrame frame;
        try {
            frame = decoder.decode(bytes, 0, bytes.length, context.engine().nanos());
        } catch (JsonException e) {
            MarketChannel book = missing;
            if (book != null) {
                plain.missed(book);
            }
            throw e;
        }
        MarketChannel told = last;
        if (frame == OkxFrame.BOOK && told != null) {
            plain.check(told);
        }
        return frame;
    }

    @Override
    public void leftOut(OkxFrame kind, SymbolFeed feed, JsonException why) {
        StreamInput on = input;
        if (on != null) {
            on.unreadable(
                    "a " + kind + " of " + feed.market().instrument() + " is left out: " + why.getMessage(), payload);
        }
    }

    @Override
    public void bookMissed(SymbolFeed feed) {
        missing = isWanted(OkxFrame.BOOK, feed, "") ? last : null;
    }

    @Override
    public OkxEvent event() {
        return decoder.event();
    }

    /** A book that misses it is asked for anew; of the rest nothing can be said. */
    @Override
    public void unreadable(JsonException why, byte[] bytes, StreamInput on) {
        on.unreadable(String.valueOf(why.getMessage()), bytes);
    }

    void close() {
        plain.close();
        business.close();
    }
}
