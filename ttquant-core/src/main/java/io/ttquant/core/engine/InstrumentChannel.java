package io.ttquant.core.engine;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.market.InstrumentStatus;
import io.ttquant.api.market.MarkPrice;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.order.Side;
import io.ttquant.core.book.BookCounters;
import io.ttquant.core.book.BookView;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.margin.InstrumentMargin;
import io.ttquant.core.margin.View;
import io.ttquant.core.market.BarAggregator;
import io.ttquant.core.market.LastPrices;
import io.ttquant.core.market.VenuePrice;
import io.ttquant.core.matching.BarMoment;
import io.ttquant.core.matching.EmulatedMarket;
import io.ttquant.core.matching.SimulatedMarket;
import io.ttquant.core.order.OpenOrders;
import io.ttquant.core.portfolio.InstrumentMark;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that the engine does with the market data of one instrument, in the order of events that the package states. */
final class InstrumentChannel implements InstrumentSink {
    private static final StrategySlot[] NOBODY = {};

    /** Which of several series of bars the simulated market executes, and by whose volume we know what was traded: of trades before others, of time before others, the shortest. */
    private static final Comparator<BarSpec> EXECUTED_FIRST =
            Comparator.comparing(BarSpec::source).thenComparing(FinerFirst.ORDER);

    private final Engine engine;
    private final Instrument instrument;
    private final Supplier<SequenceRule> bookSequence;
    private final LastPrices prices;
    private final InstrumentMark mark;
    private final @Nullable InstrumentMargin margin;
    private final boolean valuesDebts;
    private final @Nullable SimulatedMarket market;
    private final @Nullable EmulatedMarket emulated;
    private final BarSeries series;
    private final ChannelPositions positions;
    private final ChannelOrders orders;
    private final @Nullable PriceWatch watch;
    private StrategySlot[] tradeListeners = NOBODY;
    private StrategySlot[] quoteListeners = NOBODY;
    private StrategySlot[] bookListeners = NOBODY;
    private StrategySlot[] fundingListeners = NOBODY;
    private StrategySlot[] markListeners = NOBODY;
    private StrategySlot[] statusListeners = NOBODY;
    private BarAggregator[] tradeBars = {};
    private QuoteBars[] quoteBars = {};
    private TradingStatus status = TradingStatus.TRADING;
    private long rawVenueMark;
    private boolean hasQuotes;
    private @Nullable BookChannel book;
    private @Nullable MarketByOrderChannel orderBook;
    private final ShownTop shown = new ShownTop();
    private @Nullable BarSpec executing;

    InstrumentChannel(
            Engine engine,
            Instrument instrument,
            @Nullable SimulatedMarket market,
            @Nullable EmulatedMarket emulated,
            Supplier<SequenceRule> bookSequence) {
        this.bookSequence = bookSequence;
        this.emulated = emulated;
        this.engine = engine;
        this.instrument = instrument;
        this.market = market;
        this.prices = new LastPrices(instrument);
        this.positions = new ChannelPositions(engine.ledger(), instrument);
        this.series = new BarSeries(engine, spec -> new BarChannel(engine, this, spec, market));
        this.mark = engine.ledger().markOf(instrument);
        MarginFunds funds = engine.account().margin();
        this.valuesDebts = engine.account().watchesDebts();
        this.margin = funds == null || !instrument.kind().isDerivative()
                ? null
                : funds.account().register(instrument, this::rawVenuePrice);
        if (market != null && margin != null) {
            market.watch(engine.account().watch(this, margin));
        }
        this.orders = new ChannelOrders(
                this, engine.desk().risk(), mark, engine.desk().fees());
        this.watch = engine.risk().watch(this, mark);
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    BarMoment barMoment() {
        return market == null ? BarMoment.BETWEEN : market.barMoment();
    }

    LastPrices prices() {
        return prices;
    }

    TradingStatus status() {
        return status;
    }

    long rawReferencePrice(Side side) {
        long touch = side == Side.BUY ? prices.rawAsk() : prices.rawBid();
        return touch > 0 ? touch : prices.rawLast();
    }

    ChannelPositions positions() {
        return positions;
    }

    /** True if the venue publishes mark prices. */
    boolean hasVenueMark() {
        return rawVenueMark != 0;
    }

    /** The price moved at the exchange: margin is judged before the instant ends if it stands behind a position here. */
    private void marked() {
        if (margin != null && margin.rawQuantity(View.EXCHANGE) != 0 && !margin.isSafeAt(rawVenuePrice())) {
            engine.account().marked();
        }
    }

    /** The mark moved. */
    private void valued() {
        if (valuesDebts) {
            engine.account().revalued();
        }
    }

    /** Where one side of the quotes is missing and nothing traded, the price by which we last valued it: a position does not lose its price with them. */
    private long rawVenuePrice() {
        long raw = market == null
                ? VenuePrice.rawOf(rawVenueMark, prices.rawBid(), prices.rawAsk(), prices.rawLast())
                : VenuePrice.rawOf(rawVenueMark, market.rawBid(), market.rawAsk(), market.rawLast());
        return raw > 0 ? raw : mark.raw();
    }

    /** The price by which the venue judges positions. */
    VenuePrice venuePrice() {
        return market == null
                ? VenuePrice.of(rawVenueMark, prices.rawBid(), prices.rawAsk(), prices.rawLast())
                : VenuePrice.of(rawVenueMark, market.rawBid(), market.rawAsk(), market.rawLast());
    }

    /** The strategies' open orders in this instrument. */
    ChannelOrders orders() {
        return orders;
    }

    /** A strategy's open orders in this instrument; made on first use. */
    OpenOrders open(StrategySlot slot) {
        return orders.of(slot);
    }

    @Nullable
    PriceWatch watch() {
        return watch;
    }

    @Override
    public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        engine.advanceTo(tsEvent);
        if (market != null) {
            market.trade(tsEvent, rawPrice, rawQuantity, aggressor);
            engine.settle();
            marked();
        }
        long localNanos = engine.localTime(tsInit);
        if (localNanos > engine.now()) {
            engine.delayed().trade(localNanos, this, tsEvent, rawPrice, rawQuantity, aggressor);
            engine.dueAt(localNanos);
            return;
        }
        deliverTrade(tsEvent, tsInit, rawPrice, rawQuantity, aggressor);
        engine.settle();
    }

    void deliverTrade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
        prices.trade(tsEvent, rawPrice, rawQuantity);
        mark.last(rawPrice);
        valued();
        if (watch != null) {
            watch.priced(tsEvent);
        }
        if (emulated != null && emulated.trade(rawPrice)) {
            engine.released();
        }
        engine.tickSeen();
        for (BarAggregator aggregator : tradeBars) {
            aggregator.tick(tsEvent, tsInit, rawPrice, rawQuantity);
            engine.dueAt(aggregator.nextCloseNanos());
        }
        for (StrategySlot slot : tradeListeners) {
            slot.trade(instrument, tsEvent, tsInit, rawPrice, rawQuantity, aggressor);
        }
    }

    @Override
    public void quote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        hasQuotes = true;
        engine.advanceTo(tsEvent);
        if (market != null) {
            market.quote(tsEvent, rawBid, rawBidQuantity, rawAsk, rawAskQuantity);
            engine.settle();
            marked();
        }
        long localNanos = engine.localTime(tsInit);
        if (localNanos > engine.now()) {
            engine.delayed().quote(localNanos, this, tsEvent, rawBid, rawBidQuantity, rawAsk, rawAskQuantity);
            engine.dueAt(localNanos);
            return;
        }
        deliverQuote(tsEvent, tsInit, rawBid, rawBidQuantity, rawAsk, rawAskQuantity);
        engine.settle();
    }

    void deliverQuote(long tsEvent, long tsInit, long rawBid, long rawBidQuantity, long rawAsk, long rawAskQuantity) {
        prices.quote(tsEvent, rawBid, rawBidQuantity, rawAsk, rawAskQuantity);
        if (emulated != null && emulated.quote(rawBid, rawAsk)) {
            engine.released();
        }
        if (rawBid > 0 && rawAsk > 0) {
            mark.quote(rawBid, rawAsk);
            valued();
        }
        if (watch != null) {
            watch.priced(tsEvent);
        }
        engine.tickSeen();
        for (QuoteBars bars : quoteBars) {
            bars.quote(tsEvent, tsInit, rawBid, rawAsk);
            engine.dueAt(bars.nextCloseNanos());
        }
        for (StrategySlot slot : quoteListeners) {
            slot.quote(instrument, tsEvent, tsInit, rawBid, rawBidQuantity, rawAsk, rawAskQuantity);
        }
        if (!hasBook()) {
            for (StrategySlot slot : bookListeners) {
                slot.book(prices.book());
            }
        }
    }

    private boolean hasBook() {
        return book != null || orderBook != null;
    }

    @Override
    public BookSink book() {
        if (orderBook != null) {
            throw new IllegalStateException("the book of " + instrument
                    + " comes by order already; let one source deliver it, by level or by order");
        }
        if (book == null) {
            book = new BookChannel(engine, this, bookSequence.get(), market);
        }
        return book;
    }

    @Override
    public MarketByOrderSink marketByOrder() {
        if (book != null) {
            throw new IllegalStateException("the book of " + instrument
                    + " comes by level already; let one source deliver it, by level or by order");
        }
        if (orderBook == null) {
            orderBook = new MarketByOrderChannel(engine, this, market);
        }
        return orderBook;
    }

    /** What happened to the book by level; null if there is none. */
    @Nullable
    BookCounters bookCounters() {
        return book == null ? null : book.counters();
    }

    void showBook(BookView view) {
        prices.show(view);
    }

    /** The book as we have it changed. It makes quotes too, as long as nobody else does. */
    void deliverBook(BookView view, long tsEvent, long tsInit) {
        if (!hasQuotes && shown.isChangedBy(view)) {
            deliverQuote(tsEvent, tsInit, shown.rawBid, shown.rawBidQuantity, shown.rawAsk, shown.rawAskQuantity);
        }
        for (StrategySlot slot : bookListeners) {
            slot.book(view);
        }
    }

    @Override
    public BarSink bars(BarSpec spec) {
        BarChannel channel = series(spec);
        channel.declareExternal();
        if (engine.state() == EngineState.NEW || executing == null) {
            executing = executing == null || EXECUTED_FIRST.compare(spec, executing) < 0 ? spec : executing;
            if (market != null) {
                market.executeBars(executing);
            }
        }
        return channel;
    }

    BarChannel series(BarSpec spec) {
        return series.of(spec);
    }

    void closed(BarChannel of, long rawClose, long rawVolume, long tsEvent) {
        if (of.isExternal()) {
            if (of.spec.equals(executing)) {
                prices.barTraded(tsEvent, rawVolume);
            }
            prices.last(rawClose);
            mark.last(rawClose);
            marked();
            valued();
            if (emulated != null && emulated.bar(rawClose)) {
                engine.released();
            }
            engine.barSeen();
        }
        if (watch != null) {
            watch.closed(of.isExternal(), of.isOfTicks(), tsEvent);
        }
    }

    @Override
    public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
        engine.advanceTo(tsEvent);
        if (market != null && instrument.kind() == InstrumentKind.PERPETUAL) {
            engine.account().funding(this, rate, settlementNanos);
        }
        deliver(tsInit, localNanos -> {
            for (StrategySlot slot : fundingListeners) {
                slot.funding(new FundingRate(instrument, tsEvent, localNanos, rate, settlementNanos));
            }
        });
    }

    @Override
    public void markPrice(long tsEvent, long tsInit, long rawPrice) {
        engine.advanceTo(tsEvent);
        rawVenueMark = rawPrice;
        if (market != null) {
            market.markPrice(rawPrice);
            engine.settle();
        }
        marked();
        deliver(tsInit, localNanos -> {
            prices.mark(rawPrice);
            if (emulated != null && emulated.mark(rawPrice)) {
                engine.released();
            }
            if (rawPrice > 0) {
                mark.venue(rawPrice);
                valued();
                if (watch != null) {
                    watch.priced(tsEvent);
                }
            }
            for (StrategySlot slot : markListeners) {
                slot.markPrice(new MarkPrice(instrument, tsEvent, localNanos, rawPrice));
            }
        });
    }

    @Override
    public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
        engine.advanceTo(tsEvent);
        if (market != null) {
            market.indexPrice(rawPrice);
            engine.settle();
        }
        deliver(tsInit, localNanos -> {
            prices.index(rawPrice);
            if (emulated != null && emulated.index(rawPrice)) {
                engine.released();
            }
        });
    }

    @Override
    public void status(long tsEvent, long tsInit, TradingStatus next) {
        engine.advanceTo(tsEvent);
        if (market != null) {
            market.status(next);
            engine.settle();
        }
        deliver(tsInit, localNanos -> {
            status = next;
            if (emulated != null && next == TradingStatus.DELISTED) {
                emulated.delisted();
            }
            for (StrategySlot slot : statusListeners) {
                slot.status(new InstrumentStatus(instrument, tsEvent, localNanos, next));
            }
        });
    }

    /** Delivers what is rarer than trades and quotes, given the time at which we have it: at once, or when it has reached us. */
    private void deliver(long tsInit, LongConsumer delivery) {
        long localNanos = engine.localTime(tsInit);
        if (localNanos > engine.now()) {
            engine.delayed().other(localNanos, () -> delivery.accept(localNanos));
            engine.dueAt(localNanos);
            return;
        }
        delivery.accept(tsInit);
        engine.settle();
    }

    /** Finds for each wanted series what it is made of. */
    void connectSeries() {
        series.connect(this);
    }

    /** The series that strategies wait for and that had no bar so far. */
    List<BarSpec> silentSeries() {
        return series.silent();
    }

    void feedTrades(BarAggregator aggregator) {
        tradeBars = FinerFirst.with(tradeBars, aggregator);
    }

    void feedQuotes(QuoteBars bars) {
        quoteBars = Arrays.copyOf(quoteBars, quoteBars.length + 1);
        quoteBars[quoteBars.length - 1] = bars;
        Arrays.sort(quoteBars, Comparator.comparing(q -> q.aggregator().spec(), FinerFirst.ORDER));
    }

    void listenToTrades(StrategySlot slot) {
        engine.onceLive(() -> tradeListeners = StrategySlot.with(tradeListeners, slot));
    }

    void listenToQuotes(StrategySlot slot) {
        engine.onceLive(() -> quoteListeners = StrategySlot.with(quoteListeners, slot));
    }

    void listenToBook(StrategySlot slot) {
        engine.onceLive(() -> bookListeners = StrategySlot.with(bookListeners, slot));
    }

    void listenToFunding(StrategySlot slot) {
        engine.onceLive(() -> fundingListeners = StrategySlot.with(fundingListeners, slot));
    }

    void listenToMarkPrice(StrategySlot slot) {
        engine.onceLive(() -> markListeners = StrategySlot.with(markListeners, slot));
    }

    void listenToStatus(StrategySlot slot) {
        engine.onceLive(() -> statusListeners = StrategySlot.with(statusListeners, slot));
    }
}
