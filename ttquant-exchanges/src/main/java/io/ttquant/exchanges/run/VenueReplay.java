package io.ttquant.exchanges.run;

import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.journal.JournalHeader;
import io.ttquant.core.journal.JournalReader;
import io.ttquant.core.journal.Replay;
import io.ttquant.core.journal.ReplayReport;
import io.ttquant.exchanges.paper.PaperExecution;
import java.util.Map;

/** Replays the journal of a {@link VenueRun} with the configuration of that run: the same strategies, limits and assumptions, and nothing is sent. */
public final class VenueReplay {
    private VenueReplay() {}

    /**
     * Replays it.
     *
     * @param journal just opened
     * @param configuration the one of the run; its mode is the journal's
     * @throws RunRefusedException if venue, strategies or their parameters are not those of the journal
     * @throws io.ttquant.core.journal.JournalException if the journal is damaged
     */
    public static ReplayReport run(JournalReader journal, RunConfiguration configuration) {
        JournalHeader header = journal.header();
        if (!header.facts().containsKey(JournalFacts.MODE)) {
            throw new RunRefusedException(
                    "the journal does not say of which mode its run was, so it is none of a configured run; replay it with the engine that it was written by");
        }
        RunConfiguration same = configuration.withTradingMode(JournalFacts.mode(header.facts()));
        VenuePlan plan = plan(header, same);
        requireSame(header.facts(), JournalFacts.named(same, plan), configuration.source());
        return Replay.run(journal, builder -> build(builder, same, plan, header));
    }

    private static VenuePlan plan(JournalHeader header, RunConfiguration configuration) {
        String venue = header.facts().getOrDefault(JournalFacts.VENUE, "");
        return VenuePlan.of(configuration).stream()
                .filter(each -> each.venue().equals(venue))
                .findFirst()
                .orElseThrow(() -> new RunRefusedException("the journal is of a run at '" + venue + "', and "
                        + configuration.source() + " has no strategy there; give the configuration of that run"));
    }

    private static void requireSame(Map<String, String> journal, Map<String, String> given, String source) {
        given.forEach((name, value) -> {
            String was = journal.getOrDefault(name, "nothing");
            if (!was.equals(value)) {
                throw new RunRefusedException("the run had " + name + " = " + was + ", and " + source + " has " + value
                        + "; give the configuration of that run");
            }
        });
    }

    private static EngineBuilder build(
            EngineBuilder builder, RunConfiguration configuration, VenuePlan plan, JournalHeader header) {
        VenueEngine.describe(builder, configuration, plan, header.instruments(), header.startNanos());
        builder.killSwitch(JournalFacts.killSwitch(header.facts())).riskMemory(JournalFacts.riskMemory(header.facts()));
        if (header.isLive()) {
            VenueEngine.report(builder, configuration, header.instruments());
            builder.inherit(InheritedFacts.from(header.facts(), header.instruments()));
        } else {
            VenueEngine.fund(builder, configuration, header.instruments());
            builder.simulate(PaperExecution.of(configuration, plan.venue()));
        }
        return builder;
    }
}
