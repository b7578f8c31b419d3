package io.ttquant.core.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All meters that there are; {@code docs/metrics.md} is made from it. */
public final class Catalogue {
    private static final Map<String, List<Meter>> GROUPS = grouped();

    private Catalogue() {}

    private static Map<String, List<Meter>> grouped() {
        Map<String, List<Meter>> groups = new LinkedHashMap<>();
        groups.put("Market data", MarketMeters.ALL);
        groups.put("Session with the exchange", SessionMeters.ALL);
        groups.put("Engine and loop", EngineMeters.ALL);
        groups.put("Orders and fills", OrderMeters.ALL);
        groups.put("Portfolio", PortfolioMeters.ALL);
        groups.put("Risk", RiskMeters.ALL);
        groups.put("Store", StoreMeters.ALL);
        groups.put("Java machine and computer", MachineMeters.ALL);
        return Collections.unmodifiableMap(groups);
    }

    /** The meters by the part that they are about, in the order of the documentation. */
    public static Map<String, List<Meter>> groups() {
        return GROUPS;
    }

    /** All meters, in the order of the documentation. */
    public static List<Meter> meters() {
        List<Meter> all = new ArrayList<>();
        GROUPS.values().forEach(all::addAll);
        return List.copyOf(all);
    }
}
