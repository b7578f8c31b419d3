package io.ttquant.core.storage.tap;

import io.ttquant.api.account.Balance;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.core.engine.AccountNotice;
import io.ttquant.core.engine.EngineTap;
import io.ttquant.core.engine.StrategyState;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.RiskEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what an engine does in a store: orders with every event, fills, the positions and balances that they left, money that was no fill, acts of the risk rules,
 * states of strategies, and equity when it is {@linkplain #equity asked to}. On the engine's thread.
 */
public final class StoreTap implements EngineTap {
    /** The key under which the state of a strategy in the engine is kept. */
    public static final String STATE = "engine.state";

    private static final Logger LOG = LoggerFactory.getLogger(StoreTap.class);

    /** So many entries are read in a moment. */
    private static final int BETWEEN_CHECKPOINTS = 100_000;
    /** Longer texts are large to a storage. */
    private static final int SHORT = 1024;

    private static final PositionSide[] SIDES = PositionSide.values();

    private final RunWriter run;
    private final @Nullable Checkpoints checkpoints;
    private final ExternalShare external;
    private long number;
    private long nextCheckpoint;
    private boolean survives;
    private long lost;
    private final EndFigures figures = new EndFigures();
    private @Nullable Ledger ledger;

    private StoreTap(
            RunWriter run, long firstNumber, @Nullable Checkpoints checkpoints, List<RunEntry.PositionAt> before) {
        this.run = run;
        this.checkpoints = checkpoints;
        external = new ExternalShare(before);
        number = firstNumber;
        nextCheckpoint = checkpoints == null ? Long.MAX_VALUE : firstNumber;
    }

    /**
     * A tap.
     *
     * @param firstNumber of its entries; above all that the run has already
     */
    public static StoreTap into(RunWriter run, long firstNumber) {
        return new StoreTap(run, firstNumber, null, List.of());
    }

    /**
     * The tap of a run that will be gone on with: it keeps checkpoints, from where the next start reads.
     *
     * @param before how the run stood by the entries that it has already; the tap's from now on
     */
    public static StoreTap into(RunWriter run, long firstNumber, RunSummary before) {
        return new StoreTap(run, firstNumber, new Checkpoints(before), before.positions(Ledger.EXTERNAL));
    }

    /**
     * Whose positions and balances are kept; to be called once the engine is built, before it starts. What it holds
     * already is kept now, and what is gone of that which the account held beside strategies at an earlier start.
     */
    public void attach(Ledger of, long nowNanos) {
        ledger = of;
        of.balances().forEach(balance -> keep(new Seen.OfBalance(checkpoints, number++, nowNanos, balance)));
        of.positions(Ledger.EXTERNAL).forEach(each -> external(of, each, nowNanos));
        external.gone().forEach(each -> gone(each, nowNanos));
        equity(nowNanos);
        checkpoint(nowNanos);
    }

    private void external(Ledger of, @Nullable PositionState whole, long nowNanos) {
        if (whole == null) {
            return;
        }
        for (PositionSide side : SIDES) {
            if (of.takes(whole.instrument(), side) && external.isNews(whole.leg(side))) {
                position(whole.leg(side), Ledger.EXTERNAL, nowNanos);
            }
        }
    }

    /** The engine may not know the instrument any more. */
    private void gone(RunEntry.PositionAt left, long nowNanos) {
        keep(new RunEntry.PositionAt(
                number++,
                nowNanos,
                Ledger.EXTERNAL,
                left.instrument(),
                left.side(),
                BigDecimal.ZERO,
                null,
                BigDecimal.ZERO,
                left.currency()));
    }

    private void checkpoint(long nowNanos) {
        Checkpoints its = checkpoints;
        if (its != null) {
            long own = number++;
            nextCheckpoint = own + BETWEEN_CHECKPOINTS;
            keepLater(() -> its.entry(own, nowNanos), 0);
        }
    }

    /** Before something is kept, since between what belongs together a run stands as it never did. */
    private void checkpointIfDue(long nowNanos) {
        if (number >= nextCheckpoint) {
            checkpoint(nowNanos);
        }
    }

    /** Keeps the equity of now, if all prices that it needs are known. */
    public void equity(long nowNanos) {
        Ledger its = ledger;
        long rawEquity = its == null ? Ledger.UNKNOWN : its.rawEquity();
        if (its != null && rawEquity != Ledger.UNKNOWN) {
            equity(nowNanos, its.reporting(), rawEquity);
        }
    }

    /** Keeps what the equity was at a time. */
    public void equity(long nanos, Currency reporting, long rawEquity) {
        figures.equity(nanos, FixedPoint.toDouble(rawEquity, reporting.scale()));
        keep(new Seen.OfEquity(checkpoints, number++, nanos, reporting, rawEquity));
    }

    /** Keeps something to know of the run as a whole. */
    public void state(String key, String value, long nowNanos) {
        keep(new RunEntry.StrategyState(number++, nowNanos, "", key, value));
    }

    /** The run ended; with the figures that the tap knows of it itself, since it was made. */
    public void ended(long nowNanos) {
        ended(nowNanos, figures.figures());
    }

    /** The run ended; with its figures by name. */
    public void ended(long nowNanos, Map<String, Double> statistics) {
        keep(new RunEntry.Ended(number++, nowNanos, statistics));
    }

    /**
     * From now on a store that throws costs entries, which are counted, and never the engine, which may be in the middle of a fill. Without it the error is the
     * caller's.
     */
    public StoreTap surviving() {
        survives = true;
        return this;
    }

    /** How many entries were lost because the store threw. */
    public long lost() {
        return lost;
    }

    private void keep(Seen seen) {
        try {
            run.keepLater(seen);
        } catch (RuntimeException e) {
            lose(e);
        }
    }

    private void keep(RunEntry entry) {
        keep(entry, 0);
    }

    private void keep(RunEntry entry, int bytes) {
        keepLater(new Seen.OfEntry(checkpoints, entry), bytes);
    }

    private void keepLater(Supplier<RunEntry> entry, int bytes) {
        try {
            run.keepLater(entry, bytes);
        } catch (RuntimeException e) {
            lose(e);
        }
    }

    private void lose(RuntimeException e) {
        if (!survives) {
            throw e;
        }
        lost++;
        if (lost == 1) {
            LOG.error("the store threw at what it was to keep; entries are lost, and counted from here on", e);
        }
    }

    @Override
    public void created(Order order) {
        figures.ordered(order.strategyId());
        checkpointIfDue(order.createdNanos());
        keep(Seen.OfOrder.now(checkpoints, number++, order, null, order.createdNanos(), order.createdNanos()));
    }

    @Override
    public void event(OrderEvent event) {
        checkpointIfDue(event.tsInit());
        keep(Seen.OfOrder.now(checkpoints, number++, event.order(), event, event.tsEvent(), event.tsInit()));
        if (event instanceof OrderEvent.Filled filled) {
            filled(filled.fill());
        }
    }

    private void filled(Fill fill) {
        figures.filled(fill.order().strategyId());
        keep(new Seen.OfFill(checkpoints, number++, fill));
        Ledger its = ledger;
        if (its == null) {
            return;
        }
        Order order = fill.order();
        Instrument i = fill.instrument();
        position(
                its.position(order.strategyId(), i, order.request().positionSide()),
                order.strategyId(),
                fill.tsEvent());
        // One of the time between goes from the account's share to the strategy's.
        externalOf(i.id(), fill.tsEvent());
        Currency paid = i.settlement();
        Currency bought = i.kind().isDerivative() ? paid : i.base();
        Currency fee = fill.feeCurrency();
        balance(its.balance(paid.code()), fill.tsEvent());
        if (!bought.equals(paid)) {
            balance(its.balance(bought.code()), fill.tsEvent());
        }
        if (!fee.equals(paid) && !fee.equals(bought)) {
            balance(its.balance(fee.code()), fill.tsEvent());
        }
    }

    private void position(PositionState position, String strategyId, long nowNanos) {
        keep(new Seen.OfPosition(
                checkpoints,
                number++,
                nowNanos,
                strategyId,
                position.instrument(),
                position.side(),
                position.rawQuantity(),
                position.averagePrice(),
                position.rawRealized()));
        if (strategyId.equals(Ledger.EXTERNAL)) {
            external.kept(position);
        }
    }

    private void balance(Balance balance, long nowNanos) {
        keep(new Seen.OfBalance(checkpoints, number++, nowNanos, balance));
    }

    @Override
    public void cashFlow(CashFlow flow) {
        keep(new RunEntry.Payment(
                number++,
                flow.tsEvent(),
                flow.kind().name(),
                flow.strategyId(),
                flow.instrument(),
                flow.currency(),
                flow.amount(),
                flow.why()));
        Ledger its = ledger;
        if (its != null) {
            balance(its.balance(flow.currency().code()), flow.tsEvent());
            received(flow, its);
        }
    }

    private void received(CashFlow flow, Ledger its) {
        long rawValue = flow.kind() == CashFlow.Kind.TRANSFER ? its.rawValue(flow.currency(), flow.rawAmount()) : 0;
        if (rawValue != Ledger.UNKNOWN) {
            figures.received(FixedPoint.toDouble(rawValue, its.reporting().scale()));
        }
    }

    @Override
    public void divided(PositionState position, long nowNanos) {
        position(position, position.strategyId(), nowNanos);
        externalOf(position.instrument().id(), nowNanos);
    }

    /** An audit changes the account's share, and says so. */
    @Override
    public void notice(AccountNotice notice) {
        InstrumentId instrument = notice.instrument();
        if (notice.kind() == AccountNotice.Kind.EXTERNAL_POSITION && instrument != null) {
            externalOf(instrument, notice.tsEvent());
        }
    }

    private void externalOf(InstrumentId instrument, long nowNanos) {
        Ledger its = ledger;
        if (its != null) {
            external(its, its.known(Ledger.EXTERNAL, instrument), nowNanos);
        }
    }

    @Override
    public void kept(String strategyId, String name, String text, long nowNanos) {
        checkpointIfDue(nowNanos);
        keep(
                new RunEntry.StrategyState(number++, nowNanos, strategyId, name, text),
                text.length() <= SHORT ? 0 : text.length());
    }

    @Override
    public void risk(RiskEvent event) {
        String guard = event instanceof RiskEvent.Tripped tripped
                ? tripped.guard().name()
                : event instanceof RiskEvent.ExitSent exit ? exit.guard().name() : "";
        keep(new RunEntry.RiskAct(
                number++,
                event.tsEvent(),
                event.strategyId(),
                event.getClass().getSimpleName(),
                guard,
                event.message()));
    }

    @Override
    public void strategy(String strategyId, StrategyState state, String why, long nowNanos) {
        keep(new RunEntry.StrategyState(
                number++, nowNanos, strategyId, STATE, state.name() + (why.isEmpty() ? "" : ": " + why)));
    }
}
