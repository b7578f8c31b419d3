package io.ttquant.core.engine;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.ExecutionSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.time.Clock;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.BorrowTerms;
import io.ttquant.core.margin.MarginAccount;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.matching.FeedLatency;
import io.ttquant.core.matching.OrderEmulator;
import io.ttquant.core.matching.Settlement;
import io.ttquant.core.matching.SimulatedExchange;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.matching.TradingAccount;
import io.ttquant.core.order.ClientIds;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.core.risk.RiskPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds an {@link Engine}. */
public final class EngineBuilder {
    final List<Instrument> instruments = new ArrayList<>();
    final Map<String, Strategy> strategies = new LinkedHashMap<>();
    final List<EngineTap> taps = new ArrayList<>();
    private final Map<Currency, Long> startBalances = new LinkedHashMap<>();
    private Currency reporting = Currency.of("USDT");
    private FundsPolicy fundsPolicy = FundsPolicy.STRICT;
    private @Nullable PositionMode positionMode;
    private @Nullable AccountSnapshot opening;
    Inheritance inherited = Inheritance.NONE;
    private final List<Consumer<Ledger>> fixedRates = new ArrayList<>();
    private AccountConfig account = AccountConfig.DEFAULT;
    private @Nullable SimulationConfig simulationConfig;
    private @Nullable ExecutionSession liveSession;
    private RiskPolicy risk = RiskPolicy.NONE;
    KillSwitchStore killSwitch = KillSwitchStore.inMemory();
    RiskMemory riskMemory = RiskMemory.NONE;
    FailurePolicy failurePolicy = FailurePolicy.FAIL_RUN;
    MarketDemand demand = MarketDemand.NONE;
    ClientIds clientIds = ClientIds.of("tt");
    long startNanos = Long.MIN_VALUE;
    long sampleNanos = 60 * EpochNanos.SECOND;
    private final Map<InstrumentId, Supplier<SequenceRule>> sequenceRules = new LinkedHashMap<>();
    FeedLatency feedLatency = FeedLatency.recorded();
    long seed = 1;

    @Nullable
    InputLog inputs;

    @Nullable
    EngineWatch watch;

    ZoneId dayZone = ZoneOffset.UTC;
    private final Set<Capability> denied = EnumSet.noneOf(Capability.class);

    EngineBuilder() {}

    /** An instrument that strategies may use. */
    public EngineBuilder instrument(Instrument instrument) {
        instruments.add(instrument);
        return this;
    }

    /**
     * A strategy under a name of its own.
     *
     * @throws IllegalArgumentException if the name is taken, or is {@link Ledger#EXTERNAL}
     */
    public EngineBuilder strategy(String id, Strategy strategy) {
        if (id.equals(Ledger.EXTERNAL)) {
            throw new IllegalArgumentException("no strategy may be named '" + id
                    + "', which is the owner of what others do on a live account; give it another name");
        }
        if (strategies.putIfAbsent(id, strategy) != null) {
            throw new IllegalArgumentException("two strategies are named '" + id + "'; give each a name of its own");
        }
        return this;
    }

    /** The strategies so far, in their order. */
    public List<String> strategyIds() {
        return List.copyOf(strategies.keySet());
    }

    /** A tap on the engine's road. */
    public EngineBuilder tap(EngineTap tap) {
        taps.add(tap);
        return this;
    }

    /** The currency in which equity is stated; USDT unless set. */
    public EngineBuilder reporting(Currency currency) {
        this.reporting = currency;
        return this;
    }

    /** A start balance at the currency's scale. */
    public EngineBuilder startBalance(Currency currency, long rawAmount) {
        startBalances.put(currency, rawAmount);
        return this;
    }

    /** Whether balances may go below zero; {@link FundsPolicy#STRICT} unless set. How far they may is said by {@link #account}. */
    public EngineBuilder funds(FundsPolicy policy) {
        this.fundsPolicy = policy;
        return this;
    }

    /** Whether a derivative has one position or a long and a short one; {@link PositionMode#NETTING} unless set. */
    public EngineBuilder positions(PositionMode mode) {
        this.positionMode = mode;
        return this;
    }

    /** A rate that never changes, by which a currency is valued before any instrument's price; see {@link Ledger#fixRate}. */
    public EngineBuilder fixedRate(Currency from, Currency to, BigDecimal rate) {
        fixedRates.add(ledger -> ledger.fixRate(from, to, rate));
        return this;
    }

    /**
     * The models of a simulated account: margin, liquidation, borrowing; {@link AccountConfig#DEFAULT} unless set. The limit of {@link
     * AccountConfig#borrowing} holds for orders to a real exchange too.
     */
    public EngineBuilder account(AccountConfig config) {
        this.account = config;
        return this;
    }

    /** Executes in a simulated exchange, for backtest and paper. */
    public EngineBuilder simulate(SimulationConfig config) {
        this.simulationConfig = config;
        return this;
    }

    /**
     * Begins with what an account at a real exchange holds, and with the orders that are open there: balances as they are, positions at their entry prices,
     * its position mode. Positions and orders are of {@link Ledger#EXTERNAL}, but for what strategies {@link #inherit}.
     * Nothing that adds risk is sent before {@link
     * LiveAccount#trading} says that it may be.
     */
    public EngineBuilder openAccount(AccountSnapshot account) {
        this.opening = account;
        return this;
    }

    /**
     * What strategies get back of an earlier run on the account that is {@linkplain #openAccount opened}; nothing
     * unless set.
     */
    public EngineBuilder inherit(Inheritance from) {
        this.inherited = from;
        return this;
    }

    /** Executes through a session with a real exchange. */
    public EngineBuilder execute(ExecutionSession session) {
        this.liveSession = session;
        return this;
    }

    /** The limits on orders, positions and losses; none unless set. */
    public EngineBuilder risk(RiskPolicy policy) {
        this.risk = policy;
        return this;
    }

    /** What keeps the kill switch over restarts; only this object unless set. A switch that is found tripped is tripped from the start. */
    public EngineBuilder killSwitch(KillSwitchStore store) {
        this.killSwitch = store;
        return this;
    }

    /**
     * What keeps over restarts what limits on losses count and who is held; {@link RiskMemory#NONE} unless set. A run at a real exchange should have one, and
     * call {@link RiskControl#keep} every second. What cannot be told, or is in another currency than equity, lets no engine be built.
     */
    public EngineBuilder riskMemory(RiskMemory memory) {
        this.riskMemory = memory;
        return this;
    }

    /** What happens when a callback throws; {@link FailurePolicy#FAIL_RUN} unless set. */
    public EngineBuilder onFailure(FailurePolicy policy) {
        this.failurePolicy = policy;
        return this;
    }

    /** Hears which market data strategies ask for, so that a live session can be asked for them; nobody unless set. */
    public EngineBuilder demand(MarketDemand listener) {
        this.demand = listener;
        return this;
    }

    /** Hears of what makes the engine act beside events; nobody unless set, which costs nothing. */
    public EngineBuilder inputs(InputLog log) {
        this.inputs = log;
        return this;
    }

    /** Measures callbacks and timers; nobody unless set, which costs nothing. */
    public EngineBuilder watch(EngineWatch by) {
        this.watch = by;
        return this;
    }

    /** How client order ids are made; they start with {@code tt} unless set. */
    public EngineBuilder clientIds(ClientIds ids) {
        this.clientIds = ids;
        return this;
    }

    /** The engine's first time, epoch nanoseconds; the first event's unless set. */
    public EngineBuilder startNanos(long nanos) {
        this.startNanos = nanos;
        return this;
    }

    /** How often equity is sampled while ticks come; a minute unless set. */
    public EngineBuilder sampleEvery(Duration interval) {
        this.sampleNanos = interval.toNanos();
        return this;
    }

    /** How long market data takes from the exchange to us, always the same; as the data says unless set. */
    public EngineBuilder feedLatency(Duration latency) {
        return feedLatency(FeedLatency.constant(latency));
    }

    /** When market data reaches us; {@link FeedLatency#recorded} unless set. */
    public EngineBuilder feedLatency(FeedLatency latency) {
        this.feedLatency = latency;
        return this;
    }

    /**
     * The rule by which the messages of an instrument's book by level follow each other. Unless set they are trusted to do so, as far as the
     * source does not say that something was lost.
     *
     * @param rule makes a new one, which is not shared with another book
     */
    public EngineBuilder bookSequence(InstrumentId id, Supplier<SequenceRule> rule) {
        sequenceRules.put(id, rule);
        return this;
    }

    /** The zone in which a day begins at midnight, for DAY orders and whatever else counts by the day; UTC unless set. */
    public EngineBuilder dayZone(ZoneId zone) {
        this.dayZone = zone;
        return this;
    }

    /**
     * Treats the venue as if it lacked this: the engine emulates it, or refuses what needs it. Capabilities that have nothing to do with orders change
     * nothing.
     */
    public EngineBuilder without(Capability... what) {
        denied.addAll(List.of(what));
        return this;
    }

    Set<Capability> capabilities(ExecutionSession session) {
        Set<Capability> able = EnumSet.noneOf(Capability.class);
        able.addAll(session.capabilities());
        able.removeAll(denied);
        return able;
    }

    /** The seed of all random numbers. */
    public EngineBuilder seed(long value) {
        this.seed = value;
        return this;
    }

    /**
     * Builds the engine.
     *
     * @throws IllegalStateException if neither a simulated exchange nor a session is given, or both are, or the account to open does not go with what else is
     *     given
     * @throws IllegalArgumentException if the account to open holds what no ledger can, such as a balance below zero
     */
    public Engine build() {
        if ((simulationConfig == null) == (liveSession == null)) {
            throw new IllegalStateException(
                    "an engine executes either in a simulated exchange or through a session; give exactly one");
        }
        requireKnownStrategies();
        if (opening != null) {
            AccountOpening.require(opening, liveSession != null && startBalances.isEmpty(), positionMode, instruments);
        }
        return new Engine(this);
    }

    InstrumentChannel channel(Engine engine, Instrument instrument, Venue venue) {
        engine.ledger().register(instrument);
        SimulatedExchange simulation = venue.simulation();
        OrderEmulator emulator = venue.emulator();
        return new InstrumentChannel(
                engine,
                instrument,
                simulation == null ? null : simulation.market(instrument),
                emulator == null ? null : emulator.market(instrument),
                sequenceRules.getOrDefault(instrument.id(), SequenceRule::trusted));
    }

    private void requireKnownStrategies() {
        risk.strategies().keySet().forEach(id -> {
            if (!strategies.containsKey(id)) {
                throw new IllegalStateException("risk limits are given for strategy '" + id
                        + "', which this engine does not have; it has " + strategies.keySet());
            }
        });
    }

    /** The limits; a live account checks the age of orders unless it is told otherwise. */
    RiskPolicy riskPolicy() {
        return liveSession == null ? risk : risk.withLiveDefaults();
    }

    Ledger ledger() {
        Ledger ledger = opening != null
                ? AccountOpening.ledger(opening, reporting, fundsPolicy)
                : new Ledger(
                        reporting,
                        fundsPolicy,
                        startBalances,
                        Objects.requireNonNullElse(positionMode, PositionMode.NETTING));
        fixedRates.forEach(rate -> rate.accept(ledger));
        instruments.forEach(ledger::register);
        if (opening != null) {
            AccountOpening.positions(opening, inherited, ledger, instruments, strategies.keySet());
        }
        BorrowTerms borrowing = account.borrowing();
        if (fundsPolicy == FundsPolicy.BORROW && borrowing != null) {
            ledger.limitBorrowing(borrowing.leverage());
        }
        return ledger;
    }

    /** The strategies, and at a real exchange the owner of what others do. */
    List<String> owners() {
        List<String> owners = new ArrayList<>(strategies.keySet());
        if (liveSession != null) {
            owners.add(Ledger.EXTERNAL);
        }
        return owners;
    }

    ExecutionReports reports(Engine engine, Ledger ledger) {
        return liveSession == null
                ? new ExecutionReports(engine, ledger)
                : new LiveAccount(engine, ledger, strategies.size());
    }

    void openAccount(ExecutionReports reports, InstrumentChannels channels) {
        if (reports instanceof LiveAccount live) {
            live.use(channels);
            if (opening != null) {
                live.open(opening, inherited);
            }
        }
    }

    /** What a strategy kept in an earlier run. */
    Map<String, String> kept(String strategyId) {
        return inherited.states().getOrDefault(strategyId, Map.of());
    }

    /** The margin of a simulated account; a real exchange keeps its own. */
    @Nullable
    MarginFunds margin(Ledger ledger) {
        return simulationConfig == null ? null : new MarginFunds(new MarginAccount(ledger, account), ledger, fees());
    }

    @Nullable
    SimulatedExchange simulate(
            Clock clock, ExecutionSink reports, TradingAccount account, Settlement settlement, LongConsumer dueAt) {
        return simulationConfig == null
                ? null
                : new SimulatedExchange(simulationConfig, clock, reports, account, settlement, dueAt);
    }

    /** The fees to hold back with an order; a live exchange holds back its own. */
    FeeModel fees() {
        return (simulationConfig == null ? SimulationConfig.DEFAULT : simulationConfig).fees();
    }

    ExecutionSession session(@Nullable SimulatedExchange simulation) {
        if (simulation != null) {
            return simulation;
        }
        return Objects.requireNonNull(liveSession);
    }
}
