package io.ttquant.backtest;

import io.ttquant.api.account.Balance;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EquityCurve;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a run produced: orders, fills, equity, positions, and the assumptions under which it did. */
public final class BacktestResult {
    private final Ledger ledger;
    private final EquityCurve equity;
    private final RunLog log;
    private final List<Instrument> instruments;
    private final List<String> strategies;
    private final Map<String, Map<String, String>> parameters;
    private final Map<String, String> assumptions;
    private final String fingerprint;

    BacktestResult(
            Engine engine,
            RunLog log,
            EventDigest digest,
            List<Instrument> instruments,
            Collection<String> strategies,
            Map<String, Map<String, String>> parameters,
            Map<String, String> assumptions) {
        this.ledger = engine.ledger();
        this.equity = engine.equity();
        this.log = log;
        this.instruments = instruments;
        this.strategies = List.copyOf(strategies);
        this.parameters = parameters;
        this.assumptions = assumptions;
        this.fingerprint = digest.finish(equity);
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

    /** Equity over time. */
    public EquityCurve equity() {
        return equity;
    }

    /** The currency in which equity is stated. */
    public Currency reporting() {
        return ledger.reporting();
    }

    /** Equity before the first event, in the reporting currency; what was held in other currencies then is not part of it. */
    public double startEquity() {
        return equity.size() == 0
                ? finalEquity()
                : FixedPoint.toDouble(equity.rawEquity(0), reporting().scale());
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

    /** The assumptions by name, in plain words. */
    public Map<String, String> assumptions() {
        return assumptions;
    }

    /** SHA-256 over all orders, order events, fills and equity: equal fingerprints mean equal runs. */
    public String fingerprint() {
        return fingerprint;
    }
}
