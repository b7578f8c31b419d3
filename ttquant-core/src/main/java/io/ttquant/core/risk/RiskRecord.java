package io.ttquant.core.risk;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.portfolio.Ledger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What limits on losses have counted and who is held in which stage, so that a restart ends none of it. The kill switch is not in it.
 *
 * @param currency of all amounts, at its scale
 * @param scopes the account and each strategy
 */
public record RiskRecord(Currency currency, List<OfScope> scopes) {
    /** Copies. */
    public RiskRecord {
        scopes = List.copyOf(scopes);
    }

    /**
     * Of a strategy or of the account.
     *
     * @param strategyId the strategy's name; empty for the account
     * @param losses what daily loss and drawdown count
     * @param lossesInARow round trips that were lost in a row, not negative
     * @param holds what holds it in a stage
     * @param worth what the strategy was worth; null for the account, and if that was never known or no limit asks for it
     */
    public record OfScope(
            String strategyId,
            Losses losses,
            int lossesInARow,
            List<Held> holds,
            @Nullable Worth worth) {
        /** Copies. */
        public OfScope {
            holds = List.copyOf(holds);
        }

        /** As it is after somebody let it go on: nothing holds it, and its losses count anew. */
        OfScope resumed() {
            return new OfScope(
                    strategyId, new Losses(losses.dayEndNanos(), Ledger.UNKNOWN, Ledger.UNKNOWN), 0, List.of(), worth);
        }

        private OfScope convert(Currency from, Currency to) {
            return new OfScope(
                    strategyId,
                    losses.convert(from, to),
                    lossesInARow,
                    holds,
                    worth == null ? null : worth.convert(from, to));
        }
    }

    /**
     * What a day's loss and a drawdown count from.
     *
     * @param dayEndNanos when the day ends, epoch nanoseconds; {@link Long#MIN_VALUE} before one began
     * @param rawDayStart the value at its first price; {@link Ledger#UNKNOWN} before that
     * @param rawHighest the highest value; {@link Ledger#UNKNOWN} before the first
     */
    public record Losses(long dayEndNanos, long rawDayStart, long rawHighest) {
        /** Nothing counted. */
        public static final Losses NONE = new Losses(Long.MIN_VALUE, Ledger.UNKNOWN, Ledger.UNKNOWN);

        private Losses convert(Currency from, Currency to) {
            return new Losses(dayEndNanos, raw(rawDayStart, from, to), raw(rawHighest, from, to));
        }
    }

    /**
     * That something holds a strategy or the account: a day's loss until the day ends, everything else until somebody lets it go on.
     *
     * @param cause what
     * @param stage in which stage, not {@link TradingStage#ACTIVE}
     * @param isFlattening whether its positions are closed
     * @param reason why, a sentence
     */
    public record Held(Guard cause, TradingStage stage, boolean isFlattening, String reason) {}

    /**
     * What a strategy was worth. What its positions had brought is named for each, since those that it has back at a restart bring it again.
     *
     * @param rawValue the capital and the profit
     * @param results of positions that had brought something
     */
    public record Worth(long rawValue, List<Result> results) {
        /** Copies. */
        public Worth {
            results = List.copyOf(results);
        }

        private Worth convert(Currency from, Currency to) {
            return new Worth(
                    raw(rawValue, from, to),
                    results.stream()
                            .map(each -> new Result(each.instrument(), each.side(), raw(each.rawAmount(), from, to)))
                            .toList());
        }
    }

    /**
     * What a position had brought, realised and unrealised, without fees and funding.
     *
     * @param side the net position, or in hedge mode the long or the short one
     */
    public record Result(InstrumentId instrument, PositionSide side, long rawAmount) {}

    /** What there is of a strategy, or of the account under an empty name. */
    public Optional<OfScope> find(String strategyId) {
        return scopes.stream()
                .filter(each -> each.strategyId().equals(strategyId))
                .findFirst();
    }

    /** As it is after somebody let a strategy or the account go on. */
    public RiskRecord resumed(String strategyId) {
        return new RiskRecord(
                currency,
                scopes.stream()
                        .map(each -> each.strategyId().equals(strategyId) ? each.resumed() : each)
                        .toList());
    }

    /**
     * The same at the scale that the currency has now; what is finer is rounded up, since a loss counts from it.
     *
     * @param reporting the currency in which equity is stated
     * @param place where it was kept, for a message
     * @throws IllegalStateException if it is another currency
     */
    public RiskRecord in(Currency reporting, Object place) {
        if (!currency.code().equals(reporting.code())) {
            throw new IllegalStateException("the state of risk in " + place + " is in " + currency
                    + ", and equity is stated in " + reporting
                    + " now, in which no limit on losses could go on counting; state it in "
                    + currency
                    + " again, or move the file away if it is known who is halted and why: all limits count anew then, and"
                    + " halts end");
        }
        return currency.equals(reporting)
                ? this
                : new RiskRecord(
                        reporting,
                        scopes.stream()
                                .map(each -> each.convert(currency, reporting))
                                .toList());
    }

    private static long raw(long rawAmount, Currency from, Currency to) {
        return rawAmount == Ledger.UNKNOWN
                ? rawAmount
                : FixedPoint.toRaw(FixedPoint.toDecimal(rawAmount, from.scale()), to.scale(), RoundingMode.CEILING);
    }
}
