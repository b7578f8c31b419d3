package io.ttquant.backtest;

import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.backtest.report.Figure;
import io.ttquant.backtest.report.StatGroup;
import io.ttquant.core.engine.AccountNotice;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an account received and paid beside its fills, as figures. */
final class AccountFigures {
    private static final double PERCENT = 100;

    private final BacktestResult result;

    AccountFigures(BacktestResult result) {
        this.result = result;
    }

    /** True if there is anything to tell. */
    private boolean isTelling() {
        return result.instruments().stream().anyMatch(i -> i.kind().isDerivative())
                || !result.cashFlows().isEmpty()
                || !result.notices().isEmpty();
    }

    /** The figures on top, with funding if there was any. */
    List<Figure> headline(List<Figure> figures) {
        if (result.cashFlows().stream().noneMatch(flow -> flow.kind() == CashFlow.Kind.FUNDING)) {
            return figures;
        }
        List<Figure> all = new ArrayList<>(figures);
        all.add(sum("Funding", CashFlow.Kind.FUNDING, "received less paid; see the group Account"));
        return all;
    }

    /** All groups, with that of the account if there is anything to tell. */
    List<StatGroup> groups(List<StatGroup> groups) {
        if (!isTelling()) {
            return groups;
        }
        List<StatGroup> all = new ArrayList<>(groups);
        all.add(new StatGroup("Account", figures()));
        return all;
    }

    /** All warnings, with a line for each kind of notice: how many, and the first. */
    List<String> warnings(List<String> warnings) {
        List<String> all = new ArrayList<>(warnings);
        for (AccountNotice.Kind kind : AccountNotice.Kind.values()) {
            long count = count(kind);
            if (count > 0) {
                String first = result.notices().stream()
                        .filter(n -> n.kind() == kind)
                        .findFirst()
                        .map(AccountNotice::message)
                        .orElse("");
                all.add(count == 1 ? first : count + " times: first, " + first);
            }
        }
        return all;
    }

    private List<Figure> figures() {
        List<Figure> all = new ArrayList<>();
        all.add(sum("Funding", CashFlow.Kind.FUNDING, "received less paid, at the last prices of its currencies"));
        detail(all);
        all.add(Figure.count(
                "Funding settlements not paid",
                count(AccountNotice.Kind.FUNDING_UNAVAILABLE),
                "a price was missing, or the rate came after its settlement; never counted as zero"));
        for (MarginUse use : result.margins()) {
            all.add(mostUsed(use));
            all.add(Figure.amount(
                    "Free margin in " + use.currency(),
                    use.free().setScale(FigureText.digits(use.free()), RoundingMode.HALF_EVEN),
                    use.currency().code(),
                    "at the end: margin balance less what positions and open orders use"));
        }
        all.add(sum("Interest", CashFlow.Kind.INTEREST, "on negative balances, accrued by the hour"));
        all.add(Figure.count("Liquidations", count(AccountNotice.Kind.LIQUIDATION), "times that margin ran out"));
        all.add(sum("Borne by insurance", CashFlow.Kind.INSURANCE, "losses beyond the margin of liquidated positions"));
        all.add(sum("Liquidation fees", CashFlow.Kind.LIQUIDATION_FEE, "beside the fees of the fills"));
        return all;
    }

    private static Figure mostUsed(MarginUse use) {
        BigDecimal percent = use.mostUsedPercent();
        return Figure.percent(
                "Most margin used in " + use.currency(),
                percent == null ? Double.NaN : percent.doubleValue() / PERCENT,
                "largest part of the margin balance that positions and open orders used"
                        + (percent == null ? "; not defined, because nothing was left of it at a time" : ""));
    }

    /** Funding of each instrument and strategy, where it is not one line anyway. */
    private void detail(List<Figure> all) {
        Map<String, Map<Currency, Long>> parts = new LinkedHashMap<>();
        for (CashFlow flow : result.cashFlows()) {
            if (flow.kind() == CashFlow.Kind.FUNDING) {
                parts.computeIfAbsent(flow.instrument() + ", " + flow.strategyId(), key -> new LinkedHashMap<>())
                        .merge(flow.currency(), flow.rawAmount(), Math::addExact);
            }
        }
        if (parts.size() > 1) {
            parts.forEach((name, sums) ->
                    all.add(figure("Funding of " + name, sums, "received less paid by this strategy's position")));
        }
    }

    private Figure sum(String name, CashFlow.Kind kind, String formula) {
        Map<Currency, Long> sums = new LinkedHashMap<>();
        for (CashFlow flow : result.cashFlows()) {
            if (flow.kind() == kind) {
                sums.merge(flow.currency(), flow.rawAmount(), Math::addExact);
            }
        }
        return figure(name, sums, formula);
    }

    private Figure figure(String name, Map<Currency, Long> sums, String formula) {
        Ledger ledger = result.ledger();
        long sum = 0;
        for (Map.Entry<Currency, Long> part : sums.entrySet()) {
            long value = ledger.rawValue(part.getKey(), part.getValue());
            if (value == Ledger.UNKNOWN) {
                return Figure.number(name, Double.NaN, 2, formula + "; not known, because a price is missing");
            }
            sum = Math.addExact(sum, value);
        }
        BigDecimal amount = FixedPoint.toDecimal(sum, ledger.reporting().scale());
        return Figure.signedAmount(
                name,
                amount.setScale(FigureText.digits(amount), RoundingMode.HALF_EVEN),
                ledger.reporting().code(),
                formula);
    }

    private long count(AccountNotice.Kind kind) {
        return result.notices().stream().filter(n -> n.kind() == kind).count();
    }
}
