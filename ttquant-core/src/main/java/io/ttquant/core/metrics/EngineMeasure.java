package io.ttquant.core.metrics;

import io.ttquant.api.order.Order;
import io.ttquant.api.time.Clock;
import io.ttquant.core.counter.Counter;
import io.ttquant.core.counter.Durations;
import io.ttquant.core.counter.Level;
import io.ttquant.core.counter.Moment;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineFigures;
import io.ttquant.core.engine.EngineState;
import io.ttquant.core.engine.StrategyState;
import io.ttquant.core.live.LiveLoop;
import io.ttquant.core.live.LoopWatch;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The engine itself and the loop that drives it. */
final class EngineMeasure implements LoopWatch {
    private final Clock clock;
    private final String mode;
    private final Map<StrategyState, Level> states = new EnumMap<>(StrategyState.class);
    private final Map<String, OrderCells> orders = new LinkedHashMap<>();
    private final Level running = new Level();
    private final Level startTime = new Level();
    private final Level time = new Level();
    private final Level timersFired = new Level();
    private final Level timersPending = new Level();
    private final Level queueDelay = new Level();
    private final Durations tasks = new Durations();
    private final Durations lateness = new Durations();
    private final Counter samples = new Counter();
    private final Moment sampled = new Moment();
    private final AtomicBoolean isProbing = new AtomicBoolean();
    private @Nullable LiveLoop loop;
    private long taskNanos;

    private record OrderCells(Level open, Level inDoubt) {
        static OrderCells of() {
            return new OrderCells(new Level(), new Level());
        }
    }

    EngineMeasure(Clock clock, String mode) {
        this.clock = clock;
        this.mode = mode;
        running.set(0);
        for (StrategyState state : StrategyState.values()) {
            states.put(state, new Level());
        }
    }

    void loop(LiveLoop driver) {
        loop = driver;
        driver.watchedBy(this);
    }

    @Override
    public void began() {
        taskNanos = clock.nanos();
    }

    @Override
    public void ended() {
        tasks.record(clock.nanos() - taskNanos);
    }

    void late(long nanos) {
        lateness.record(nanos);
    }

    void know(EngineFigures figures) {
        figures.owners().forEach(owner -> orders.computeIfAbsent(owner, key -> OrderCells.of()));
    }

    void started(long nanos) {
        startTime.set(nanos / 1e9);
    }

    void over() {
        running.set(0);
    }

    void sample(Engine engine, EngineFigures figures) {
        running.set(engine.state() == EngineState.RUNNING ? 1 : 0);
        time.set(engine.clock().nanos() / 1e9);
        states.forEach((state, level) -> level.set(figures.strategies(state)));
        timersFired.set((double) figures.timersFired());
        timersPending.set((double) figures.timersPending());
        List<String> owners = figures.owners();
        for (int i = 0; i < owners.size(); i++) {
            OrderCells cells = orders.computeIfAbsent(owners.get(i), key -> OrderCells.of());
            var open = figures.openOrders(i);
            cells.open().set(open.size());
            cells.inDoubt()
                    .set((double) open.stream().filter(Order::isOutcomeUnknown).count());
        }
        samples.increment();
        sampled.set(clock.nanos());
        probe();
    }

    /** A task that only says how long it waited. One at a time: a loop that hangs is not to be buried in them. */
    private void probe() {
        LiveLoop driver = loop;
        if (driver != null && isProbing.compareAndSet(false, true)) {
            long handed = clock.nanos();
            driver.execute(() -> {
                queueDelay.set((clock.nanos() - handed) / 1e9);
                isProbing.set(false);
            });
        }
    }

    void describeRunning(SeriesSet series) {
        series.add(EngineMeters.RUNNING, running::get, mode);
    }

    void describe(SeriesSet series) {
        describeRunning(series);
        series.add(EngineMeters.START_TIME, startTime::get);
        series.add(EngineMeters.TIME, time::get);
        states.forEach((state, level) ->
                series.add(EngineMeters.STRATEGIES, level::get, state.name().toLowerCase(Locale.ROOT)));
        series.add(EngineMeters.TIMERS_FIRED, timersFired::get);
        series.add(EngineMeters.TIMERS_PENDING, timersPending::get);
        series.addHistogram(EngineMeters.TIMER_LATENESS, lateness::distribution);
        series.add(EngineMeters.SAMPLES, samples::get);
        series.add(
                EngineMeters.SAMPLE_AGE,
                () -> sampled.get() == Moment.NEVER ? Double.NaN : (clock.nanos() - sampled.get()) / 1e9);
        orders.forEach((owner, cells) -> {
            series.add(OrderMeters.OPEN, cells.open()::get, owner);
            series.add(OrderMeters.IN_DOUBT, cells.inDoubt()::get, owner);
        });
        LiveLoop driver = loop;
        if (driver != null) {
            series.add(EngineMeters.QUEUE, driver::backlog);
            series.add(EngineMeters.QUEUE_DELAY, queueDelay::get);
            series.add(EngineMeters.TASKS, driver::tasks);
            series.add(EngineMeters.TASK_FAILURES, driver::failures);
            series.addHistogram(EngineMeters.TASK_TIME, tasks::distribution);
        }
        series.add(EngineMeters.FOLDED, series::folded);
    }
}
