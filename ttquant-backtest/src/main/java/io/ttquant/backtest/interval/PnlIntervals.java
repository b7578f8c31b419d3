package io.ttquant.backtest.interval;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.Order;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.core.engine.OrderCommand;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.Ledger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the interval of a run: of each strategy in each instrument by itself, and the sum of them. */
public final class PnlIntervals {
    /**
     * What a run left behind.
     *
     * @param commands all commands of its strategies, in the order in which they were given
     * @param fills all fills
     * @param denied numbers of the orders that never left
     * @param unpaid numbers of the orders that the account could not pay
     * @param sources its streams, to be read once more
     * @param simulation what it assumed
     * @param ledger its account at the end
     * @param isPaidByFillsOnly whether nothing was paid but for fills and their fees
     * @param profit its net profit; null if a price is missing
     */
    public record Run(
            List<OrderCommand> commands,
            List<Fill> fills,
            Collection<Long> denied,
            Collection<Long> unpaid,
            List<EventSource> sources,
            SimulationConfig simulation,
            Ledger ledger,
            boolean isPaidByFillsOnly,
            @Nullable BigDecimal profit) {}

    private final Run run;
    private final List<String> notes = new ArrayList<>();
    private boolean isAvailable = true;
    private boolean isExact = true;
    private boolean isOnBars;
    private int ambiguousBars;
    private int decisiveBars;
    private long rawLess;
    private long rawMore;

    private PnlIntervals(Run run) {
        this.run = run;
    }

    /** The interval of a run. It reads the bars of the run again. */
    public static PnlInterval of(Run run) {
        return new PnlIntervals(run).find();
    }

    private PnlInterval find() {
        Collection<Script> scripts = ScriptReader.read(run.commands(), run.fills(), run.denied(), run.unpaid());
        if (run.commands().stream().anyMatch(command -> isInGroup(command.order()))) {
            fail("orders in groups are not followed along paths");
        } else {
            scripts.forEach(this::add);
        }
        if (scripts.size() > 1 && ambiguousBars > 0) {
            isExact = false;
            note("each strategy in each instrument has a worst and a best path of its own");
        }
        return result(isOnBars || !isAvailable || scripts.isEmpty());
    }

    private static boolean isInGroup(Order order) {
        return order.group() != null || order.parent() != null;
    }

    private PnlInterval result(boolean isMeant) {
        Currency currency = run.ledger().reporting();
        BigDecimal actual = run.profit();
        if (!isMeant) {
            note("no order was executed on bars");
        }
        if (actual == null) {
            note("a price is missing: " + run.ledger().missingPrice());
        }
        if (!isMeant || !isAvailable || actual == null) {
            return new PnlInterval(currency, null, actual, null, ambiguousBars, decisiveBars, isOnBars, false, notes);
        }
        return new PnlInterval(
                currency,
                actual.subtract(FixedPoint.toDecimal(rawLess, currency.scale())),
                actual,
                actual.add(FixedPoint.toDecimal(rawMore, currency.scale())),
                ambiguousBars,
                decisiveBars,
                isOnBars,
                isExact,
                notes);
    }

    private void note(String text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    private void fail(String why) {
        isAvailable = false;
        note(why);
    }

    private void add(Script script) {
        ExecutingBars bars = ExecutingBars.of(script.instrument, run.sources());
        if (!bars.areAll()) {
            note(script.instrument + " was executed on trades or quotes: there paths are known");
            return;
        }
        isOnBars = true;
        String reason = Inexpressible.reason(script, run.simulation());
        if (!reason.isEmpty()) {
            fail(reason);
            return;
        }
        ScriptPaths paths =
                new ScriptPaths(script, bars, run.simulation(), run.ledger().rawMark(script.instrument));
        paths.find();
        ambiguousBars += paths.ambiguousBars();
        decisiveBars += paths.decisiveBars();
        if (!paths.failure().isEmpty()) {
            fail(paths.failure());
            return;
        }
        if (paths.isOuter()) {
            isExact = false;
            note("outer bound: " + paths.sets() + " sets of orders of " + script.strategyId + " in " + script.instrument
                    + " have a worst and a best path of their own");
        } else if (!paths.isJoint()) {
            isExact = false;
            note("orders of " + script.strategyId + " in " + script.instrument
                    + " that do not depend on each other have a worst and a best path of their own");
        }
        if (!paths.range().isPoint() && isPaidOtherwise(script)) {
            fail("funding, interest, settlement and liquidations of " + script.instrument
                    + " hang on the position, which hangs on the path");
            return;
        }
        add(script.instrument, paths);
    }

    private boolean isPaidOtherwise(Script script) {
        return !run.isPaidByFillsOnly()
                || script.fills.stream().anyMatch(fill -> fill.reason() == FillReason.LIQUIDATION);
    }

    private void add(Instrument instrument, ScriptPaths paths) {
        long less = Math.subtractExact(paths.rawActual(), paths.range().rawLeast());
        long more = Math.subtractExact(paths.range().rawMost(), paths.rawActual());
        if (less < 0 || more < 0) {
            fail("what the run made in " + instrument + " is on none of the paths found: "
                    + FixedPoint.format(
                            paths.rawActual(), instrument.settlement().scale()) + " is not from "
                    + FixedPoint.format(
                            paths.range().rawLeast(), instrument.settlement().scale()) + " to "
                    + FixedPoint.format(
                            paths.range().rawMost(), instrument.settlement().scale()));
            return;
        }
        rawLess = Math.addExact(rawLess, value(instrument, less));
        rawMore = Math.addExact(rawMore, value(instrument, more));
    }

    /** An amount of the instrument's settlement currency in the reporting one, rounded away from zero. */
    private long value(Instrument instrument, long raw) {
        Currency paid = instrument.settlement();
        if (raw == 0 || paid.equals(run.ledger().reporting())) {
            return raw;
        }
        long value = run.ledger().rawValue(paid, raw);
        if (value == Ledger.UNKNOWN) {
            fail("no price of " + paid + " in " + run.ledger().reporting() + " is known");
            return 0;
        }
        isExact = false;
        return Math.addExact(value, 1);
    }
}
