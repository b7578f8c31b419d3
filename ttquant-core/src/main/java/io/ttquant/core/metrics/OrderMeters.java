package io.ttquant.core.metrics;

import static io.ttquant.core.metrics.Labels.ENGINE;
import static io.ttquant.core.metrics.Labels.LIQUIDITY;
import static io.ttquant.core.metrics.Labels.OUTCOME;
import static io.ttquant.core.metrics.Labels.REASON;
import static io.ttquant.core.metrics.Labels.SIDE;
import static io.ttquant.core.metrics.Labels.STRATEGY;

import java.util.List;

/** Meters of orders and fills. */
final class OrderMeters {
    static final Meter REQUESTED = Meter.counter(
            "ttquant_orders_requested_total",
            "orders",
            "Orders that strategies asked for, and those of others that were found on the account.",
            ENGINE,
            STRATEGY,
            SIDE);
    static final Meter ACCEPTED = Meter.counter(
            "ttquant_orders_accepted_total", "orders", "Orders that the exchange took.", ENGINE, STRATEGY);
    static final Meter CLOSED = Meter.counter(
            "ttquant_orders_closed_total",
            "orders",
            "Orders that ended, by outcome: filled, canceled, expired, rejected by the exchange, denied by us.",
            ENGINE,
            STRATEGY,
            OUTCOME);
    static final Meter OPEN = Meter.sum(
            "ttquant_orders_open", "orders", "Orders that may still fill, those in flight included.", ENGINE, STRATEGY);
    static final Meter UNKNOWN = Meter.counter(
            "ttquant_orders_outcome_unknown_total",
            "orders",
            "Times that it became unknown what the exchange did with an order.",
            ENGINE,
            STRATEGY);
    static final Meter IN_DOUBT = Meter.sum(
            "ttquant_orders_in_doubt", "orders", "Open orders whose outcome is unknown now.", ENGINE, STRATEGY);
    static final Meter DENIED =
            Meter.counter("ttquant_orders_denied_total", "orders", "Orders that we refused, by code.", ENGINE, REASON);
    static final Meter REJECTED = Meter.counter(
            "ttquant_orders_rejected_total", "orders", "Orders that the exchange refused, by code.", ENGINE, REASON);
    static final Meter UPDATES = Meter.counter(
            "ttquant_order_updates_total",
            "amendments",
            "Amendments by outcome: updated, or rejected by us or by the exchange.",
            ENGINE,
            OUTCOME);
    static final Meter CANCELS_REJECTED =
            Meter.counter("ttquant_order_cancels_rejected_total", "cancels", "Cancels that were refused.", ENGINE);
    static final Meter ROUND_TRIP = Meter.histogram(
            "ttquant_order_round_trip_seconds",
            "Time from an order's creation to the exchange's word that it took or refused it.",
            ENGINE);
    static final Meter FILLS =
            Meter.counter("ttquant_fills_total", "fills", "Fills, by liquidity.", ENGINE, STRATEGY, LIQUIDITY);
    static final Meter FILL_VALUE = Meter.counter(
            "ttquant_fill_value_total",
            "reporting currency",
            "Value of what was bought and sold, by side.",
            ENGINE,
            STRATEGY,
            SIDE);
    static final Meter FILL_LATENCY = Meter.histogram(
            "ttquant_fill_latency_seconds",
            "Time from a fill at the exchange, by its clock, to our hearing of it, by ours.",
            ENGINE);
    static final Meter FEES = Meter.sum(
            "ttquant_fees_paid",
            "reporting currency",
            "Fees paid less rebates since the start, each at the price of its moment.",
            ENGINE,
            STRATEGY);

    static final List<Meter> ALL = List.of(
            REQUESTED,
            ACCEPTED,
            CLOSED,
            OPEN,
            UNKNOWN,
            IN_DOUBT,
            DENIED,
            REJECTED,
            UPDATES,
            CANCELS_REJECTED,
            ROUND_TRIP,
            FILLS,
            FILL_VALUE,
            FILL_LATENCY,
            FEES);

    private OrderMeters() {}
}
