package io.ttquant.exchanges.run;

import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.TradingMode;
import io.ttquant.core.engine.Inheritance;
import io.ttquant.core.risk.KillLatch;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.core.risk.RiskRecord;
import io.ttquant.core.risk.RiskRecordText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a run's journal says of it, beside what every journal does: venue, mode, strategies with their parameters, and the kill switch. */
final class JournalFacts {
    static final String VENUE = "venue";
    static final String MODE = "mode";
    private static final String KILLED_BY = "killed_by";
    private static final String KILLED_WHY = "killed_why";
    private static final String KILLED_AT = "killed_at";
    private static final String RISK = "risk";

    private JournalFacts() {}

    static Map<String, String> of(
            RunConfiguration configuration,
            VenuePlan plan,
            KillSwitchStore killSwitch,
            Inheritance inherited,
            @Nullable RiskRecord risk) {
        Map<String, String> facts = named(configuration, plan);
        facts.put("configuration", configuration.source());
        InheritedFacts.into(facts, inherited);
        if (risk != null) {
            facts.put(RISK, RiskRecordText.format(risk));
        }
        KillLatch latch = latch(killSwitch);
        if (latch != null) {
            facts.put(KILLED_BY, latch.who());
            facts.put(KILLED_WHY, latch.reason());
            facts.put(KILLED_AT, Long.toString(latch.tsEvent()));
        }
        return facts;
    }

    /** One that cannot be told counts as tripped: the engine reads it again, and says why. */
    private static @Nullable KillLatch latch(KillSwitchStore killSwitch) {
        try {
            return killSwitch.load();
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** Those that must be the same for a replay. */
    static Map<String, String> named(RunConfiguration configuration, VenuePlan plan) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(VENUE, plan.venue());
        facts.put(MODE, configuration.tradingMode().name().toLowerCase(Locale.ROOT));
        for (ConfiguredStrategy strategy : plan.strategies()) {
            facts.put("strategy " + strategy.id(), strategy.type() + " " + new TreeMap<>(strategy.described()));
        }
        return facts;
    }

    static TradingMode mode(Map<String, String> facts) {
        return TradingMode.valueOf(facts.getOrDefault(MODE, "").toUpperCase(Locale.ROOT));
    }

    /** What limits on losses had counted, as the run found it. */
    static RiskMemory riskMemory(Map<String, String> facts) {
        String text = facts.get(RISK);
        return text == null ? RiskMemory.NONE : RiskMemory.inMemory(RiskRecordText.parse(text));
    }

    /** The kill switch as the run found it. */
    static KillSwitchStore killSwitch(Map<String, String> facts) {
        KillSwitchStore store = KillSwitchStore.inMemory();
        String at = facts.get(KILLED_AT);
        if (at != null) {
            store.trip(new KillLatch(
                    facts.getOrDefault(KILLED_WHY, ""), facts.getOrDefault(KILLED_BY, ""), Long.parseLong(at)));
        }
        return store;
    }
}
