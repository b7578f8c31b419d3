package io.ttquant.core.engine;

import io.ttquant.api.account.Portfolio;
import io.ttquant.api.account.Position;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.strategy.BarSubscription;
import io.ttquant.api.strategy.Execution;
import io.ttquant.api.strategy.ExecutionAlgorithm;
import io.ttquant.api.strategy.MarketView;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.Clock;
import io.ttquant.api.time.Timers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A strategy's context. */
final class SlotContext implements StrategyContext {
    private final Engine engine;
    private final StrategySlot slot;
    private final StrategyTimers timers;
    private final SlotOrders orders;
    private final RandomGenerator random;
    private final Logger log;
    private final KeptTexts kept;
    private final List<BarListener> subscriptions = new ArrayList<>();

    private @Nullable Position lastPosition;

    static SlotContext[] all(Engine engine, StrategySlot[] slots, EngineBuilder b) {
        return Arrays.stream(slots)
                .map(slot -> new SlotContext(engine, slot, b))
                .toArray(SlotContext[]::new);
    }

    SlotContext(Engine engine, StrategySlot slot, EngineBuilder b) {
        this.engine = engine;
        this.slot = slot;
        this.timers = new StrategyTimers(engine, slot);
        this.orders = new SlotOrders(engine, slot);
        this.random = SeededRandom.of(b.seed, slot.id);
        this.kept = new KeptTexts(engine, slot.id, b.kept(slot.id));
        this.log = LoggerFactory.getLogger("io.ttquant.strategy." + slot.id);
    }

    static List<Warmup> warmups(SlotContext[] contexts) {
        return Arrays.stream(contexts)
                .flatMap(context -> context.subscriptions.stream())
                .filter(listener -> listener.warmup() > 0)
                .map(listener -> new Warmup(listener.instrument().id(), listener.spec(), listener.warmup()))
                .toList();
    }

    void closeSubscriptions() {
        subscriptions.forEach(BarListener::close);
    }

    List<BarListener> subscriptions() {
        return subscriptions;
    }

    @Override
    public String strategyId() {
        return slot.id;
    }

    @Override
    public Clock clock() {
        return engine.clock();
    }

    @Override
    public Timers timers() {
        return timers;
    }

    @Override
    public Orders orders() {
        return orders;
    }

    @Override
    public Execution execute(OrderRequest instruction, ExecutionAlgorithm algorithm) {
        return slot.executions().start(engine, slot, instruction, algorithm);
    }

    @Override
    public Portfolio portfolio() {
        return engine.ledger();
    }

    @Override
    public Position position(InstrumentId instrument) {
        Position known = lastPosition;
        if (known == null || !known.instrument().id().equals(instrument)) {
            known = engine.channel(instrument).positions().of(slot);
            lastPosition = known;
        }
        return known;
    }

    @Override
    public Position position(InstrumentId instrument, PositionSide side) {
        return engine.channel(instrument).positions().of(slot).leg(side);
    }

    @Override
    public Instrument instrument(InstrumentId id) {
        return engine.channel(id).instrument();
    }

    @Override
    public MarketView market(InstrumentId id) {
        return engine.channel(id).prices();
    }

    @Override
    public void subscribeTrades(InstrumentId id) {
        engine.channel(id).listenToTrades(slot);
        engine.strategies().demand().wanted(id, Capability.TRADES);
    }

    @Override
    public void subscribeQuotes(InstrumentId id) {
        engine.channel(id).listenToQuotes(slot);
        engine.strategies().demand().wanted(id, Capability.QUOTES);
    }

    @Override
    public void subscribeBook(InstrumentId id) {
        engine.channel(id).listenToBook(slot);
        engine.strategies().demand().wanted(id, Capability.BOOKS);
    }

    @Override
    public BarSubscription subscribeBars(InstrumentId id, BarSpec spec) {
        InstrumentChannel channel = engine.channel(id);
        boolean isStarting = engine.state() == EngineState.STARTING;
        BarListener listener = new BarListener(slot, channel.instrument(), spec, isStarting);
        channel.series(spec).add(listener);
        engine.strategies().demand().wantedBars(id, spec);
        if (isStarting) {
            subscriptions.add(listener);
        } else {
            channel.connectSeries();
        }
        return listener;
    }

    @Override
    public void subscribeFunding(InstrumentId id) {
        engine.channel(id).listenToFunding(slot);
        engine.strategies().demand().wanted(id, Capability.FUNDING);
    }

    @Override
    public void subscribeMarkPrice(InstrumentId id) {
        engine.channel(id).listenToMarkPrice(slot);
        engine.strategies().demand().wanted(id, Capability.MARK_PRICES);
    }

    @Override
    public void subscribeStatus(InstrumentId id) {
        engine.channel(id).listenToStatus(slot);
    }

    @Override
    public void keep(String name, String text) {
        kept.keep(name, text);
    }

    @Override
    public Optional<String> kept(String name) {
        return kept.of(name);
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public Logger log() {
        return log;
    }

    @Override
    public void stop(String reason) {
        engine.strategies().requestStop(slot, reason);
    }
}
