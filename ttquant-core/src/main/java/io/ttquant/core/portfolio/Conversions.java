package io.ttquant.core.portfolio;

import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.money.Currency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which prices lead from one currency to another. The path is chosen by what is registered, not by which prices are known, so it stays the same for a
 * whole run. It has the fewest steps; among those a rate fixed by the user goes before instruments, a price that is multiplied by before one that is
 * divided by, and what was registered first before the rest. The prices of perpetual swaps count only where fixed rates and spot lead nowhere; those
 * of dated futures never do, because they are prices of another day.
 */
final class Conversions {
    private final List<Link> firm = new ArrayList<>();
    private final List<Link> swaps = new ArrayList<>();
    private final Map<String, Map<String, Conversion.Step>> trees = new HashMap<>();
    private int fixedRates;

    void add(Holding holding) {
        if (holding.isSpot) {
            firm.add(Link.of(holding));
        } else if (holding.instrument.kind() == InstrumentKind.PERPETUAL) {
            swaps.add(Link.of(holding));
        }
        trees.clear();
    }

    void fix(Link rate) {
        firm.add(fixedRates++, rate);
        trees.clear();
    }

    /** The fixed rates in the order in which they were given. */
    List<Link> fixed() {
        return firm.subList(0, fixedRates);
    }

    /** The path from one currency to another; null if there is none. */
    @Nullable
    Conversion find(Currency from, Currency to) {
        Map<String, Conversion.Step> tree = trees.computeIfAbsent(to.code(), this::tree);
        List<Conversion.Step> path = new ArrayList<>();
        String at = from.code();
        while (!at.equals(to.code())) {
            Conversion.Step step = tree.get(at);
            if (step == null) {
                return null;
            }
            path.add(step);
            at = (step.isInverse() ? step.link().from() : step.link().to()).code();
        }
        return new Conversion(from, to, path);
    }

    /** For each currency the first step on its way to a target: a breadth-first search from the target. */
    private Map<String, Conversion.Step> tree(String target) {
        Map<String, Conversion.Step> tree = new HashMap<>();
        Set<String> reached = new HashSet<>(Set.of(target));
        grow(tree, reached, firm);
        List<Link> all = new ArrayList<>(firm);
        all.addAll(swaps);
        grow(tree, reached, all);
        return tree;
    }

    private static void grow(Map<String, Conversion.Step> tree, Set<String> reached, List<Link> links) {
        boolean grows = true;
        while (grows) {
            Map<String, Conversion.Step> next = new HashMap<>();
            links.forEach(link -> step(next, reached, link.from(), link.to(), new Conversion.Step(link, false)));
            links.forEach(link -> step(next, reached, link.to(), link.from(), new Conversion.Step(link, true)));
            tree.putAll(next);
            grows = reached.addAll(next.keySet());
        }
    }

    private static void step(
            Map<String, Conversion.Step> next, Set<String> reached, Currency from, Currency to, Conversion.Step step) {
        if (reached.contains(to.code()) && !reached.contains(from.code())) {
            next.putIfAbsent(from.code(), step);
        }
    }
}
