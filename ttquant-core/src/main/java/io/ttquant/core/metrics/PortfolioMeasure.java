package io.ttquant.core.metrics;

import io.ttquant.api.account.Balance;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.core.counter.Level;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineFigures;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.Ledger;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks at the books once a second on the engine's thread. */
final class PortfolioMeasure {
    private final MetricsOptions options;
    private final Map<String, StrategyPortfolio> strategies = new LinkedHashMap<>();
    private final Map<String, BalanceCells> balances = new LinkedHashMap<>();
    private final Level equity = new Level();
    private final ValueCurve curve;
    private double received;

    private record BalanceCells(Level total, Level free) {}

    PortfolioMeasure(MetricsOptions options) {
        this.options = options;
        this.curve = new ValueCurve(options.period(), options.returns());
    }

    /** Makes the cells of all that there is, so that they are shown from the start. */
    void know(Engine engine, EngineFigures figures) {
        figures.owners().forEach(this::strategy);
        for (String owner : figures.owners()) {
            figures.instruments().forEach(instrument -> strategy(owner).know(instrument));
        }
        engine.ledger().balances().forEach(balance -> cells(balance.currency().code()));
    }

    private StrategyPortfolio strategy(String id) {
        return strategies.computeIfAbsent(id, key -> new StrategyPortfolio(key, options));
    }

    private BalanceCells cells(String currency) {
        return balances.computeIfAbsent(currency, key -> new BalanceCells(new Level(), new Level()));
    }

    /** Money that came from outside is no profit. */
    void cash(CashFlow flow, Ledger ledger) {
        if (flow.kind() == CashFlow.Kind.TRANSFER) {
            double amount = FillMeasure.value(ledger, flow.currency(), flow.rawAmount());
            received += Double.isNaN(amount) ? 0 : amount;
        }
    }

    void sample(Engine engine) {
        Ledger ledger = engine.ledger();
        for (Balance balance : ledger.balances()) {
            BalanceCells cells = cells(balance.currency().code());
            int scale = balance.currency().scale();
            cells.total().set(FixedPoint.toDouble(balance.rawTotal(), scale));
            cells.free().set(FixedPoint.toDouble(ledger.rawFree(balance.currency()), scale));
        }
        double value = ledger.isValued() ? ledger.equity() : Double.NaN;
        equity.set(value);
        curve.received(received);
        received = 0;
        curve.look(engine.clock().nanos(), value, value);
        strategies.values().forEach(each -> each.sample(engine, value));
    }

    /** The price by which an instrument is valued. */
    static double price(Ledger ledger, Instrument instrument) {
        long raw = ledger.rawMark(instrument);
        return raw == 0 ? Double.NaN : instrument.price(raw);
    }

    void describe(SeriesSet series) {
        series.add(PortfolioMeters.EQUITY, equity::get);
        balances.forEach((currency, cells) -> {
            series.add(PortfolioMeters.BALANCE, cells.total()::get, currency);
            series.add(PortfolioMeters.BALANCE_FREE, cells.free()::get, currency);
        });
        series.add(PortfolioMeters.DRAWDOWN, curve.drawdownRatio::get);
        series.add(PortfolioMeters.MAX_DRAWDOWN, curve.maxDrawdownRatio::get);
        series.add(PortfolioMeters.DRAWDOWN_VALUE, curve.drawdown::get);
        series.add(PortfolioMeters.MAX_DRAWDOWN_VALUE, curve.maxDrawdown::get);
        CachedFigures figures = new CachedFigures(curve.returns(), options.period());
        series.add(PortfolioMeters.SHARPE, () -> figures.read(ReturnFigures::sharpe));
        series.add(PortfolioMeters.SORTINO, () -> figures.read(ReturnFigures::sortino));
        series.add(PortfolioMeters.CALMAR, () -> figures.read(ReturnFigures::calmar));
        series.add(PortfolioMeters.VOLATILITY, () -> figures.read(ReturnFigures::volatility));
        series.add(PortfolioMeters.RETURNS, () -> figures.read(ReturnFigures::count));
        for (double confidence : new double[] {0.95, 0.99}) {
            String label = Double.toString(confidence);
            series.add(PortfolioMeters.VAR, () -> figures.read(f -> f.valueAtRisk(confidence)), label);
            series.add(PortfolioMeters.CVAR, () -> figures.read(f -> f.conditionalValueAtRisk(confidence)), label);
        }
        strategies.values().forEach(each -> each.describe(series));
    }
}
