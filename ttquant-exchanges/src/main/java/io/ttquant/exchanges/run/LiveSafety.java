package io.ttquant.exchanges.run;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.TradingMode;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** What must be there before real money is traded: somebody who says so, and limits. */
public final class LiveSafety {
    private LiveSafety() {}

    /**
     * Refuses a live run without a confirmation or without limits. Other modes are never refused.
     *
     * @param isConfirmed whether a person said that real money is meant
     * @throws RunRefusedException with all that is missing, and how to write it
     */
    public static void require(RunConfiguration configuration, boolean isConfirmed) {
        if (configuration.tradingMode() != TradingMode.LIVE) {
            return;
        }
        List<String> missing = new ArrayList<>();
        if (!isConfirmed) {
            missing.add("a confirmation: add --confirm-live to the command, if you mean real money");
        }
        require(
                configuration,
                missing,
                LiveSafety::limitsOrders,
                "a largest order: write max_order_value = 100 into [risk], in the currency of your equity; not less than a"
                        + " strategy buys at once, while what only closes its position may be larger");
        require(
                configuration,
                missing,
                LiveSafety::limitsPositions,
                "a largest position: write max_position_value = 500 into [risk]");
        require(
                configuration,
                missing,
                (limits, instruments) -> limits.guards().dailyLoss().isPresent(),
                "a largest loss of a day: write daily_loss = 50 into [risk]");
        if (!missing.isEmpty()) {
            throw new RunRefusedException(
                    configuration.source() + " asks for trading_mode \"live\", which does not start without\n  - "
                            + String.join("\n  - ", missing)
                            + "\nOr trade on paper: write trading_mode = \"paper\" into [global].");
        }
    }

    /**
     * Keeps the kill switch to one engine.
     *
     * @throws RunRefusedException if another one has it
     */
    static void hold(KillSwitchStore killSwitch) {
        try {
            killSwitch.hold();
        } catch (IllegalStateException e) {
            throw new RunRefusedException("not started: " + e.getMessage());
        }
    }

    /** What a live run says before it connects. */
    static String connecting(String environment) {
        return environment.equalsIgnoreCase("live")
                ? "connecting, LIVE: orders go to the exchange and cost real money"
                : "connecting, live in environment " + environment + ": orders go there, and cost no real money";
    }

    private static void require(
            RunConfiguration configuration,
            List<String> missing,
            BiPredicate<RiskLimits, Set<InstrumentId>> rule,
            String what) {
        RiskPolicy policy = configuration.limits();
        boolean isOfAccount = rule.test(policy.account(), Set.copyOf(configuration.tradedInstruments()));
        if (!isOfAccount && !configuration.enabledStrategies().stream().allMatch(each -> isMet(policy, each, rule))) {
            missing.add(what);
        }
    }

    private static boolean isMet(
            RiskPolicy policy, ConfiguredStrategy strategy, BiPredicate<RiskLimits, Set<InstrumentId>> rule) {
        RiskLimits own = policy.strategies().getOrDefault(strategy.id(), policy.eachStrategy());
        return rule.test(own, Set.copyOf(strategy.instruments()));
    }

    private static boolean limitsOrders(RiskLimits limits, Set<InstrumentId> instruments) {
        return limits.orders().maxOrderValue().isPresent()
                || covers(limits.orders().maxOrderQuantity(), instruments);
    }

    private static boolean limitsPositions(RiskLimits limits, Set<InstrumentId> instruments) {
        var positions = limits.positions();
        return positions.maxPositionValue().isPresent()
                || positions.maxPositionShare().isPresent()
                || positions.maxExposure().isPresent()
                || positions.maxExposureShare().isPresent()
                || covers(positions.maxPosition(), instruments);
    }

    private static boolean covers(Map<InstrumentId, ?> limits, Set<InstrumentId> instruments) {
        return !instruments.isEmpty() && limits.keySet().containsAll(instruments);
    }
}
