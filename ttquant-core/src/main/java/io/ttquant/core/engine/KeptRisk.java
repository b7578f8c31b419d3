package io.ttquant.core.engine;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.core.risk.RiskRecord;
import io.ttquant.core.risk.RiskRecord.Held;
import io.ttquant.core.risk.RiskRecord.Losses;
import io.ttquant.core.risk.RiskRecord.OfScope;
import io.ttquant.core.risk.RiskScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What limits on losses count and who is held, over restarts. Who is held is written at once; what is counted by whoever calls every second or so, and
 * what changes with every price at most once in a while: a highest value that is lost with the process is never higher than it was.
 */
public final class KeptRisk {
    private static final Logger LOG = LoggerFactory.getLogger(RiskControl.class);
    private static final long WHILE = 5 * EpochNanos.SECOND;

    private final Engine engine;
    private final RiskMemory memory;
    private final List<RiskScope> scopes = new ArrayList<>();
    private final @Nullable RiskRecord found;
    /** What was found of strategies that are not in this engine: a run without one ends none of its halts. */
    private List<OfScope> absent;

    private @Nullable GuardDesk guards;
    private @Nullable RiskRecord written;
    private long writtenNanos = Long.MIN_VALUE;

    /**
     * What was kept.
     *
     * @throws RuntimeException if it cannot be told, or is in another currency
     */
    KeptRisk(Engine engine, Ledger ledger, RiskMemory memory, RiskDesk desk, StrategySlot[] slots) {
        this.engine = engine;
        this.memory = memory;
        scopes.add(desk.account());
        for (StrategySlot slot : slots) {
            scopes.add(desk.strategy(slot.index));
        }
        RiskRecord kept = memory.load();
        found = kept == null ? null : kept.in(ledger.reporting(), memory);
        absent = found == null ? List.of() : absent(found);
        written = kept;
        for (RiskScope scope : scopes) {
            found(scope).holds().forEach(scope::hold);
        }
    }

    private List<OfScope> absent(RiskRecord of) {
        return of.scopes().stream()
                .filter(each ->
                        scopes.stream().noneMatch(scope -> scope.strategyId().equals(each.strategyId())))
                .toList();
    }

    /**
     * What is kept of strategies that are not in this engine: those that other runs have, and those that were given another name or taken away. It is kept until
     * somebody {@linkplain RiskControl#resume resumes} them.
     */
    public List<OfScope> absent() {
        return absent;
    }

    /** Whether a restart would know who is held now. Where nothing is to be kept that is so too. */
    public boolean knowsHeld() {
        return memory == RiskMemory.NONE || holds(now()).equals(holds(written));
    }

    private static Map<String, List<Held>> holds(@Nullable RiskRecord of) {
        Map<String, List<Held>> holds = new HashMap<>();
        if (of != null) {
            of.scopes().stream()
                    .filter(each -> !each.holds().isEmpty())
                    .forEach(each -> holds.put(each.strategyId(), each.holds()));
        }
        return holds;
    }

    /**
     * Forgets a strategy that is not in this engine; false if nothing is kept of such a one.
     *
     * @throws IllegalStateException if that cannot be kept: it is not forgotten then
     */
    boolean forgets(String strategyId) {
        List<OfScope> before = absent;
        absent = before.stream()
                .filter(each -> !each.strategyId().equals(strategyId))
                .toList();
        if (absent.size() == before.size()) {
            return false;
        }
        try {
            write(now());
            return true;
        } catch (RuntimeException e) {
            absent = before;
            throw new IllegalStateException(
                    "that strategy " + strategyId + " is forgotten could not be kept, so nothing changes: "
                            + e.getMessage(),
                    e);
        }
    }

    /** What was found of a strategy or the account; nothing if there was nothing. */
    OfScope found(RiskScope scope) {
        OfScope nothing = new OfScope(scope.strategyId(), Losses.NONE, 0, List.of(), null);
        return found == null ? nothing : found.find(scope.strategyId()).orElse(nothing);
    }

    /** True if anything was kept. */
    boolean isFound() {
        return found != null;
    }

    void of(@Nullable GuardDesk counting) {
        guards = counting;
    }

    private RiskRecord now() {
        GuardDesk counting = guards;
        List<OfScope> all = new ArrayList<>();
        for (RiskScope each : scopes) {
            all.add(
                    counting == null
                            ? new OfScope(each.strategyId(), Losses.NONE, 0, each.holds(), null)
                            : counting.counted(each));
        }
        all.addAll(absent);
        return new RiskRecord(engine.ledger().reporting(), all);
    }

    /**
     * Writes it if it changed and is due.
     *
     * @param isLast whether there is no next call
     * @throws RuntimeException if it cannot be written
     */
    void keep(boolean isLast) {
        if (memory == RiskMemory.NONE || engine.state() == EngineState.NEW) {
            return;
        }
        RiskRecord state = now();
        boolean isDue = isLast || engine.now() - writtenNanos >= WHILE || writtenNanos == Long.MIN_VALUE;
        boolean isOther = isDue && !counting(state).equals(counting(written));
        if (isOther || !essence(state).equals(essence(written))) {
            write(state);
        }
    }

    private void write(RiskRecord state) {
        memory.save(state);
        written = state;
        writtenNanos = engine.now();
    }

    /** Somebody is held, or is not any more: it holds all the same if that cannot be written, and whoever calls {@link #keep} hears of it. */
    void keepNow() {
        if (memory == RiskMemory.NONE) {
            return;
        }
        try {
            write(now());
        } catch (RuntimeException e) {
            LOG.error("who is held could not be kept; a restart would not know it", e);
        }
    }

    /**
     * Somebody lets a strategy or the account go on.
     *
     * @throws IllegalStateException if that cannot be kept
     */
    void resuming(RiskScope scope) {
        if (memory == RiskMemory.NONE) {
            return;
        }
        try {
            write(now().resumed(scope.strategyId()));
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "that " + scope.who() + " goes on could not be kept, so nothing changes: " + e.getMessage(), e);
        }
    }

    /** All but what moves with every price. */
    private static List<OfScope> essence(@Nullable RiskRecord state) {
        return state == null
                ? List.of()
                : state.scopes().stream()
                        .map(each -> new OfScope(
                                each.strategyId(),
                                new Losses(
                                        each.losses().dayEndNanos(),
                                        each.losses().rawDayStart(),
                                        Ledger.UNKNOWN),
                                each.lossesInARow(),
                                each.holds(),
                                null))
                        .toList();
    }

    /** All that a limit asks for. */
    private List<OfScope> counting(@Nullable RiskRecord state) {
        List<OfScope> all = new ArrayList<>();
        for (RiskScope scope : scopes) {
            OfScope each = state == null ? null : state.find(scope.strategyId()).orElse(null);
            if (each != null && scope.limits().guards().maxDrawdown().isPresent()) {
                all.add(each);
            } else if (each != null) {
                Losses losses =
                        new Losses(each.losses().dayEndNanos(), each.losses().rawDayStart(), Ledger.UNKNOWN);
                all.add(new OfScope(each.strategyId(), losses, each.lossesInARow(), each.holds(), each.worth()));
            }
        }
        return all;
    }
}
