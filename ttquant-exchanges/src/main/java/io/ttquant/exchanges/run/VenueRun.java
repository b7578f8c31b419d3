package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Order;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.TradingMode;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.engine.Inheritance;
import io.ttquant.core.journal.JournalHeader;
import io.ttquant.core.risk.RiskRecord;
import io.ttquant.exchanges.codes.VenueText;
import io.ttquant.exchanges.paper.PaperExecution;
import io.ttquant.exchanges.paper.PaperProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run at one venue: the session is opened, and once it is ready an engine is built with the venue's instruments and started; past bars warm the
 * strategies up, market data are subscribed to, and time passes for the engine. {@link #stop} ends it in order: strategies stop, their orders are
 * cancelled, what becomes of them is awaited for some seconds, and the session is closed. It ends in the same way if the session gives up, and by {@link
 * #fail} if the engine cannot go on. What may still be open at the end is named.
 *
 * <p>All of it is on the engine's thread.
 */
public final class VenueRun {
    private static final Logger LOG = LoggerFactory.getLogger(VenueRun.class);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int LOOKS = 100;
    private static final String PAPER =
            "connecting, on paper: orders are executed here, against the live market; no key is used";

    private final RunConfiguration configuration;
    private final VenuePlan plan;
    private final VenueParts parts;
    private final ExchangeProvider provider;
    private final MarketFeed feed;
    private final MarketNews news;
    private final EngineLog log;
    private final RunObservers observers;
    private @Nullable ExchangeSession session;
    private @Nullable Engine engine;
    private Optional<Consumer<Engine>> trading = Optional.empty();
    private @Nullable Runnable waiting;
    private List<Instrument> instruments = List.of();
    private @Nullable JournalOpener opener;
    private RunJournal journal = RunJournal.NONE;
    private @Nullable RunAccount account;
    private @Nullable LastOrders last;
    private boolean isTrading;
    private boolean isStopping;
    private boolean hasFailed;
    private boolean isOver;

    private VenueRun(RunConfiguration configuration, VenuePlan plan, VenueParts parts) {
        this.configuration = configuration;
        this.plan = plan;
        this.parts = parts;
        this.provider = isLive() ? parts.provider() : PaperProvider.of(parts.provider());
        this.feed = new MarketFeed(provider.capabilities());
        this.observers = new RunObservers(configuration, plan, isLive(), environment(), parts.riskMemory());
        this.news = new MarketNews(this::line, feed::kinds);
        this.log = new EngineLog(this::line, order -> {
            Engine running = engine;
            return running == null
                    ? ""
                    : OrderWords.position(running.ledger().position(order.strategyId(), order.instrument()));
        });
    }

    /**
     * A run that has not begun.
     *
     * @param isConfirmed whether a person said that real money is meant; looked at for live runs only
     * @throws RunRefusedException if it is a live run without a confirmation or without limits, or a backtest
     */
    public static VenueRun of(RunConfiguration configuration, VenuePlan plan, VenueParts parts, boolean isConfirmed) {
        if (configuration.tradingMode() == TradingMode.BACKTEST) {
            throw new RunRefusedException(
                    configuration.source()
                            + " asks for trading_mode \"backtest\"; write \"paper\" or \"live\" into [global], or run the main job");
        }
        LiveSafety.require(configuration, isConfirmed);
        AccountAgreement.require(configuration, plan);
        return new VenueRun(configuration, plan, parts);
    }

    /** Writes down all that the engine takes and does, from its start on; to be called before {@link #start}. */
    public VenueRun journal(JournalOpener into) {
        opener = into;
        return this;
    }

    /** Measures the engine and shows its figures, from its start to its end; to be called before {@link #start}. Whoever made them closes them. */
    public VenueRun metrics(RunMetrics of) {
        observers.metrics(of);
        return this;
    }

    /** Keeps what the engine does in a store, from its start on; to be called before {@link #start}. */
    public VenueRun store(RunStore into) {
        observers.store(into);
        return this;
    }

    private boolean isLive() {
        return configuration.tradingMode() == TradingMode.LIVE;
    }

    /**
     * Begins. To be called on the engine's thread, once.
     *
     * @throws IllegalArgumentException if a setting of the exchange is wrong
     * @throws RunRefusedException if another live engine has the kill switch, or is this run in the store; nothing was asked of the exchange
     */
    public void start() {
        try {
            // Before the session, which may change leverage and position mode of an account on which another engine
            // trades.
            observers.recall(parts.killSwitch());
            line(isLive() ? LiveSafety.connecting(environment()) : PAPER);
            AccountAgreement.notes(configuration, plan).forEach(this::line);
            session = provider.open(parts.config(), parts.thread(), new Listener());
        } finally {
            if (session == null) {
                parts.killSwitch().letGo();
            }
        }
    }

    private String environment() {
        return parts.config().settings().getOrDefault("environment", "live");
    }

    /** The engine, once there is one; for tests and for whoever wants to look into it, on its thread. */
    public @Nullable Engine engine() {
        return engine;
    }

    /** The venue. */
    public String venue() {
        return plan.venue();
    }

    /** The instruments of the engine; empty before there is one. */
    public List<Instrument> instruments() {
        return instruments;
    }

    /** How many fills there were. */
    public int fills() {
        return log.fills();
    }

    private void ready() {
        ExchangeSession open = session();
        List<Instrument> known = known(open);
        line("connected: " + open.instruments().size() + " instruments");
        long now = thread().nanos();
        Inheritance inherited =
                observers.inheritance(isLive() ? open.account() : AccountSnapshot.NONE, known, this::line);
        journal = journal(open, known, inherited, observers.risk(known), now);
        EngineBuilder builder = VenueEngine.builder(configuration, plan, known, now)
                .demand(feed)
                .killSwitch(parts.killSwitch())
                .tap(log);
        journal.into(builder, feed);
        observers.into(builder, now);
        if (isLive()) {
            VenueEngine.report(builder, configuration, known);
            builder.execute(journal.session(open.execution()))
                    .openAccount(open.account())
                    .inherit(inherited);
        } else {
            VenueEngine.fund(builder, configuration, known);
            builder.simulate(PaperExecution.of(configuration, plan.venue()));
        }
        begin(open, builder.build(), known);
    }

    private RunJournal journal(
            ExchangeSession open, List<Instrument> known, Inheritance inherited, @Nullable RiskRecord risk, long now) {
        if (opener == null) {
            return RunJournal.NONE;
        }
        return new RunJournal(opener.open(new JournalHeader(
                JournalFacts.of(configuration, plan, parts.killSwitch(), inherited, risk),
                now,
                known,
                isLive(),
                isLive() ? open.execution().capabilities() : Set.of(),
                isLive() ? open.account() : AccountSnapshot.NONE)));
    }

    private void begin(ExchangeSession open, Engine built, List<Instrument> known) {
        engine = built;
        instruments = List.copyOf(known);
        WarmupGate market = new WarmupGate(observers.market(journal.market(built)));
        feed.into(market);
        instruments.forEach(feed::traded);
        open.attach(market, isLive() ? account(built) : new NoAccount());
        trading.ifPresent(news -> news.accept(built));
        line("account: " + AccountWords.account(built.ledger()) + (isLive() ? "" : "; assumed: " + assumptions()));
        long now = thread().nanos();
        market.startedAt(now);
        observers.built(built, thread(), this::line);
        built.start(now);
        observers.started(built, open, known, feed, !isLive() || isTrading);
        whenTrading(() -> new Warming(open, provider.capabilities(), this::line)
                .begin(built.strategies().warmups(), () -> warm(open, built, market)));
    }

    private RunAccount account(Engine built) {
        RunAccount its = new RunAccount(journal.account(built));
        account = its;
        return its;
    }

    /** Strategies hear of no market before their orders could leave: what they send earlier would be denied. */
    private void whenTrading(Runnable next) {
        if (!isLive() || isTrading) {
            next.run();
        } else {
            waiting = next;
        }
    }

    private void trading(boolean isNow, String why) {
        if (!isLive()) {
            return;
        }
        // It may be told before there is an engine; the last word counts.
        trading = Optional.of(to -> to.live().trading(isNow, why));
        if (engine != null) {
            engine.live().trading(isNow, why);
        }
        line(isNow ? "orders may be sent: " + why : (isTrading ? "NO NEW ORDERS: " : "no orders yet: ") + why);
        isTrading = isNow;
        observers.trading(isNow);
        Runnable next = waiting;
        if (isNow && next != null && engine != null) {
            waiting = null;
            next.run();
        }
    }

    private String assumptions() {
        var simulation = PaperExecution.of(configuration, plan.venue());
        return "fees " + simulation.fees().describe() + "; latency "
                + simulation.latency().describe();
    }

    private void warm(ExchangeSession open, Engine built, WarmupGate market) {
        if (isStopping || isOver) {
            return;
        }
        built.advanceTo(thread().nanos());
        market.open();
        parts.driver().accept(built);
        feed.begin(open);
        plan.instruments().forEach(id -> line("subscribed: " + id.symbol() + " " + feed.describe(id)));
        line("running: " + plan.strategies().stream().map(VenueRun::words).collect(Collectors.joining(", ")));
    }

    private static String words(ConfiguredStrategy strategy) {
        return strategy.id() + " on "
                + strategy.instruments().stream().map(InstrumentId::symbol).collect(Collectors.joining(" and "));
    }

    private List<Instrument> known(ExchangeSession open) {
        return RunInstruments.of(open, plan, observers.instruments(), configuration.source());
    }

    /**
     * Ends in order. On the engine's thread; more than one call does no harm.
     *
     * @param why for the log
     */
    public void stop(String why) {
        if (isStopping || isOver) {
            return;
        }
        isStopping = true;
        line("stopping: " + why);
        Engine running = engine;
        if (running == null) {
            end(true);
            return;
        }
        if (running.state().isEnded()) {
            giveUp();
            return;
        }
        int open = running.strategies().openOrders().size();
        try {
            running.strategies().stop(why);
        } catch (RuntimeException e) {
            fail(e);
            return;
        }
        cancelling(open);
        await(running, LOOKS);
    }

    private void cancelling(int open) {
        if (open > 0) {
            line("cancelling " + open + (open == 1 ? " order" : " orders"));
        }
    }

    private void await(Engine running, int looks) {
        if (last != null) {
            return;
        }
        if (running.state().isEnded()) {
            giveUp();
        } else if (running.strategies().openOrders().isEmpty() || looks == 0) {
            finish(running);
        } else {
            thread().schedule(LOOK, () -> await(running, looks - 1));
        }
    }

    private void finish(Engine running) {
        boolean isClean = running.strategies().openOrders().isEmpty();
        running.strategies()
                .openOrders()
                .forEach(order -> line(OrderWords.leftOpen(order, order.rawFilled(), exchangeId(order))));
        try {
            running.stop();
        } finally {
            line("stopped: " + log.counts() + "; " + AccountWords.equity(running.ledger()));
            held(running, "still held by ");
            end(isClean);
        }
    }

    /**
     * Ends because the engine cannot go on: no strategy hears anything more, its open orders are cancelled past the engine, what becomes of them is awaited
     * for some seconds, and what may still be open is named. On the engine's thread, which has to go on for so long without driving the engine.
     */
    public void fail(Throwable cause) {
        if (!isOver) {
            hasFailed = true;
            line("FAILED: the engine is given up: " + cause);
            giveUp();
        }
    }

    private String exchangeId(Order order) {
        return isLive() ? LastOrders.exchangeId(order, () -> session().execution()) : "";
    }

    private void giveUp() {
        isStopping = true;
        hasFailed = true;
        LastOrders before = last;
        RunAccount reports = account;
        Engine running = engine;
        if (running != null) {
            running.strategies().abandon();
        }
        if (before != null || running == null || reports == null) {
            finishLast();
            return;
        }
        LastOrders orders = reports.part(running.strategies().openOrders());
        last = orders;
        cancelling(orders.count());
        orders.cancel(() -> session().execution(), this::line);
        orders.await(thread(), () -> session().execution(), this::line, this::finishLast);
    }

    private void finishLast() {
        if (isOver) {
            return;
        }
        if (last != null) {
            last.tell(() -> session().execution(), this::line);
        }
        if (engine != null) {
            held(engine, "still held, by the books before the failure, by ");
        }
        line("stopped after a failure: " + log.counts() + "; the books of this run may be wrong"
                + (isLive() ? ", look at the exchange" : ""));
        end(false);
    }

    /** An engine that broke may have broken inside its books. */
    private void held(Engine of, String what) {
        try {
            OrderWords.held(of.ledger(), plan.strategies(), what, this::line);
        } catch (RuntimeException e) {
            line("what is still held cannot be read from the books (" + e + "): look at the exchange");
        }
    }

    private void end(boolean isClean) {
        if (isOver) {
            return;
        }
        isOver = true;
        // Whoever waits for the end hears of it whatever fails on the way there.
        try {
            if (session != null) {
                session.close();
            }
        } finally {
            try {
                journal.close();
            } finally {
                try {
                    observers.close(thread().nanos());
                } finally {
                    parts.killSwitch().letGo();
                    parts.ended().accept(isClean && !hasFailed);
                }
            }
        }
    }

    private EngineThread thread() {
        return parts.thread();
    }

    private ExchangeSession session() {
        ExchangeSession open = session;
        if (open == null) {
            throw new IllegalStateException(
                    "the provider " + provider.id() + " called its listener before it gave its session");
        }
        return open;
    }

    private void line(String text) {
        parts.lines().line(thread().nanos(), plan.venue(), VenueText.line(text));
    }

    private final class Listener implements SessionListener {
        @Override
        public void ready() {
            try {
                if (!isOver) {
                    VenueRun.this.ready();
                }
            } catch (RuntimeException e) {
                if (!(e instanceof RunRefusedException)) {
                    LOG.error("the engine of {} could not be started", plan.venue(), e);
                }
                failed(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public void trading(boolean isNow, String why) {
            VenueRun.this.trading(isNow, why);
        }

        @Override
        public void marketData(InstrumentId instrument, Capability kind, boolean comes) {
            if (engine != null) {
                engine.strategies().marketData(instrument, kind, comes);
            }
            observers.marketData(instrument, kind, comes);
            news.told(instrument, kind, comes);
        }

        @Override
        public void failed(String reason) {
            if (!isOver) {
                hasFailed = true;
                line("FAILED: " + reason);
                stop("the session with " + plan.venue() + " failed");
            }
        }
    }
}
