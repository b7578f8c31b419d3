package io.ttquant.exchanges.run;

import io.ttquant.core.risk.RiskRecord.Held;
import io.ttquant.core.risk.RiskRecord.OfScope;
import io.ttquant.exchanges.codes.VenueText;
import java.util.List;
import java.util.stream.Collectors;

/** What is kept of strategies that a run does not have, in words: of one that was given another name, a halt does not hold that one. */
final class AbsentStrategies {
    private static final String FORGET = "Operate resume ";

    private AbsentStrategies() {}

    /** A line for each, those that are held first. */
    static List<String> words(List<OfScope> absent) {
        return absent.stream()
                .sorted((one, other) ->
                        Boolean.compare(one.holds().isEmpty(), other.holds().isEmpty()))
                .map(AbsentStrategies::words)
                .toList();
    }

    private static String words(OfScope of) {
        String name = of.strategyId();
        if (of.holds().isEmpty()) {
            return name + " is not configured here; what its limits counted is kept until it is, or forgotten with: "
                    + FORGET + name;
        }
        String why = of.holds().stream().map(AbsentStrategies::words).collect(Collectors.joining("; "));
        return name + " IS " + why + ", AND IS NOT CONFIGURED HERE. If it has another name now, that one is not held:"
                + " give it its name back. If it is gone for good, forget it with: " + FORGET + name;
    }

    private static String words(Held held) {
        return held.stage().name() + " (" + VenueText.line(held.reason()) + ")";
    }
}
