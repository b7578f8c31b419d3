package io.ttquant.backtest.junit;

import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.BacktestResult;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run did up to a time, in lines. At the time itself, only decisions count, and only those before anything that came of them or of what begins then:
 * they follow from what ended at that time, while the rest may follow from the next bar's open.
 */
final class DecisionsUntil {
    private static final String END = "  stopping: end of run";

    private DecisionsUntil() {}

    static List<String> of(TestRun run, long cut) {
        List<String> lines = new ArrayList<>();
        for (String line : run.decisions()) {
            long nanos = time(line);
            if (nanos > cut || line.endsWith(END)) {
                break;
            }
            String what = line.substring(line.indexOf("  ", line.indexOf("  ") + 2) + 2);
            if (nanos < cut || isDecision(what)) {
                lines.add(line);
            } else if (!what.endsWith(" accepted")) {
                break;
            }
        }
        return lines;
    }

    /** When a run ended: after that no time passes in which anything could happen. */
    static long end(TestRun run) {
        for (String line : run.decisions()) {
            if (line.endsWith(END)) {
                return time(line);
            }
        }
        return EpochNanos.NEVER;
    }

    private static boolean isDecision(String what) {
        String act = what.startsWith("#") ? what.substring(what.indexOf(' ') + 1) : "";
        return act.startsWith("BUY ")
                || act.startsWith("SELL ")
                || act.startsWith("denied, ")
                || act.equals("cancel sent")
                || act.startsWith("amendment sent: ");
    }

    private static long time(String line) {
        return EpochNanos.parse(line.substring(0, line.indexOf(' ')));
    }

    /** Equity before a time, in lines. */
    static List<String> equity(TestRun run, long cut) {
        List<String> lines = new ArrayList<>();
        BacktestResult result = run.result();
        for (int i = 0; i < result.equity().size() && result.equity().timeNanos(i) < cut; i++) {
            lines.add(EpochNanos.format(result.equity().timeNanos(i)) + "  equity "
                    + FixedPoint.format(
                            result.equity().rawEquity(i), result.reporting().scale()));
        }
        return lines;
    }
}
