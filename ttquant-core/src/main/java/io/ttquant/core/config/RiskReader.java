package io.ttquant.core.config;

import io.ttquant.api.money.Money;
import io.ttquant.core.risk.GuardLimits;
import io.ttquant.core.risk.OrderLimits;
import io.ttquant.core.risk.PositionLimits;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the risk limits, which a file may give in three places: of each limit the strictest holds. */
final class RiskReader {
    private static final String EACH = "each_strategy";

    private final RecordBinder binder;
    private final Findings findings;
    private final List<Money> cash;

    RiskReader(RecordBinder binder, Findings findings, List<Money> cash) {
        this.binder = binder;
        this.findings = findings;
        this.cash = cash;
    }

    RiskPolicy read(
            Section section,
            GlobalSettings global,
            RiskManagement management,
            List<ConfiguredStrategy> strategies,
            Section root) {
        requireUsdt(root, "global", List.of("max_total_position_usdt", "max_daily_loss_usdt"));
        requireUsdt(root, "risk_management", List.of("daily_loss_limit"));
        RiskLimits own = limits(binder, section, Set.of(EACH));
        RiskPolicy policy = RiskPolicy.ofAccount(account(section, own, global, management))
                .withEachStrategy(table(binder, section, EACH, findings).orElse(RiskLimits.NONE));
        for (ConfiguredStrategy strategy : strategies) {
            if (strategy.enabled() && strategy.risk().isPresent()) {
                policy = policy.withStrategy(strategy.id(), strategy.risk().get());
            }
        }
        return policy;
    }

    /** A strategy's own limits, in its table {@code risk}. */
    static Optional<RiskLimits> own(Section strategy, Symbols symbols, Findings findings) {
        return table(new RecordBinder(findings, symbols), strategy, "risk", findings);
    }

    private static Optional<RiskLimits> table(RecordBinder binder, Section around, String key, Findings findings) {
        Node node = around.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node.value() instanceof Section section) {
            return Optional.of(limits(binder, section, Set.of()));
        }
        findings.mistake(node.valueAt(), node.path(), "must be a table of limits, not " + node.describe());
        return Optional.empty();
    }

    private static RiskLimits limits(RecordBinder binder, Section section, Set<String> reserved) {
        RiskSettings settings = binder.bind(section, RiskSettings.class, reserved);
        if (settings != null) {
            try {
                return settings.limits();
            } catch (IllegalArgumentException e) {
                binder.refuse(section, String.valueOf(e.getMessage()));
            }
        }
        return RiskLimits.NONE;
    }

    /** The original's keys are in USDT; with equity in something else they would silently mean that. */
    private void requireUsdt(Section root, String table, List<String> keys) {
        if (cash.isEmpty() || cash.get(0).currency().equals("USDT")) {
            return;
        }
        Node node = root.get(table);
        if (node != null && node.value() instanceof Section section) {
            for (String key : keys) {
                Node given = section.get(key);
                if (given != null) {
                    findings.mistake(
                            given.keyAt(),
                            given.path(),
                            "is in USDT, but equity is stated in " + cash.get(0).currency()
                                    + "; use the key of [risk] that names no currency");
                }
            }
        }
    }

    private RiskLimits account(Section section, RiskLimits own, GlobalSettings global, RiskManagement management) {
        try {
            return merge(own, global, management);
        } catch (IllegalArgumentException e) {
            findings.mistake(section.at(), "risk", String.valueOf(e.getMessage()));
            return own;
        }
    }

    private static RiskLimits merge(RiskLimits own, GlobalSettings global, RiskManagement all) {
        RiskManagement management = all.enabled() ? all : RiskManagement.NONE;
        PositionLimits p = own.positions();
        GuardLimits g = own.guards();
        OrderLimits orders = own.orders();
        PositionLimits positions = new PositionLimits(
                p.maxPosition(),
                p.maxPositionValue(),
                least(p.maxPositionShare(), management.maxPositionPct()),
                least(p.maxExposure(), global.maxTotalPositionUsdt()),
                least(p.maxExposureShare(), management.maxTotalPositionPct()),
                least(p.maxPositions(), management.maxPositions()),
                p.maxOpenOrders(),
                p.maxOpenOrdersPerInstrument());
        GuardLimits guards = new GuardLimits(
                least(g.stopLoss(), aboveZero(management.stopLossPct())),
                least(g.takeProfit(), aboveZero(management.takeProfitPct())),
                g.stopLossDistance(),
                g.takeProfitDistance(),
                least(g.dailyLoss(), least(global.maxDailyLossUsdt(), management.dailyLossLimit())),
                g.dailyLossAction(),
                g.zone(),
                least(g.maxDrawdown(), aboveZero(global.maxDrawdownPercent()).map(percent -> percent.movePointLeft(2))),
                g.drawdownAction(),
                g.lossStreak(),
                g.lossStreakAction());
        return new RiskLimits(orders, positions, guards);
    }

    private static Optional<BigDecimal> aboveZero(Optional<BigDecimal> value) {
        return value.filter(v -> v.signum() > 0);
    }

    private static <T extends Comparable<T>> Optional<T> least(Optional<T> a, Optional<T> b) {
        return Stream.of(a, b).flatMap(Optional::stream).min(T::compareTo);
    }
}
