package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.okx.OkxEvent;
import io.ttquant.exchanges.okx.OkxFrame;
import io.ttquant.exchanges.okx.OkxMarketDecoder;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.transport.stream.StreamInput;
import io.ttquant.exchanges.transport.stream.Subscription;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The market data that an engine asked for, on two kinds of sockets: bars have their own. */
final class OkxMarketData implements OkxProtocol.Frames {
    private static final Logger LOG = LoggerFactory.getLogger(OkxMarketData.class);

    private final OkxContext context;
    private final MarketDataSink sinks;
    private final OkxMarketDecoder decoder = new OkxMarketDecoder(this::isWanted);
    private final Map<Instrument, SymbolFeed> feeds = new HashMap<>();
    private final Map<SymbolFeed, Map<String, MarketChannel>> wanted = new IdentityHashMap<>();
    private final MarketStream plain;
    private final MarketStream business;
    private @Nullable StreamInput input;
    private @Nullable MarketChannel last;

    OkxMarketData(OkxContext context, MarketDataSink sinks) {
        this.context = context;
        this.sinks = sinks;
        plain = stream("okx public", HostKind.PUBLIC_STREAM);
        business = stream("okx business", HostKind.MARKET_STREAM);
    }

    private MarketStream stream(String name, HostKind host) {
        return new MarketStream(context, name, context.settings().environment().hosts().address(host), this);
    }

    void subscribe(Instrument instrument, Capability kind) {
        boolean isSpot = instrument.kind() == InstrumentKind.SPOT;
        if (isSpot && (kind == Capability.FUNDING || kind == Capability.MARK_PRICES)) {
            throw new IllegalArgumentException(
                    instrument.id() + " is spot and has no " + kind + "; ask for it of a swap or a future");
        }
        SymbolFeed feed = feed(instrument);
        switch (kind) {
            case TRADES -> add(plain, instrument, kind, feed, "trades", OkxFrame.TRADE.name());
            case QUOTES -> add(plain, instrument, kind, feed, "bbo-tbt", OkxFrame.QUOTE.name());
            case BOOKS -> add(plain, instrument, kind, feed.book() == null ? feed.withBook() : feed, "books", OkxFrame.BOOK.name());
            case FUNDING -> add(plain, instrument, kind, feed, "funding-rate", OkxFrame.FUNDING.name());
            case MARK_PRICES -> add(plain, instrument, kind, feed, "mark-price", OkxFrame.MARK.name());
            default ->
                throw new IllegalArgumentException(
                        kind + " is no market data that okx streams; take TRADES, QUOTES, BOOKS, FUNDING or MARK_PRICES");
        }
    }

    void subscribeBars(Instrument instrument, BarSpec spec) {
        String word = OkxBarWords.of(spec);
        SymbolFeed feed = feed(instrument);
        if (!channels(feed).containsKey(word)) {
            feed.withBars(word, sinks.instrument(instrument.id()).bars(spec), spec.step());
            add(business, instrument, Capability.BARS, feed, "candle" + word, word);
        }
    }

    private void add(
            MarketStream stream, Instrument instrument, Capability kind, SymbolFeed feed, String channel, String key) {
        if (!channels(feed).containsKey(key)) {
            String name = ChannelName.of(channel, instrument.id().symbol(), "");
            MarketChannel added = new MarketChannel(instrument.id(), kind, name, feed);
            channels(feed).put(key, added);
            stream.add(added);
        }
    }

    private SymbolFeed feed(Instrument instrument) {
        SymbolFeed feed = feeds.get(instrument);
        if (feed == null) {
            feed = new SymbolFeed(sinks.instrument(instrument.id()));
            feeds.put(instrument, feed);
            wanted.put(feed, new HashMap<>());
            decoder.feed(instrument.id().symbol(), feed);
        }
        return feed;
    }

    private Map<String, MarketChannel> channels(SymbolFeed feed) {
        return wanted.getOrDefault(feed, Map.of());
    }

    private boolean isWanted(OkxFrame kind, SymbolFeed feed, String bar) {
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
    public OkxFrame read(byte[] payload, StreamInput on) {
        input = on;
        last = null;
        OkxFrame frame = decoder.decode(payload, 0, payload.length, context.engine().nanos());
        MarketChannel told = last;
        if (frame == OkxFrame.BOOK && told != null) {
            plain.check(told);
        }
        return frame;
    }

    @Override
    public OkxEvent event() {
        return decoder.event();
    }

    /** A book that misses it will show a gap; of the rest nothing can be said. */
    @Override
    public void unreadable(String why) {
        LOG.warn("A frame with market data cannot be read: {}", why);
    }

    void close() {
        plain.close();
        business.close();
    }
}
