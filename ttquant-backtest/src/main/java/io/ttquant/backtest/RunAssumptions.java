package io.ttquant.backtest;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.core.assumption.Assumption;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.BorrowTerms;
import io.ttquant.core.matching.ExecutionSource;
import io.ttquant.core.matching.FeedLatency;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.risk.RiskPolicy;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a backtest took for granted, from what it was given and against what its orders executed. */
final class RunAssumptions {
    private final Engine engine;
    private final List<Instrument> instruments;
    private final List<EventSource> sources;
    private final List<Assumption> rows = new ArrayList<>();

    RunAssumptions(Engine engine, List<Instrument> instruments, List<EventSource> sources) {
        this.engine = engine;
        this.instruments = instruments;
        this.sources = sources;
    }

    List<Assumption> list() {
        return List.copyOf(rows);
    }

    private RunAssumptions add(String topic, String model, String explanation) {
        rows.add(new Assumption(topic, model, explanation));
        return this;
    }

    RunAssumptions execution(SimulationConfig simulation, FeedLatency feed, Collection<InstrumentId> checkedBooks) {
        Set<ExecutionSource> executed = engine.executionSources();
        rows.addAll(simulation.assumptions(executed));
        add(
                "Feed latency",
                feed.describe(),
                "Market data that is here sooner than in reality flatters strategies that react to it at once; later data hurts them.");
        if (executed.contains(ExecutionSource.BOOK) || executed.contains(ExecutionSource.BOOK_BY_ORDER)) {
            add(
                    "Gaps in a book",
                    checkedBooks.isEmpty()
                            ? "not looked for: the messages are trusted to follow each other"
                            : "found by the venue's rule for "
                                    + checkedBooks.stream()
                                            .map(InstrumentId::toString)
                                            .sorted()
                                            .collect(Collectors.joining(", "))
                                    + "; a book with a gap fills nothing until its next snapshot",
                    "A book that misses a message shows what is not there, which may flatter or hurt. A rule that finds gaps"
                            + " leaves orders waiting instead.");
        }
        return this;
    }

    RunAssumptions risk(RiskPolicy policy) {
        String limits = RiskAssumptions.describe(policy);
        return add(
                "Risk limits",
                limits,
                limits.equals("none")
                        ? "No order is refused and no position closed for its size or its loss. A live account with limits would trade"
                                + " less."
                        : "Exits and limits act at the prices of this run. Where the market jumps, real ones come later and worse, so"
                                + " this rather flatters.");
    }

    RunAssumptions days(ZoneId zone) {
        return add(
                "Days",
                "of DAY orders, end at midnight in " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone),
                "Where a venue's day ends at another hour, DAY orders end at another time there, which may flatter or hurt.");
    }

    RunAssumptions account(AccountConfig account, FundsPolicy funds, PositionMode mode) {
        if (funds == FundsPolicy.STRICT) {
            add(
                    "Funds",
                    "a cash account: an order needs free funds",
                    "An order never spends what the account does not have, so this flatters nothing.");
        } else {
            borrowing(account, account.borrowing());
        }
        List<InstrumentId> derivatives = instruments.stream()
                .filter(instrument -> instrument.kind().isDerivative())
                .map(Instrument::id)
                .toList();
        if (!derivatives.isEmpty()) {
            add(
                    "Positions",
                    mode == PositionMode.HEDGING
                            ? "a long and a short one in each derivative"
                            : "one in each derivative, long or short",
                    "As the live account is set, or margin and the effect of reduce-only orders differ, in either direction.");
        }
        if (!derivatives.isEmpty() || funds == FundsPolicy.BORROW) {
            rows.addAll(account.assumptions(derivatives));
        }
        return this;
    }

    private void borrowing(AccountConfig account, @Nullable BorrowTerms terms) {
        if (terms == null) {
            add(
                    "Funds",
                    "balances may go below zero, without a limit: no collateral is asked for and spot is never liquidated, which no"
                            + " venue grants",
                    "Such a run trades with money that nobody lends, and is not closed out for it: this flatters.");
            return;
        }
        add(
                "Funds",
                terms.describe() + " at the market with a fee of "
                        + account.liquidationFee()
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString() + "%; "
                        + account.insurance().text(),
                "A lender is found at any time here, which flatters where a venue has nothing left to lend. Inside a bar nobody is"
                        + " liquidated, which flatters where the price came back.");
    }

    RunAssumptions payments(List<CashFlow> flows) {
        List<Instrument> perpetuals = instruments.stream()
                .filter(instrument -> instrument.kind() == InstrumentKind.PERPETUAL)
                .toList();
        if (!perpetuals.isEmpty()) {
            List<String> without = perpetuals.stream()
                    .filter(instrument -> !hasRates(instrument, flows))
                    .map(Instrument::toString)
                    .toList();
            add("Funding", funding(perpetuals.size(), without), fundingMeans(without));
        }
        if (instruments.stream().anyMatch(instrument -> instrument.expiryNanos() != EpochNanos.NEVER)) {
            add(
                    "Expiry",
                    "open orders are cancelled and positions closed, without a fee, at the venue's mark price, else at the last price by"
                            + " which they were valued",
                    "Venues settle at a mean of an index over some time, and may charge for it; the difference may flatter or"
                            + " hurt.");
        }
        return this;
    }

    private boolean hasRates(Instrument instrument, List<CashFlow> flows) {
        return sources.stream().anyMatch(s -> s.isCompanion() && s.instrument().equals(instrument))
                || flows.stream()
                        .anyMatch(flow -> flow.kind() == CashFlow.Kind.FUNDING
                                && instrument.id().equals(flow.instrument()));
    }

    private static String funding(int perpetuals, List<String> without) {
        return without.size() == perpetuals
                ? "none: no funding rates were given"
                : "settled at the times of the rates given, on the position's value at the venue's mark price, else the middle"
                        + " of the quotes, else the last price"
                        + (without.isEmpty()
                                ? ""
                                : "; none for " + String.join(", ", without) + ", which has no rates");
    }

    private static String fundingMeans(List<String> without) {
        return without.isEmpty()
                ? "A settlement that the rates leave out is not paid. Where the mark price is not in the data, what is paid is off by a"
                        + " little, in either direction."
                : "Longs pay shorts at most times. Without the rates, positions held for long look better than they were, and shorts"
                        + " often worse.";
    }

    RunAssumptions data() {
        add(
                "Valuation",
                ValuationText.of(engine.ledger()),
                "Equity, drawdown and margin are as good as these prices. A position that could not be closed at its mark, since it is"
                        + " large, looks better than it is.");
        return add(
                "Data",
                sources.stream()
                        .map(source -> source.describe() + " of " + source.instrument())
                        .collect(Collectors.joining(", ")),
                "What the data lacks, the result lacks. Gaps may flatter or hurt; instruments chosen because they are still traded"
                        + " flatter.");
    }
}
