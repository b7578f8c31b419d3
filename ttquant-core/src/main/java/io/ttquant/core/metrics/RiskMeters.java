package io.ttquant.core.metrics;

import static io.ttquant.core.metrics.Labels.CAUSE;
import static io.ttquant.core.metrics.Labels.ENGINE;
import static io.ttquant.core.metrics.Labels.GUARD;
import static io.ttquant.core.metrics.Labels.RULE;
import static io.ttquant.core.metrics.Labels.SCOPE;

import java.util.List;

/** Meters of limits, guards and the kill switch. */
final class RiskMeters {
    static final Meter LIMIT = Meter.each(
            "ttquant_risk_limit",
            "unit of the rule",
            "A limit of the account or of a strategy; rules without a limit have no series.",
            ENGINE,
            SCOPE,
            RULE);
    static final Meter USE =
            Meter.each("ttquant_risk_use", "unit of the rule", "How much of a limit is used now.", ENGINE, SCOPE, RULE);
    static final Meter USE_RATIO = Meter.most(
            "ttquant_risk_use_ratio", "ratio", "Used share of a limit; 1 is all of it.", ENGINE, SCOPE, RULE);
    static final Meter TRIPS = Meter.counter(
            "ttquant_risk_trips_total", "trips", "Times that the limit of a guard was reached.", ENGINE, GUARD);
    static final Meter EXITS = Meter.counter(
            "ttquant_risk_exits_total",
            "orders",
            "Orders that the engine sent to close a position, by guard.",
            ENGINE,
            GUARD);
    static final Meter STAGE = Meter.most(
            "ttquant_trading_stage",
            "stage",
            "What the account or a strategy may send, by guards and by what is held back: 0 all that limits allow, 1 only what reduces, 2 nothing.",
            ENGINE,
            SCOPE);
    static final Meter HELD = Meter.most(
            "ttquant_trading_held",
            "flag",
            "1 while all that adds risk is held back, whatever limits and guards allow, by cause; for market_data_silent only in the instruments that are silent.",
            ENGINE,
            CAUSE);
    static final Meter KILL_SWITCH = Meter.most(
            "ttquant_kill_switch", "flag", "1 from when the kill switch is tripped until it is reset.", ENGINE);
    static final Meter KILL_SWITCH_TRIPS = Meter.counter(
            "ttquant_kill_switch_trips_total",
            "trips",
            "Times that the kill switch was tripped, or found tripped at the start.",
            ENGINE);

    static final List<Meter> ALL =
            List.of(LIMIT, USE, USE_RATIO, TRIPS, EXITS, STAGE, HELD, KILL_SWITCH, KILL_SWITCH_TRIPS);

    private RiskMeters() {}
}
