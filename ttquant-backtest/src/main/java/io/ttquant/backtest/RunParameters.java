package io.ttquant.backtest;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.assumption.Assumption;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.BorrowTerms;
import io.ttquant.core.matching.FeedLatency;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.matching.VenueRefusals;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.risk.RiskPolicy;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that a backtest was told beside its data, by name, for who looks at it later. Those of a strategy begin with its
 * id and a point, and those of the run have no point.
 */
final class RunParameters {
    private final Map<String, String> all = new TreeMap<>();

    /** By name. */
    Map<String, String> map() {
        return Map.copyOf(all);
    }

    private RunParameters set(String name, Object value) {
        all.put(name, value.toString());
        return this;
    }

    RunParameters strategies(Map<String, Map<String, String>> parameters) {
        parameters.forEach((strategy, own) -> own.forEach((key, value) -> set(strategy + "." + key, value)));
        return set("strategies", String.join(", ", parameters.keySet()));
    }

    /** In this order, since the first currency is the one in which equity is stated. */
    RunParameters cash(Map<Currency, Long> cash) {
        return set(
                "cash",
                cash.entrySet().stream()
                        .map(each -> FixedPoint.toDecimal(
                                                each.getValue(), each.getKey().scale())
                                        .stripTrailingZeros()
                                        .toPlainString()
                                + " " + each.getKey().code())
                        .collect(Collectors.joining(", ")));
    }

    RunParameters execution(SimulationConfig simulation, FeedLatency feed) {
        set("fees", simulation.fees().describe());
        set("slippage", simulation.slippage().describe());
        set("order_latency", simulation.latency().describe());
        set("feed_latency", feed.describe());
        set("market_orders", simulation.timing());
        set("bar_path", simulation.path());
        set("touch_probability", simulation.fills().touchProbability());
        set("participation", simulation.participation().stripTrailingZeros().toPlainString());
        set("queue", simulation.queue().describe());
        set("depth", simulation.depth().describe());
        set("price_protection_ticks", simulation.priceProtectionTicks());
        set("passed_stops", simulation.rejectPassedStops() ? "rejected" : "triggered");
        if (simulation.refusals() != VenueRefusals.NONE) {
            set("refusals", "made up");
        }
        return set("seed", simulation.seed());
    }

    RunParameters account(AccountConfig config, FundsPolicy funds, PositionMode mode, List<Instrument> instruments) {
        List<InstrumentId> derivatives = instruments.stream()
                .filter(instrument -> instrument.kind().isDerivative())
                .map(Instrument::id)
                .toList();
        for (Assumption row : config.assumptions(derivatives)) {
            set("account: " + row.topic(), row.model());
        }
        BorrowTerms borrowing = config.borrowing();
        if (borrowing != null) {
            set("borrowing", borrowing.describe());
        }
        return set("funds", funds).set("positions", mode);
    }

    RunParameters risk(RiskPolicy policy) {
        return set("risk", RiskAssumptions.describe(policy));
    }

    RunParameters span(long fromNanos, long toNanos, ZoneId days) {
        if (fromNanos != Long.MIN_VALUE) {
            set("from", EpochNanos.format(fromNanos));
        }
        if (toNanos != EpochNanos.NEVER) {
            set("to", EpochNanos.format(toNanos));
        }
        return set("days", days);
    }

    /** A rate that was said never to change. */
    RunParameters fixedRate(String from, String to, String rate) {
        return set("fixed rate " + from + "/" + to, rate);
    }
}
