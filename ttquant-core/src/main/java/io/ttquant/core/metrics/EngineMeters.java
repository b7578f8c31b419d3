package io.ttquant.core.metrics;

import static io.ttquant.core.metrics.Labels.ENGINE;
import static io.ttquant.core.metrics.Labels.KIND;
import static io.ttquant.core.metrics.Labels.MODE;
import static io.ttquant.core.metrics.Labels.STATE;
import static io.ttquant.core.metrics.Labels.STRATEGY;

import java.util.List;

/** Meters of the engine and of the loop that drives it. */
final class EngineMeters {
    static final Meter RUNNING = Meter.each(
            "ttquant_engine_running",
            "flag",
            "1 while the engine runs, 0 before and after; the label mode says live, paper or backtest.",
            ENGINE,
            MODE);
    static final Meter START_TIME =
            Meter.each("ttquant_engine_start_time_seconds", "seconds", "When the engine started, Unix time.", ENGINE);
    static final Meter TIME =
            Meter.each("ttquant_engine_time_seconds", "seconds", "The time that the engine has, Unix time.", ENGINE);
    static final Meter STRATEGIES =
            Meter.sum("ttquant_engine_strategies", "strategies", "Strategies by state.", ENGINE, STATE);
    static final Meter FAILURES = Meter.counter(
            "ttquant_engine_strategy_failures_total",
            "failures",
            "Times that a callback of a strategy threw and the strategy failed.",
            ENGINE,
            STRATEGY);
    static final Meter NOTICES = Meter.counter(
            "ttquant_engine_notices_total",
            "notices",
            "What the account's owner should look at, by kind: differences found by an audit, orders of others, fills that were not booked.",
            ENGINE,
            KIND);
    static final Meter QUEUE =
            Meter.sum("ttquant_loop_queue_depth", "tasks", "Tasks that wait for the engine's thread now.", ENGINE);
    static final Meter QUEUE_DELAY = Meter.most(
            "ttquant_loop_queue_delay_seconds",
            "seconds",
            "How long the last probe waited for the engine's thread behind market data.",
            ENGINE);
    static final Meter TASKS =
            Meter.counter("ttquant_loop_tasks_total", "tasks", "Tasks that the engine's thread did.", ENGINE);
    static final Meter TASK_FAILURES = Meter.counter(
            "ttquant_loop_task_failures_total", "tasks", "Tasks of the engine's thread that threw.", ENGINE);
    static final Meter TASK_TIME = Meter.histogram(
            "ttquant_loop_task_seconds",
            "Time that the engine's thread took for a task: a message with all that the engine did because of it.",
            ENGINE);
    static final Meter CALLBACK_TIME =
            Meter.histogram("ttquant_callback_seconds", "Time that a callback of a strategy took.", ENGINE, STRATEGY);
    static final Meter TIMERS_FIRED =
            Meter.counter("ttquant_timers_fired_total", "timers", "Timers that fired.", ENGINE);
    static final Meter TIMERS_PENDING =
            Meter.sum("ttquant_timers_pending", "timers", "Timers that are set and have not fired.", ENGINE);
    static final Meter TIMER_LATENESS =
            Meter.histogram("ttquant_timer_lateness_seconds", "How much later than it was due a timer fired.", ENGINE);
    static final Meter SAMPLES = Meter.counter(
            "ttquant_metrics_samples_total",
            "samples",
            "Looks at portfolio, risk and session on the engine's thread, one a second.",
            ENGINE);
    static final Meter SAMPLE_AGE = Meter.most(
            "ttquant_metrics_sample_age_seconds",
            "seconds",
            "Age of the last look at portfolio, risk and session; if it grows, the engine's thread hangs.",
            ENGINE);
    static final Meter FOLDED = Meter.sum(
            "ttquant_metrics_folded_series",
            "series",
            "Series above the limit, which are shown together under the label value other.",
            ENGINE);

    static final List<Meter> ALL = List.of(
            RUNNING,
            START_TIME,
            TIME,
            STRATEGIES,
            FAILURES,
            NOTICES,
            QUEUE,
            QUEUE_DELAY,
            TASKS,
            TASK_FAILURES,
            TASK_TIME,
            CALLBACK_TIME,
            TIMERS_FIRED,
            TIMERS_PENDING,
            TIMER_LATENESS,
            SAMPLES,
            SAMPLE_AGE,
            FOLDED);

    private EngineMeters() {}
}
