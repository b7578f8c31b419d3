package io.ttquant.core.engine;

import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.ExecutionSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.time.Clock;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.margin.MarginAccount;
import io.ttquant.core.market.BarAggregator;
import io.ttquant.core.matching.ExecutionSource;
import io.ttquant.core.matching.SimulatedExchange;
import io.ttquant.core.portfolio.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The one event loop. What drives it (a replay of history, or live connections) calls the {@link InstrumentSink}s with events in the order
 * of time, and {@link #advanceTo} when time passes without one; everything else happens inside these calls, on the caller's thread.
 *
 * <p>Events before the time at which the engine was started are history: they make bars and last prices, but no callback. With the first event
 * or the first passing of time at or after the start, each strategy gets the last bars of history for which its subscriptions asked as a
 * warm-up, in the order of time, and from then on all that happens.
 *
 * <p>Its life: {@link #start}, events, {@link #stop}. {@link EngineState} has the table. Market data and time are refused with an
 * {@link IllegalStateException} before the start and after the end, since whoever still drives an engine that has ended takes it to be trading.
 * Execution reports are booked even then, because what the exchange did is a fact of the account; no strategy hears of them.
 */
public final class Engine implements MarketDataSink {
    private final EngineClock clock;
    private final TimerQueue timers = new TimerQueue();
    private final DelayedFeed delayed;
    private final InstrumentChannels channels = new InstrumentChannels();
    private final Ledger ledger;
    private final RiskControl risk;
    private final OrderDesk desk;
    private final StrategySlot[] slots;
    private final SlotContext[] contexts;
    private final Taps taps;
    private final EquitySampler sampler;
    private final AccountEvents account;
    private final Venue venue;
    private final ExecutionReports reports;
    private final EngineStrategies strategies;
    private final ClosingBars closing = new ClosingBars();
    private final @Nullable InputLog inputs;
    private final LongConsumer due = this::fireDue;
    private final List<Runnable> atStart = new ArrayList<>();
    private EngineState state = EngineState.NEW;
    private boolean isHistory = true;
    /** The lowest while no event may come, so that the check costs nothing while it may. */
    private long nextDue = Long.MIN_VALUE;
    /** Nothing is pending before this time, so that events that cause nothing cost one comparison. */
    private long nextPending = Long.MIN_VALUE;

    Engine(EngineBuilder b) {
        this.clock = new EngineClock(b.startNanos);
        this.ledger = b.ledger();
        this.inputs = b.inputs;
        this.taps = new Taps(b.taps);
        this.reports = b.reports(this, ledger);
        this.risk = new RiskControl(this, ledger, b.riskPolicy(), b.killSwitch, b.owners(), reports.gate());
        this.account = new AccountEvents(this, b.margin(ledger));
        SimulatedExchange simulation = b.simulate(clock, reports, account.funds(), this::settle, this::venueDueAt);
        this.delayed = new DelayedFeed(b.feedLatency, b.seed, simulation);
        this.venue = Venue.of(simulation, b, clock, reports, this::venueDueAt);
        reports.of(venue);
        this.desk = new OrderDesk(
                this, ledger, b.clientIds, b.fees(), account.margin(), b.dayZone, venue.rules(), risk.desk());
        channels.makeAll(b.instruments, instrument -> b.channel(this, instrument, venue));
        if (simulation != null) {
            channels.all().forEach(account::mayExpire);
        }
        this.slots = StrategySlot.all(this, b);
        this.contexts = SlotContext.all(this, slots, b);
        this.strategies = new EngineStrategies(this, contexts, b, reports.gate());
        risk.begin(slots, b.riskMemory, b.inherited);
        RunSamples samples = new RunSamples(ledger, List.copyOf(b.strategies.keySet()), b.instruments);
        this.sampler = new EquitySampler(ledger, samples, b.sampleNanos);
        b.openAccount(reports, channels);
    }

    /** A builder. */
    public static EngineBuilder builder() {
        return new EngineBuilder();
    }

    /** Where the engine is in its life. */
    public EngineState state() {
        return state;
    }

    /** The account. */
    public Ledger ledger() {
        return ledger;
    }

    /** Equity over time, sampled at the start, at every bar of a data source, at intervals otherwise, and at the end. */
    public EquityCurve equity() {
        return sampler.curve();
    }

    /** Profit of each strategy and price of each instrument over time, thinned. */
    public RunSamples samples() {
        return sampler.samples();
    }

    /** The margin of a simulated account; null where a real exchange keeps it. */
    public @Nullable MarginAccount margin() {
        return account.margin() == null ? null : account.margin().account();
    }

    /** Where execution reports of a live session go. */
    public ExecutionSink reports() {
        return reports;
    }

    /** The account at a real exchange; an {@link IllegalStateException} where execution is simulated. */
    public LiveAccount live() {
        return LiveAccount.of(reports);
    }

    /** The series of bars that strategies subscribed to and that had no bar so far, by instrument. */
    public Map<InstrumentId, List<BarSpec>> silentSeries() {
        return channels.silentSeries();
    }

    /** The strategies as a whole: their open orders, their warm-ups, and their end. */
    public EngineStrategies strategies() {
        return strategies;
    }

    /** The data against which simulated orders executed so far, or would have. */
    public Set<ExecutionSource> executionSources() {
        return venue.sources();
    }

    /** The kill switch and the stages of trading. */
    public RiskControl risk() {
        return risk;
    }

    /** The engine's clock. */
    public Clock clock() {
        return clock;
    }

    @Override
    public InstrumentSink instrument(InstrumentId id) {
        return channel(id);
    }

    /**
     * Starts the strategies at the time given to the builder. Data sources must have resolved their bar sinks before, so that the engine knows
     * which bars it must make itself.
     *
     * @throws StrategyException if a strategy's {@code onStart} throws and the policy is to fail
     */
    public void start() {
        start(clock.nanos());
    }

    /**
     * Starts the strategies as {@link #start()} does, with the clock at another time than the builder's.
     *
     * @param nanos epoch nanoseconds, not before the builder's time; what comes with an earlier time is history
     */
    public void start(long nanos) {
        told(new EngineCall.Start(nanos), () -> begin(nanos));
    }

    private void begin(long nanos) {
        clock.advanceTo(nanos);
        state = state.to(EngineState.STARTING);
        risk.started();
        for (int i = 0; i < slots.length; i++) {
            slots[i].start(contexts[i]);
        }
        channels.connectSeries();
        state = state.to(EngineState.RUNNING);
        risk.begun();
        settle();
        nextDue = clock.nanos();
    }

    private void endHistory() {
        isHistory = false;
        sampler.begin(clock.nanos());
        account.begin();
        atStart.forEach(Runnable::run);
        atStart.clear();
        WarmupBars.replay(List.of(contexts).stream()
                .flatMap(context -> context.subscriptions().stream())
                .toList());
        settle();
    }

    /** Does something once history is over; at once if it is. */
    void onceLive(Runnable action) {
        if (isHistory) {
            atStart.add(action);
        } else {
            action.run();
        }
    }

    /** True until something comes with the time of the start or a later one: what came so far was history. */
    public boolean isHistory() {
        return isHistory;
    }

    /**
     * Stops the strategies and cancels nothing. First what is in flight at the call arrives and is answered, with the timers that come due
     * meanwhile; then the strategies stop; then what they had still sent is executed, of which they hear no more. Does nothing if the engine has
     * ended.
     */
    public void stop() {
        if (state.isEnded()) {
            return;
        }
        told(new EngineCall.Stop(), this::finish);
    }

    private void finish() {
        if (state == EngineState.NEW) {
            end(EngineState.STOPPED);
            return;
        }
        if (state == EngineState.RUNNING) {
            venue.finish();
            settle();
            endInstant();
            awaitInFlight();
            awaitInFlight();
        }
        state = state.to(EngineState.STOPPING);
        for (StrategySlot slot : slots) {
            slot.stop("end of run");
        }
        finishInFlight();
        for (StrategySlot slot : slots) {
            slot.stopped("end of run");
        }
        sampler.end(clock.nanos());
        end(EngineState.STOPPED);
    }

    private void end(EngineState last) {
        state = state.to(last);
        nextDue = Long.MIN_VALUE;
    }

    /** Lets time pass until all has arrived that is in flight now; what is sent meanwhile does not count, so that this ends. */
    private void awaitInFlight() {
        long last = delayed.lastDueNanos();
        if (venue.nextInFlightNanos() != EpochNanos.NEVER) {
            last = Math.max(last, venue.lastInFlightNanos());
        }
        if (last > clock.nanos()) {
            advanceTo(last);
            settle();
        }
    }

    /** Lets all arrive that is in flight. It ends, because no strategy hears anything any more. */
    private void finishInFlight() {
        settle();
        while (venue.nextInFlightNanos() != EpochNanos.NEVER) {
            advanceTo(venue.nextInFlightNanos());
            settle();
        }
    }

    /**
     * Lets time pass: fires what is due at or before {@code nanos}. A time before the engine's is taken as the engine's.
     *
     * @throws IllegalStateException before the start and after the end
     */
    public void advanceTo(long nanos) {
        if (nextDue <= nanos && inputs == null) {
            fireDue(nanos);
        } else if (nextDue <= nanos && inputs != null) {
            inputs.advance(nanos, due);
        }
        if (nanos > clock.nanos()) {
            sampler.beforeAdvance(clock.nanos(), nanos);
            clock.advanceTo(nanos);
        }
    }

    /** When the engine has something to do by itself, epoch nanoseconds; {@link EpochNanos#NEVER} if nothing is due. */
    public long nextDueNanos() {
        return state.isEnded() ? EpochNanos.NEVER : Math.min(nextDue, computeNextDue());
    }

    private void fireDue(long nanos) {
        state.requireEventsTaken();
        while (true) {
            long due = computeNextDue();
            if (account.hasWork() && Math.min(due, nanos) > clock.nanos()) {
                endInstant();
                continue;
            }
            if (due > nanos) {
                nextDue = account.hasWork() ? clock.nanos() : due;
                return;
            }
            if (isHistory && due >= clock.nanos()) {
                endHistory();
                continue;
            }
            if (due > clock.nanos()) {
                sampler.beforeAdvance(clock.nanos(), due);
                clock.advanceTo(due);
            }
            fireOne(isHistory ? due : clock.nanos());
            settle();
        }
    }

    /** Funding and what else comes once all that this instant ended is settled. */
    private void endInstant() {
        if (account.hasWork()) {
            account.endInstant();
            settle();
        }
    }

    /** At one instant bars that end close first, then timers fire, then the exchange acts, then delayed market data arrives. Settling after each lets the exchange act before the next. */
    private void fireOne(long now) {
        if (closing.close(now)) {
            return;
        }
        TimerQueue.Timer timer = timers.poll(now);
        if (timer != null) {
            risk.handled().is(timer.dueNanos);
            timers.fire(timer);
        } else if (!venue.settle() && !risk.followUps().fire(now) && !account.reach()) {
            delayed.deliver(now);
        }
    }

    private long computeNextDue() {
        long due = Math.min(timers.nextDueNanos(), delayed.nextDueNanos());
        due = Math.min(due, Math.min(closing.nextNanos(), account.nextDueNanos()));
        due = Math.min(due, risk.followUps().nextDueNanos());
        if (isHistory) {
            due = Math.min(due, clock.nanos());
        }
        return Math.min(due, venue.nextDueNanos());
    }

    /** Drains what is pending at this instant: reports, our own words on orders, commands; until nothing is left. */
    void settle() {
        if (nextPending <= clock.nanos()) {
            drain();
        }
    }

    /** Orders that we held were sent. */
    void released() {
        commandSent();
        settle();
    }

    private void drain() {
        for (boolean active = true; active; ) {
            active = venue.settle();
            while (desk.hasOwn()) {
                active |= desk.deliverOwn();
            }
        }
        nextPending = venue.nextDueNanos();
    }

    /** True if nothing is due up to a time and market data reaches us at once, so that a bar with which no order has to do can be passed on. */
    boolean isIdleUntil(long nanos) {
        return nextDue > nanos && delayed.isInstant() && nextPending > clock.nanos();
    }

    /** Lets time pass in which nothing is due. */
    void idleUntil(long nanos) {
        sampler.beforeAdvance(clock.nanos(), nanos);
        clock.advanceTo(nanos);
    }

    void dueAt(long nanos) {
        nextDue = Math.min(nextDue, nanos);
    }

    /** The venue has something to do, or to say, at a time. What it has to do now is pending, and what comes later is waited for. */
    private void venueDueAt(long nanos) {
        nextPending = Math.min(nextPending, nanos);
        if (nanos > clock.nanos()) {
            dueAt(nanos);
        }
    }

    /** Something was sent, or is to be said to a strategy. */
    void commandSent() {
        nextPending = Long.MIN_VALUE;
        dueAt(venue.nextDueNanos());
    }

    void closeByTime(BarAggregator aggregator) {
        closing.add(aggregator);
    }

    long localTime(long tsInit) {
        long now = clock.nanos();
        return tsInit <= now && delayed.isInstant() ? now : delayed.arrival(now, tsInit);
    }

    void barSeen() {
        sampler.demand();
    }

    void tickSeen() {
        sampler.tick(clock.nanos());
    }

    /** What a bar's close ends is settled and sampled before anything happens at the next open, even if both are at one instant. */
    void sampleBeforeOpen() {
        endInstant();
        sampler.beforeAdvance(clock.nanos(), Math.incrementExact(clock.nanos()));
    }

    void strategyChanged(StrategySlot slot, String why) {
        taps.strategy(slot.id, slot.state(), why, clock.nanos());
    }

    /** A strategy ended the run. */
    void failed() {
        end(EngineState.FAILED);
    }

    /** Somebody calls from outside. */
    void told(EngineCall call, Runnable action) {
        if (inputs == null) {
            action.run();
        } else {
            inputs.call(call, action);
        }
    }

    long now() {
        return clock.nanos();
    }

    TimerQueue timers() {
        return timers;
    }

    DelayedFeed delayed() {
        return delayed;
    }

    OrderDesk desk() {
        return desk;
    }

    AccountEvents account() {
        return account;
    }

    Taps taps() {
        return taps;
    }

    ExecutionSession send() {
        return venue.session();
    }

    Iterable<InstrumentChannel> channels() {
        return channels.all();
    }

    StrategySlot[] slots() {
        return slots;
    }

    SimulatedExchange simulation() {
        return Objects.requireNonNull(venue.simulation());
    }

    StrategySlot slot(int index) {
        return index < slots.length ? slots[index] : live().external();
    }

    InstrumentChannel channel(InstrumentId id) {
        return channels.of(id);
    }
}
