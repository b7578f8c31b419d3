package io.ttquant.core.storage.tap;

import io.ttquant.api.storage.RunEntry;
import io.ttquant.core.portfolio.Ledger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows the orders of a run's strategies through its entries. A fill is three of them one after the other, how the
 * order stood, the fill, and the position; a run
 * that was cut off may have the first ones only, and that fill does not count then.
 */
final class LastOrderBook {
    private static final String FILLED = "Filled";

    private final Map<String, RunEntry.OrderChange> open = new LinkedHashMap<>();
    /** The last fill, until the position counts it. */
    private RunEntry.@Nullable OrderChange last;

    private @Nullable BigDecimal filledBefore;

    void changed(RunEntry.OrderChange order) {
        last = null;
        if (order.strategyId().equals(Ledger.EXTERNAL)) {
            return;
        }
        RunEntry.OrderChange before = open.remove(order.clientId());
        if (!order.status().isClosed()) {
            open.put(order.clientId(), order);
        }
        if (order.event().equals(FILLED)) {
            last = order;
            filledBefore = before == null ? null : before.filled();
        }
    }

    void filled(RunEntry.Filled fill) {
        if (last != null && filledBefore == null && last.clientId().equals(fill.clientId())) {
            filledBefore = last.filled().subtract(fill.quantity());
        }
    }

    void counted(RunEntry.PositionAt position) {
        if (last != null && last.strategyId().equals(position.strategyId())) {
            last = null;
        }
    }

    /** Puts another's state in the place of this one's. */
    void restore(
            List<RunEntry.OrderChange> allOpen, RunEntry.@Nullable OrderChange lastFill, @Nullable BigDecimal before) {
        open.clear();
        allOpen.forEach(order -> open.put(order.clientId(), order));
        last = lastFill;
        filledBefore = before;
    }

    /** Those that are open, in the order in which they were last heard of. */
    List<RunEntry.OrderChange> open() {
        return List.copyOf(open.values());
    }

    /** The last fill if the position does not count it yet. */
    RunEntry.@Nullable OrderChange last() {
        return last;
    }

    /** How much of the order of that fill was filled before, as far as that is known. */
    @Nullable
    BigDecimal filledBefore() {
        return last == null ? null : filledBefore;
    }

    /** Those that are open, and one that ended with a fill that does not count. */
    List<RunEntry.OrderChange> unfinished() {
        List<RunEntry.OrderChange> all = new ArrayList<>(open.values());
        RunEntry.OrderChange cut = last;
        if (cut != null && cut.status().isClosed() && filledBefore != null) {
            all.add(cut);
        }
        return all;
    }

    /** How much of each of those is filled by fills that count. */
    Map<String, BigDecimal> filled() {
        Map<String, BigDecimal> its = new HashMap<>();
        unfinished().forEach(order -> its.put(order.clientId(), order.filled()));
        RunEntry.OrderChange cut = last;
        BigDecimal before = filledBefore;
        if (cut != null && before != null) {
            its.put(cut.clientId(), before);
        }
        return its;
    }
}
