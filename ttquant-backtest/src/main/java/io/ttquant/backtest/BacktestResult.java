package io.ttquant.backtest;

import io.ttquant.api.account.Balance;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.interval.PnlInterval;
import io.ttquant.backtest.interval.PnlIntervals;
import io.ttquant.backtest.statistics.Conventions;
import io.ttquant.backtest.statistics.RoundTrips;
import io.ttquant.core.assumption.Assumption;
import io.ttquant.core.engine.AccountNotice;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EquityCurve;
import io.ttquant.core.engine.RunSamples;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.RiskEvent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a run produced: orders, fills, equity, positions, and the assumptions under which it did. */
public final class BacktestResult {
    private final Ledger ledger;
    private final EquityCurve equity;
    private final RunSamples samples;
    private final RunLog log;
    private final List<MarginUse> margins;
    private final List<EventSource> sources;
    private final List<Instrument> instruments;
    private final List<String> strategies;
    private final Map<String, Map<String, String>> parameters;
    private final List<Assumption> assumptions;
    private final EventDigest digest;
    private @Nullable String fingerprint;
    private @Nullable PnlInterval interval;
    private final SimulationConfig simulation;
    private final Map<InstrumentId, List<BarSpec>> silentSeries;

    BacktestResult(
            Engine engine,
            RunLog log,
            EventDigest digest,
            List<EventSource> sources,
            List<Instrument> instruments,
            Collection<String> strategies,
            Map<String, Map<String, String>> parameters,
            List<Assumption> assumptions,
            SimulationConfig simulation) {
        this.ledger = engine.ledger();
        this.equity = engine.equity();
        this.samples = engine.samples();
        this.silentSeries = engine.silentSeries();
        this.log = log;
        this.margins = MarginUse.of(engine);
        this.sources = sources;
        this.instruments = instruments;
        this.strategies = List.copyOf(strategies);
        this.parameters = parameters;
        this.assumptions = assumptions;
        this.digest = digest;
        this.simulation = simulation;
    }

    /** All orders, in the order in which they were made, refused ones included. */
    public List<Order> orders() {
        return java.util.Collections.unmodifiableList(log.orders());
    }

    /** All fills, in the order in which we heard of them. */
    public List<Fill> fills() {
        return java.util.Collections.unmodifiableList(log.fills());
    }

    /** All orders that we or the exchange refused, with the reasons. */
    public List<Refused> refusals() {
        return java.util.Collections.unmodifiableList(log.refusals());
    }

    /** All money received or paid that was no fill: funding, interest, fees of liquidations; in the order in which it was booked. */
    public List<CashFlow> cashFlows() {
        return java.util.Collections.unmodifiableList(log.cashFlows());
    }

    /** The margin of derivatives by settlement currency; empty without derivatives. */
    public List<MarginUse> margins() {
        return margins;
    }

    /** What happened to the account that nobody may miss: funding that could not be settled, liquidations. */
    public List<AccountNotice> notices() {
        return java.util.Collections.unmodifiableList(log.notices());
    }

    /** What the risk rules did on their own, in the order in which they did it. */
    public List<RiskEvent> riskEvents() {
        return java.util.Collections.unmodifiableList(log.riskEvents());
    }

    /** Equity over time. */
    public EquityCurve equity() {
        return equity;
    }

    /** Profit of each strategy and price of each instrument over time, thinned in long runs. */
    public RunSamples samples() {
        return samples;
    }

    /** The currency in which equity is stated. */
    public Currency reporting() {
        return ledger.reporting();
    }

    /**
     * Value of the start balances in the reporting currency, those in other currencies at the first prices known; NaN if a price that is needed was
     * never known.
     */
    public double startEquity() {
        OptionalLong raw = equity.rawStart();
        return raw.isPresent()
                ? FixedPoint.toDouble(raw.getAsLong(), reporting().scale())
                : Double.NaN;
    }

    /** Equity at the end, in the reporting currency; NaN if a price that is needed is not known. */
    public double finalEquity() {
        return ledger.equity();
    }

    /** Balances at the end. */
    public List<Balance> balances() {
        return ledger.balances();
    }

    /** A strategy's positions at the end, flat ones included. */
    public List<PositionState> positions(String strategyId) {
        return ledger.positions(strategyId);
    }

    /** The instruments of the run. */
    public List<Instrument> instruments() {
        return instruments;
    }

    /** The names of the strategies. */
    public List<String> strategies() {
        return strategies;
    }

    /** A strategy's parameters, as far as they were given. */
    public Map<String, String> parameters(String strategyId) {
        return parameters.getOrDefault(strategyId, Map.of());
    }

    /** What the run took for granted, each with its parameters and what that does to the result. */
    public List<Assumption> assumptions() {
        return assumptions;
    }

    /** All figures about the run, by the default conventions: days of UTC, 365 a year, no risk-free return. */
    public RunStatistics statistics() {
        return statistics(Conventions.DEFAULT);
    }

    /** All figures about the run, by conventions of one's own. */
    public RunStatistics statistics(Conventions conventions) {
        return new RunStatistics(this, conventions);
    }

    /** A report: a page, tables as CSV and JSON, a summary for the console. Set its title and the like, then write it. */
    public BacktestReport report() {
        return report(Conventions.DEFAULT);
    }

    /** A report whose figures follow conventions of one's own. */
    public BacktestReport report(Conventions conventions) {
        return new BacktestReport(this, statistics(conventions));
    }

    /** The run in a few lines, for a terminal or a log. */
    public String summary() {
        return report().summary();
    }

    /**
     * The worst and the best net profit over all paths that the price may have taken inside the bars, for the orders placed; see
     * {@link PnlInterval}. Found when first asked for, by reading the bars again.
     */
    public PnlInterval interval() {
        PnlInterval known = interval;
        if (known == null) {
            known = PnlIntervals.of(new PnlIntervals.Run(
                    log.commands(),
                    log.fills(),
                    log.denied(),
                    log.unpaid(),
                    sources,
                    simulation,
                    ledger,
                    log.cashFlows().isEmpty(),
                    profit()));
            interval = known;
        }
        return known;
    }

    private @Nullable BigDecimal profit() {
        OptionalLong start = equity.rawStart();
        return start.isPresent() && ledger.isValued()
                ? FixedPoint.toDecimal(
                        Math.subtractExact(ledger.rawEquity(), start.getAsLong()),
                        reporting().scale())
                : null;
    }

    Ledger ledger() {
        return ledger;
    }

    List<EventSource> sources() {
        return sources;
    }

    /** The series of bars that strategies waited for in vain. */
    Map<InstrumentId, List<BarSpec>> silentSeries() {
        return silentSeries;
    }

    /** The round trips of all fills. */
    RoundTrips roundTrips() {
        return RoundTrips.pair(fills(), log::rawForeignFee);
    }

    long amendments() {
        return log.amendments();
    }

    long changedNanos(int order) {
        return log.changedNanos(order);
    }

    String message(Order order) {
        return log.message(order);
    }

    /** SHA-256 over all orders, order events, fills and equity: equal fingerprints mean equal runs. */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = digest.finish(equity);
            fingerprint = known;
        }
        return known;
    }
}
