package io.ttquant.backtest;

import io.ttquant.backtest.report.RiskCount;
import io.ttquant.core.risk.RiskEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the risk rules did, counted by strategy and reason. Exits are orders, and are among them. */
final class RiskRows {
    private RiskRows() {}

    static List<RiskCount> counts(List<RiskEvent> events) {
        Map<List<String>, RiskCount> counts = new LinkedHashMap<>();
        for (RiskEvent event : events) {
            String what = what(event);
            if (!what.isEmpty()) {
                String strategy = event.strategyId().isEmpty() ? "account" : event.strategyId();
                counts.merge(
                        List.of(strategy, what),
                        new RiskCount(strategy, what, 1, event.tsEvent(), event.message()),
                        (a, b) -> new RiskCount(strategy, what, a.count() + 1, a.firstNanos(), a.example()));
            }
        }
        return List.copyOf(counts.values());
    }

    private static String what(RiskEvent event) {
        if (event instanceof RiskEvent.Tripped tripped) {
            return tripped.guard().name();
        } else if (event instanceof RiskEvent.StageChanged changed) {
            return changed.to().name();
        } else if (event instanceof RiskEvent.Killed) {
            return "KILLED";
        }
        return event instanceof RiskEvent.KillReset ? "KILL_RESET" : "";
    }
}
