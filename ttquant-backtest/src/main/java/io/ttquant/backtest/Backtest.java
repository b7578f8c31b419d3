package io.ttquant.backtest;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.Decimals;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.money.Money;
import io.ttquant.api.storage.Storage;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.Replay;
import io.ttquant.backtest.report.ProgressPrinter;
import io.ttquant.core.assumption.Assumption;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.matching.FeedLatency;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.order.ClientIds;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.risk.RiskPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run of strategies over history.
 *
 * <pre>{@code
 * BacktestResult result = Backtest.of(bars.source())
 *     .cash("10000 USDT")
 *     .strategy("cross", new EmaCross())
 *     .run();
 * }</pre>
 */
public final class Backtest {
    private final List<EventSource> sources;
    private final Map<String, Strategy> strategies = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> parameters = new LinkedHashMap<>();
    private final Map<Currency, Long> cash = new LinkedHashMap<>();
    private @Nullable Currency reporting;
    private SimulationConfig simulation = SimulationConfig.DEFAULT;
    private FundsPolicy funds = FundsPolicy.STRICT;
    private ZoneId dayZone = ZoneOffset.UTC;
    private RiskPolicy risk = RiskPolicy.NONE;
    private PositionMode positionMode = PositionMode.NETTING;
    private final List<FixedRate> fixedRates = new ArrayList<>();
    private AccountConfig account = AccountConfig.DEFAULT;
    private final Map<InstrumentId, Supplier<SequenceRule>> bookSequences = new LinkedHashMap<>();
    private FeedLatency feedLatency = FeedLatency.recorded();
    private long fromNanos = Long.MIN_VALUE;
    private long toNanos = EpochNanos.NEVER;
    private LongConsumer progress = count -> {};
    private @Nullable ProgressPrinter printer;
    private @Nullable Appendable decisions;
    private ClientIds clientIds = ClientIds.of("tt");
    private long seed = 1;
    private @Nullable KeptRun kept;

    private record FixedRate(String from, String to, BigDecimal rate) {}

    private Backtest(List<EventSource> sources) {
        this.sources = sources;
    }

    /**
     * A run over these streams.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Backtest of(EventSource... sources) {
        return of(List.of(sources));
    }

    /**
     * A run over these streams.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Backtest of(List<EventSource> sources) {
        if (sources.stream().allMatch(EventSource::isCompanion)) {
            throw new IllegalArgumentException(
                    "a backtest needs data: give at least one stream of bars, trades or quotes");
        }
        Backtest backtest = new Backtest(List.copyOf(sources));
        sources.forEach(source -> source.bookSequence()
                .ifPresent(
                        rule -> backtest.bookSequences.put(source.instrument().id(), rule)));
        return backtest;
    }

    /** A start balance, such as {@code "10000 USDT"}. The first one is the currency in which equity is stated. */
    public Backtest cash(String money) {
        return cash(Money.parse(money));
    }

    /** A start balance. The first one is the currency in which equity is stated. */
    public Backtest cash(Money money) {
        Currency currency = currency(money.currency());
        cash.put(currency, FixedPoint.toRaw(money.amount(), currency.scale()));
        if (reporting == null) {
            reporting = currency;
        }
        return this;
    }

    private Currency currency(String code) {
        for (Instrument instrument : instruments()) {
            for (Currency currency : List.of(instrument.quote(), instrument.base(), instrument.settlement())) {
                if (currency.code().equals(code)) {
                    return currency;
                }
            }
        }
        return Currency.of(code);
    }

    private List<Instrument> instruments() {
        return sources.stream().map(EventSource::instrument).distinct().toList();
    }

    /** A strategy under a name of its own. */
    public Backtest strategy(String id, Strategy strategy) {
        return strategy(id, strategy, Map.of());
    }

    /** A strategy under a name of its own, with its parameters for the report. */
    public Backtest strategy(String id, Strategy strategy, Map<String, String> described) {
        if (strategies.putIfAbsent(id, strategy) != null) {
            throw new IllegalArgumentException("two strategies are named '" + id + "'; give each a name of its own");
        }
        parameters.put(id, java.util.Collections.unmodifiableMap(new LinkedHashMap<>(described)));
        return this;
    }

    /** The assumptions of execution; {@link SimulationConfig#DEFAULT} unless set. */
    public Backtest simulation(SimulationConfig config) {
        this.simulation = config;
        return this;
    }

    /**
     * Whether balances may go below zero; {@link FundsPolicy#STRICT} unless set. With {@link FundsPolicy#BORROW} they may without limit, unless {@link #account}
     * states one: {@code account(AccountConfig.DEFAULT.withBorrowing(BorrowTerms.DEFAULT))}.
     */
    public Backtest funds(FundsPolicy policy) {
        this.funds = policy;
        return this;
    }

    /** The limits on orders, positions and losses; none unless set. */
    public Backtest risk(RiskPolicy policy) {
        this.risk = policy;
        return this;
    }

    /** The zone in which the day of DAY orders ends at midnight; UTC unless set. The day of a daily loss has a zone of its own, in its limits. */
    public Backtest dayZone(ZoneId zone) {
        this.dayZone = zone;
        return this;
    }

    /** Whether a derivative has one position or a long and a short one; {@link PositionMode#NETTING} unless set. */
    public Backtest positions(PositionMode mode) {
        this.positionMode = mode;
        return this;
    }

    /**
     * A rate that never changes, such as {@code fixedRate("USDC", "USDT", "1")}, by which a currency is valued before any instrument's price. The
     * report states it. Without one nothing is taken to be worth the same as something else.
     *
     * @param rate how much of {@code to} one {@code from} is; above zero
     */
    public Backtest fixedRate(String from, String to, String rate) {
        fixedRates.add(new FixedRate(from, to, Decimals.parse(rate)));
        return this;
    }

    /** The models of the account: margin of derivatives, liquidation, borrowing; {@link AccountConfig#DEFAULT} unless set. */
    public Backtest account(AccountConfig config) {
        this.account = config;
        return this;
    }

    /** How long market data takes from the exchange to the strategies, always the same; as the data says unless set. */
    public Backtest feedLatency(Duration latency) {
        return feedLatency(FeedLatency.constant(latency));
    }

    /** When market data reaches the strategies; {@link FeedLatency#recorded} unless set. */
    public Backtest feedLatency(FeedLatency latency) {
        this.feedLatency = latency;
        return this;
    }

    /**
     * The venue's rule by which the messages of an instrument's order book follow each other; unless set, the one that the data itself
     * names, and where it names none they are trusted to do so.
     *
     * @param rule makes a new one, such as {@code SequenceRule::binanceSpot}
     */
    public Backtest bookSequence(InstrumentId id, Supplier<SequenceRule> rule) {
        bookSequences.put(id, rule);
        return this;
    }

    /**
     * When strategies start; with the first event unless set. Events before it are history, from which they get the bars that they asked for as
     * a warm-up.
     */
    public Backtest from(Instant start) {
        this.fromNanos = EpochNanos.of(start);
        return this;
    }

    /** Where the run ends; with the last event unless set. A bar that closes then is still part of it. */
    public Backtest to(Instant end) {
        this.toNanos = EpochNanos.of(end);
        return this;
    }

    /** The seed of all random numbers; 1 unless set. */
    public Backtest seed(long value) {
        this.seed = value;
        return this;
    }

    /**
     * Where to write what was decided and what became of it, while the run goes on: a line for each order, its release, fill, refusal, amendment and
     * cancel, each move of a trailing trigger, each payment and each act of the risk rules, with its reason. Nothing is written unless this is set.
     */
    public Backtest decisions(Appendable out) {
        this.decisions = out;
        return this;
    }

    /**
     * Keeps the run in a store: orders with every event, fills, positions, balances, payments, acts of the risk rules,
     * equity and figures. The run waits for the store where that is slower, and its data are read twice: once before
     * it, for a figure of all of them. Nothing is kept unless this is set.
     *
     * @param storage open; it stays open
     * @param run the id of the run, which no other run in the store has: one of other data, settings or parameters is
     *     refused before it runs, and one that goes otherwise at its end, with nothing of it written; the same run
     *     again changes nothing
     */
    public Backtest keepIn(Storage storage, String run) {
        this.kept = new KeptRun(storage, run);
        return this;
    }

    /** Told the number of events replayed so far, every now and then. */
    public Backtest progress(LongConsumer listener) {
        this.progress = listener;
        return this;
    }

    /**
     * Shows how far a long run is and how long it will take, for example on the console:
     * {@code progress(ProgressPrinter.onConsole("Backtest", System::nanoTime))}.
     */
    public Backtest progress(ProgressPrinter printer) {
        this.printer = printer;
        return this;
    }

    /** How client order ids begin; {@code tt} unless set. To repeat another run's orders with their ids. */
    public Backtest clientIds(String prefix) {
        this.clientIds = ClientIds.of(prefix);
        return this;
    }

    /** Total number of events, or -1 if it is not known before the end. */
    public long size() {
        long total = 0;
        for (EventSource source : sources) {
            if (source.size() < 0) {
                return -1;
            }
            total += source.size();
        }
        return total;
    }

    /**
     * Runs it. Can be called once, because strategies have state.
     *
     * @throws io.ttquant.core.engine.StrategyException if a strategy's callback throws
     * @throws EmptyRunException if the streams hold no event between start and end
     * @throws IllegalArgumentException if the end is not after the start
     * @throws NotKeptException if it is to be {@linkplain #keepIn kept} and cannot be
     */
    public BacktestResult run() {
        if (cash.isEmpty()) {
            cash("100000 " + sources.get(0).instrument().settlement().code());
        }
        try (KeptRun keeping = kept) {
            return run(streams(), keeping);
        }
    }

    private BacktestResult run(List<EventSource> streams, @Nullable KeptRun keeping) {
        EventDigest digest = new EventDigest();
        RunLog log = new RunLog(digest);
        EngineBuilder builder = builder(log);
        if (keeping != null) {
            keep(streams, keeping, builder);
        }
        Engine engine = builder.build();
        log.valueBy(engine.ledger());
        try (Replay replay = new Replay(streams, engine)) {
            requireEvents(replay.nextNanos());
            long start = Math.max(fromNanos, replay.nextNanos());
            if (keeping != null) {
                keeping.begin(engine, start);
            }
            engine.start(start);
            replay(replay);
            replay.finish(engine.clock().nanos());
        }
        if (engine.isHistory()) {
            throw tooShort();
        }
        engine.stop();
        BacktestResult result = new BacktestResult(
                engine,
                log,
                digest,
                streams,
                instruments(),
                strategies.keySet(),
                parameters,
                assumptions(engine, log),
                simulation);
        if (keeping != null) {
            keeping.end(result, engine.clock().nanos());
        }
        return result;
    }

    /** Nothing is written of a run that cannot be. */
    private void keep(List<EventSource> streams, KeptRun keeping, EngineBuilder builder) {
        DataDigest data = DataDigest.of(streams);
        requireEvents(data.firstNanos());
        if (data.lastNanos() < fromNanos) {
            throw tooShort();
        }
        keeping.into(builder, Math.max(fromNanos, data.firstNanos()), settings(), data.text());
    }

    private Map<String, String> settings() {
        RunParameters all = new RunParameters()
                .strategies(parameters)
                .cash(cash)
                .execution(simulation.withSeed(seed), feedLatency)
                .account(account, funds, positionMode, instruments())
                .risk(risk)
                .span(fromNanos, toNanos, dayZone);
        fixedRates.forEach(
                fixed -> all.fixedRate(fixed.from(), fixed.to(), fixed.rate().toPlainString()));
        return all.map();
    }

    private EmptyRunException tooShort() {
        return new EmptyRunException(
                "a backtest needs data: the streams end before its start at " + EpochNanos.format(fromNanos));
    }

    private List<EventSource> streams() {
        return toNanos == EpochNanos.NEVER
                ? sources
                : sources.stream().map(source -> source.until(toNanos)).toList();
    }

    private void requireEvents(long firstNanos) {
        if (firstNanos == EpochNanos.NEVER) {
            throw new EmptyRunException("a backtest needs data: the streams hold no event"
                    + (toNanos == EpochNanos.NEVER
                            ? "; give streams that do"
                            : " before " + EpochNanos.format(toNanos)
                                    + "; choose a later end, or give data from before it"));
        }
        if (fromNanos >= toNanos) {
            throw new IllegalArgumentException("a backtest from " + EpochNanos.format(fromNanos)
                    + " must end later than it starts, not at " + EpochNanos.format(toNanos)
                    + "; choose a later end or an earlier start");
        }
    }

    private void replay(Replay replay) {
        if (printer == null) {
            replay.run(progress);
            return;
        }
        Progress shown = new Progress(progress, printer, Math.max(0, size()));
        replay.run(shown);
        shown.finish();
    }

    private EngineBuilder builder(RunLog log) {
        EngineBuilder builder = Engine.builder()
                .simulate(simulation.withSeed(seed))
                .funds(funds)
                .positions(positionMode)
                .account(account)
                .risk(risk)
                .feedLatency(feedLatency)
                .dayZone(dayZone)
                .seed(seed)
                .clientIds(clientIds)
                .tap(log);
        if (decisions != null) {
            builder.tap(new DecisionLog(decisions));
        }
        if (reporting != null) {
            builder.reporting(reporting);
        }
        cash.forEach(builder::startBalance);
        fixedRates.forEach(fixed -> builder.fixedRate(currency(fixed.from()), currency(fixed.to()), fixed.rate()));
        bookSequences.forEach(builder::bookSequence);
        instruments().forEach(builder::instrument);
        strategies.forEach(builder::strategy);
        return builder;
    }

    private List<Assumption> assumptions(Engine engine, RunLog log) {
        return new RunAssumptions(engine, instruments(), sources)
                .execution(simulation.withSeed(seed), feedLatency, bookSequences.keySet())
                .days(dayZone)
                .risk(risk)
                .account(account, funds, positionMode)
                .payments(log.cashFlows())
                .data()
                .list();
    }
}
