package io.ttquant.core.metrics;

import io.ttquant.api.account.Position;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.counter.Level;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a strategy holds and what came of it. */
final class StrategyPortfolio {
    private final String id;
    private final MetricsOptions options;
    private final Map<String, Held> held = new LinkedHashMap<>();
    private final Level positions = new Level();
    private final Level exposure = new Level();
    private final Level netExposure = new Level();
    private final Level profit = new Level();
    private final Level realized = new Level();
    private final Level unrealized = new Level();
    private final Level funding = new Level();
    private final ValueCurve curve;

    private record Held(Level quantity, Level value) {}

    StrategyPortfolio(String id, MetricsOptions options) {
        this.id = id;
        this.options = options;
        this.curve = new ValueCurve(options.period(), options.returns());
    }

    void know(Instrument instrument) {
        held.computeIfAbsent(instrument.id().symbol(), key -> new Held(new Level(), new Level()));
    }

    /**
     * On the engine's thread.
     *
     * @param equity of the account; NaN if it is not known
     */
    void sample(Engine engine, double equity) {
        Ledger ledger = engine.ledger();
        Sums sums = new Sums();
        for (PositionState position : ledger.positions(id)) {
            sums.add(ledger, position);
        }
        positions.set(sums.open);
        exposure.set(sums.gross);
        netExposure.set(sums.net);
        realized.set(sums.realized);
        unrealized.set(sums.unrealized);
        funding.set(sums.funding);
        long raw = ledger.rawProfit(id);
        double value = raw == Ledger.UNKNOWN
                ? Double.NaN
                : FixedPoint.toDouble(raw, ledger.reporting().scale()) - sums.before;
        profit.set(value);
        curve.look(engine.clock().nanos(), value, equity);
    }

    /** Sums over the positions of a strategy; NaN as soon as one of them has no price. */
    private final class Sums {
        private int open;
        private double gross;
        private double net;
        private double realized;
        private double before;
        private double unrealized;
        private double funding;

        void add(Ledger ledger, PositionState position) {
            Instrument instrument = position.instrument();
            double value = 0;
            for (PositionSide side : PositionSide.values()) {
                if (ledger.takes(instrument, side)) {
                    double part = value(ledger, position.leg(side));
                    gross += Math.abs(part);
                    value += part;
                }
            }
            net += value;
            open += position.isFlat() ? 0 : 1;
            long rawBefore = position.rawRealizedBefore();
            realized += FillMeasure.value(ledger, instrument.settlement(), position.rawRealized() - rawBefore);
            before += FillMeasure.value(ledger, instrument.settlement(), rawBefore);
            funding += FillMeasure.value(ledger, instrument.settlement(), position.rawFunding());
            unrealized += position.isFlat()
                    ? 0
                    : position.hasMark()
                            ? FillMeasure.value(ledger, instrument.settlement(), position.rawUnrealized())
                            : Double.NaN;
            know(instrument);
            Held cells = held.get(instrument.id().symbol());
            if (cells != null) {
                cells.quantity().set(position.quantity());
                cells.value().set(value);
            }
        }
    }

    /** With its sign; NaN without a price. */
    private static double value(Ledger ledger, Position position) {
        if (position.isFlat()) {
            return 0;
        }
        Instrument instrument = position.instrument();
        long rawMark = ledger.rawMark(instrument);
        if (rawMark <= 0) {
            return Double.NaN;
        }
        long rawNotional = Math.abs(instrument.rawNotional(rawMark, position.rawQuantity()));
        return Long.signum(position.rawQuantity()) * FillMeasure.value(ledger, instrument.settlement(), rawNotional);
    }

    void describe(SeriesSet series) {
        held.forEach((symbol, cells) -> {
            series.add(PortfolioMeters.POSITION, cells.quantity()::get, id, symbol);
            series.add(PortfolioMeters.POSITION_VALUE, cells.value()::get, id, symbol);
        });
        series.add(PortfolioMeters.POSITIONS, positions::get, id);
        series.add(PortfolioMeters.EXPOSURE, exposure::get, id);
        series.add(PortfolioMeters.NET_EXPOSURE, netExposure::get, id);
        series.add(PortfolioMeters.PROFIT, profit::get, id);
        series.add(PortfolioMeters.REALIZED, realized::get, id);
        series.add(PortfolioMeters.UNREALIZED, unrealized::get, id);
        series.add(PortfolioMeters.FUNDING, funding::get, id);
        series.add(PortfolioMeters.STRATEGY_DRAWDOWN, curve.maxDrawdown::get, id);
        CachedFigures figures = new CachedFigures(curve.returns(), options.period());
        series.add(PortfolioMeters.STRATEGY_SHARPE, () -> figures.read(ReturnFigures::sharpe), id);
    }
}
