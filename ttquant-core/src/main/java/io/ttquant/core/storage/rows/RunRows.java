package io.ttquant.core.storage.rows;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.schema.RunTables;
import io.ttquant.core.storage.schema.Schema;
import io.ttquant.core.storage.schema.Table;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs and what they did as rows. */
public final class RunRows {
    private final Batch batch;
    private final String run;

    private RunRows(Batch batch, String run) {
        this.batch = batch;
        this.run = run;
    }

    /** A run. */
    public static void run(RunRecord run, Batch into) {
        new RowWriter(block(into, RunTables.RUNS))
                .text(run.id())
                .text(run.kind().name())
                .word(run.startNanos())
                .text(JsonTexts.write(run.parameters()))
                .text(run.dataFingerprint())
                .end();
    }

    /** What a run did. */
    public static void entry(String run, RunEntry entry, Batch into) {
        new RunRows(into, run).add(entry);
    }

    private void add(RunEntry entry) {
        if (entry instanceof RunEntry.OrderChange order) {
            order(order);
        } else if (entry instanceof RunEntry.Filled fill) {
            fill(fill);
        } else if (entry instanceof RunEntry.PositionAt position) {
            position(position);
        } else if (entry instanceof RunEntry.BalanceAt balance) {
            money(
                            RunTables.BALANCE_STATES,
                            balance,
                            balance.currency().code(),
                            balance.currency().scale())
                    .decimal(balance.total())
                    .decimal(balance.locked())
                    .end();
        } else if (entry instanceof RunEntry.EquityAt equity) {
            money(
                            RunTables.EQUITY,
                            equity,
                            equity.currency().code(),
                            equity.currency().scale())
                    .decimal(equity.amount())
                    .end();
        } else if (entry instanceof RunEntry.Payment payment) {
            payment(payment);
        } else {
            addText(entry);
        }
    }

    private void addText(RunEntry entry) {
        if (entry instanceof RunEntry.StrategyState state) {
            row(RunTables.STRATEGY_STATES, state)
                    .text(state.strategyId())
                    .text(state.key())
                    .text(state.value())
                    .end();
        } else if (entry instanceof RunEntry.RiskAct act) {
            row(RunTables.RISK_ACTS, act)
                    .text(act.strategyId())
                    .text(act.kind())
                    .text(act.guard())
                    .text(act.message())
                    .end();
        } else if (entry instanceof RunEntry.Ended ended) {
            end(ended);
        }
    }

    private void order(RunEntry.OrderChange order) {
        row(RunTables.ORDER_EVENTS, order)
                .word(order.tsInit())
                .text(order.clientId())
                .text(order.strategyId())
                .text(order.instrument().toString())
                .text(order.side().name())
                .text(order.type().name())
                .text(order.timeInForce().name())
                .text(order.status().name())
                .decimal(order.quantity())
                .decimal(order.filled())
                .decimal(order.price())
                .decimal(order.trigger())
                .text(order.event())
                .text(order.message())
                .end();
    }

    private void fill(RunEntry.Filled fill) {
        Currency notionalCurrency = fill.notionalCurrency();
        row(RunTables.FILLS, fill)
                .word(fill.tsInit())
                .text(fill.clientId())
                .text(fill.strategyId())
                .text(fill.instrument().toString())
                .word(fill.tradeId())
                .text(fill.side().name())
                .decimal(fill.price())
                .decimal(fill.quantity())
                .decimal(fill.fee())
                .text(fill.feeCurrency().code())
                .word(fill.feeCurrency().scale())
                .text(fill.liquidity().name())
                .text(fill.reason().name())
                .decimal(fill.notional())
                .text(notionalCurrency == null ? null : notionalCurrency.code())
                .word(notionalCurrency == null ? 0 : notionalCurrency.scale())
                .end();
    }

    private void position(RunEntry.PositionAt position) {
        row(RunTables.POSITION_STATES, position)
                .text(position.strategyId())
                .text(position.instrument().toString())
                .text(position.side().name())
                .decimal(position.quantity())
                .decimal(position.averagePrice())
                .decimal(position.realized())
                .text(position.currency().code())
                .word(position.currency().scale())
                .end();
    }

    private void payment(RunEntry.Payment payment) {
        row(RunTables.PAYMENTS, payment)
                .text(payment.kind())
                .text(payment.strategyId())
                .text(text(payment.instrument()))
                .text(payment.currency().code())
                .word(payment.currency().scale())
                .decimal(payment.amount())
                .text(payment.why())
                .end();
    }

    private void end(RunEntry.Ended ended) {
        row(RunTables.RUN_ENDS, ended).end();
        new TreeMap<>(ended.statistics())
                .forEach((name, value) -> new RowWriter(block(batch, RunTables.RUN_STATISTICS))
                        .text(run)
                        .word(ended.number())
                        .text(name)
                        .real(value)
                        .end());
    }

    private RowWriter money(Table table, RunEntry entry, String currency, int scale) {
        return row(table, entry).text(currency).word(scale);
    }

    private RowWriter row(Table table, RunEntry entry) {
        return new RowWriter(block(batch, table)).text(run).word(entry.number()).word(entry.tsEvent());
    }

    private static Block block(Batch batch, Table table) {
        return batch.block(Schema.CURRENT.indexOf(table));
    }

    private static @Nullable String text(@Nullable InstrumentId instrument) {
        return instrument == null ? null : instrument.toString();
    }
}
