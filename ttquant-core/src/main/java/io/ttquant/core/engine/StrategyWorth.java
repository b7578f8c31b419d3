package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.engine.Inheritance.OwnPosition;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.RiskRecord.Result;
import io.ttquant.core.risk.RiskRecord.Worth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy is worth to the limits on its losses: the capital and its profit. After a restart it is what it was worth last and what came since: the
 * ledger knows nothing of fees and funding of before, nor of what positions had brought that the strategy has not back.
 */
final class StrategyWorth {
    private final Engine engine;
    private final String strategyId;
    private @Nullable Worth last;
    /** What counts on top of the profit by the ledger; unknown for the capital. */
    private long rawBefore = Ledger.UNKNOWN;
    /** Flat ones of which the value of before has already what they realised: they count with what comes only. */
    private List<OwnPosition> counted = List.of();

    StrategyWorth(Engine engine, String strategyId) {
        this.engine = engine;
        this.strategyId = strategyId;
    }

    /** Goes on from what it was worth, less what the positions that it has back bring by themselves. */
    void restore(@Nullable Worth worth, List<OwnPosition> returned) {
        last = worth;
        counted = returned.stream()
                .filter(own -> own.strategyId().equals(strategyId) && own.rawQuantity() == 0)
                .filter(own -> worth == null || worth.results().stream().noneMatch(result -> isSame(own, result)))
                .toList();
        if (worth != null) {
            rawBefore = worth.rawValue();
            for (Result each : worth.results()) {
                if (returned.stream().anyMatch(own -> isSame(own, each))) {
                    rawBefore = Math.subtractExact(rawBefore, each.rawAmount());
                }
            }
        }
    }

    private boolean isSame(OwnPosition own, Result result) {
        return own.strategyId().equals(strategyId)
                && own.instrument().equals(result.instrument())
                && own.side() == result.side();
    }

    /** At the prices of now; {@link Ledger#UNKNOWN} without a price. */
    long raw() {
        long capital = rawBefore == Ledger.UNKNOWN ? engine.ledger().rawStartEquity() : rawBefore;
        long profit = rawProfit();
        return capital == Ledger.UNKNOWN || profit == Ledger.UNKNOWN ? Ledger.UNKNOWN : Math.addExact(capital, profit);
    }

    private long rawProfit() {
        Ledger ledger = engine.ledger();
        long profit = ledger.rawProfit(strategyId);
        for (OwnPosition own : counted) {
            Currency currency = engine.channel(own.instrument()).instrument().settlement();
            long realized = ledger.rawValue(currency, own.rawRealized());
            if (profit == Ledger.UNKNOWN || realized == Ledger.UNKNOWN) {
                return Ledger.UNKNOWN;
            }
            profit = Math.subtractExact(profit, realized);
        }
        return profit;
    }

    /** What is to be kept of it: as it is now, or as it was last known. */
    @Nullable
    Worth kept() {
        long value = raw();
        if (value != Ledger.UNKNOWN) {
            last = new Worth(value, results());
        }
        return last;
    }

    private List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (PositionState whole : engine.ledger().positions(strategyId)) {
            Instrument i = whole.instrument();
            for (PositionSide side : PositionSide.values()) {
                long amount = engine.ledger().takes(i, side) ? engine.ledger().rawResult(whole.leg(side)) : 0;
                if (amount != 0) {
                    results.add(new Result(i.id(), side, amount));
                }
            }
        }
        return results;
    }
}
