package io.ttquant.core.metrics;

import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.counter.Counter;
import io.ttquant.core.counter.Durations;
import io.ttquant.core.engine.AccountNotice;
import io.ttquant.core.engine.EngineTap;
import io.ttquant.core.engine.StrategyState;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.risk.Guard;
import io.ttquant.core.risk.RiskEvent;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts what becomes of orders, and what the risk rules do. */
final class OrderMeasure implements EngineTap {
    private final Map<String, StrategyCells> strategies = new LinkedHashMap<>();
    private final EnumCounters<RejectReason> denied = new EnumCounters<>(RejectReason.class);
    private final EnumCounters<RejectReason> rejected = new EnumCounters<>(RejectReason.class);
    private final EnumCounters<AccountNotice.Kind> notices = new EnumCounters<>(AccountNotice.Kind.class);
    private final EnumCounters<Guard> trips =
            new EnumCounters<>(Guard.class, EnumSet.complementOf(EnumSet.of(Guard.HAND, Guard.KILL_SWITCH)));
    private final EnumCounters<Guard> exits =
            new EnumCounters<>(Guard.class, EnumSet.complementOf(EnumSet.of(Guard.HAND)));
    private final Counter killed = new Counter();
    private final Counter updated = new Counter();
    private final Counter updatesRejected = new Counter();
    private final Counter cancelsRejected = new Counter();
    private final Durations roundTrips = new Durations();
    private final Durations fillLatency = new Durations();
    private final FillMeasure fills;
    private final Consumer<CashFlow> cash;

    /**
     * Nothing counted yet.
     *
     * @param cash hears of money that is no fill
     */
    OrderMeasure(FillMeasure fills, Consumer<CashFlow> cash) {
        this.fills = fills;
        this.cash = cash;
    }

    StrategyCells strategy(String id) {
        StrategyCells known = strategies.get(id);
        return known != null ? known : strategies.computeIfAbsent(id, StrategyCells::new);
    }

    @Override
    public void created(Order order) {
        strategy(order.strategyId()).requested(order.side()).increment();
    }

    @Override
    public void event(OrderEvent event) {
        Order order = event.order();
        StrategyCells cells = strategy(order.strategyId());
        if (event instanceof OrderEvent.Filled filled) {
            filled(filled.fill(), cells);
        } else if (event instanceof OrderEvent.Accepted) {
            cells.accepted.increment();
            roundTrips.record(event.tsInit() - order.createdNanos());
        } else if (event instanceof OrderEvent.Canceled) {
            cells.canceled.increment();
        } else if (event instanceof OrderEvent.Denied refusal) {
            cells.denied.increment();
            denied.increment(refusal.reason());
        } else if (event instanceof OrderEvent.Rejected refusal) {
            cells.rejected.increment();
            rejected.increment(refusal.reason());
            roundTrips.record(event.tsInit() - order.createdNanos());
        } else {
            rare(event, cells);
        }
    }

    private void rare(OrderEvent event, StrategyCells cells) {
        if (event instanceof OrderEvent.Expired) {
            cells.expired.increment();
        } else if (event instanceof OrderEvent.OutcomeUnknown) {
            cells.unknown.increment();
        } else if (event instanceof OrderEvent.Updated) {
            updated.increment();
            endedByAmendment(event.order(), cells);
        } else if (event instanceof OrderEvent.UpdateRejected) {
            updatesRejected.increment();
            endedByAmendment(event.order(), cells);
        } else if (event instanceof OrderEvent.CancelRejected) {
            cancelsRejected.increment();
        }
    }

    /** An amendment to what is filled already, or one that is refused behind such a fill, ends an order without another fill. */
    private static void endedByAmendment(Order order, StrategyCells cells) {
        if (order.status() == OrderStatus.FILLED) {
            cells.filled.increment();
        }
    }

    private void filled(Fill fill, StrategyCells cells) {
        fillLatency.record(fill.tsInit() - fill.tsEvent());
        cells.fills(fill.liquidity()).increment();
        fills.filled(fill, cells);
    }

    @Override
    public void cashFlow(CashFlow flow) {
        cash.accept(flow);
    }

    @Override
    public void notice(AccountNotice notice) {
        notices.increment(notice.kind());
    }

    @Override
    public void risk(RiskEvent event) {
        if (event instanceof RiskEvent.Tripped tripped) {
            trips.increment(tripped.guard());
        } else if (event instanceof RiskEvent.ExitSent exit) {
            exits.increment(exit.guard());
        } else if (event instanceof RiskEvent.Killed) {
            killed.increment();
        }
    }

    @Override
    public void strategy(String strategyId, StrategyState state, String why, long nowNanos) {
        if (state == StrategyState.FAILED) {
            strategy(strategyId).failures.increment();
        }
    }

    /** Makes the cells of these, so that they are shown before anything happened. */
    void know(List<String> owners) {
        owners.forEach(this::strategy);
    }

    void describe(SeriesSet series) {
        strategies.values().forEach(each -> each.describe(series));
        denied.describe(OrderMeters.DENIED, series);
        rejected.describe(OrderMeters.REJECTED, series);
        notices.describe(EngineMeters.NOTICES, series);
        trips.describe(RiskMeters.TRIPS, series);
        exits.describe(RiskMeters.EXITS, series);
        series.add(RiskMeters.KILL_SWITCH_TRIPS, killed::get);
        series.add(OrderMeters.UPDATES, updated::get, "updated");
        series.add(OrderMeters.UPDATES, updatesRejected::get, "rejected");
        series.add(OrderMeters.CANCELS_REJECTED, cancelsRejected::get);
        series.addHistogram(OrderMeters.ROUND_TRIP, roundTrips::distribution);
        series.addHistogram(OrderMeters.FILL_LATENCY, fillLatency::distribution);
    }
}
