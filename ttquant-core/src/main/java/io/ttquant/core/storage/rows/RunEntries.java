package io.ttquant.core.storage.rows;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.schema.RunTables;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of runs as records. */
public final class RunEntries {
    private RunEntries() {}

    /** The run of a row. */
    public static RunRecord run(Block block, int row) {
        RowReader in = new RowReader(block, row);
        return new RunRecord(in.text(), RunKind.valueOf(in.text()), in.word(), JsonTexts.map(in.text()), in.text());
    }

    /**
     * The entry of a row of one of the {@link RunTables#ENTRIES}.
     *
     * @param statistics those of the run's ends, by the number of the entry
     */
    public static RunEntry entry(Block block, int row, Map<Long, Map<String, Double>> statistics) {
        RowReader in = new RowReader(block, row);
        in.text();
        long number = in.word();
        long time = in.word();
        return switch (block.table().name()) {
            case "order_events" -> order(in, number, time);
            case "fills" -> fill(in, number, time);
            case "position_states" -> position(in, number, time);
            case "balance_states" -> new RunEntry.BalanceAt(number, time, currency(in), in.decimal(), in.decimal());
            case "equity" -> new RunEntry.EquityAt(number, time, currency(in), in.decimal());
            case "payments" -> payment(in, number, time);
            case "strategy_states" -> new RunEntry.StrategyState(number, time, in.text(), in.text(), in.text());
            case "risk_acts" -> new RunEntry.RiskAct(number, time, in.text(), in.text(), in.text(), in.text());
            case "run_ends" -> new RunEntry.Ended(number, time, statistics.getOrDefault(number, Map.of()));
            default -> throw new IllegalArgumentException("table " + block.table() + " holds no entries of runs");
        };
    }

    private static RunEntry order(RowReader in, long number, long time) {
        return new RunEntry.OrderChange(
                number,
                time,
                in.word(),
                in.text(),
                in.text(),
                InstrumentId.parse(in.text()),
                Side.valueOf(in.text()),
                OrderType.valueOf(in.text()),
                TimeInForce.valueOf(in.text()),
                OrderStatus.valueOf(in.text()),
                in.decimal(),
                in.decimal(),
                in.decimalOrNull(),
                in.decimalOrNull(),
                in.text(),
                in.text());
    }

    private static RunEntry fill(RowReader in, long number, long time) {
        return new RunEntry.Filled(
                number,
                time,
                in.word(),
                in.text(),
                in.text(),
                InstrumentId.parse(in.text()),
                in.word(),
                Side.valueOf(in.text()),
                in.decimal(),
                in.decimal(),
                in.decimal(),
                currency(in),
                LiquiditySide.valueOf(in.text()),
                FillReason.valueOf(in.text()),
                in.decimalOrNull(),
                currencyOrNull(in));
    }

    private static RunEntry position(RowReader in, long number, long time) {
        return new RunEntry.PositionAt(
                number,
                time,
                in.text(),
                InstrumentId.parse(in.text()),
                PositionSide.valueOf(in.text()),
                in.decimal(),
                in.decimalOrNull(),
                in.decimal(),
                currency(in));
    }

    private static RunEntry payment(RowReader in, long number, long time) {
        return new RunEntry.Payment(
                number, time, in.text(), in.text(), instrument(in.textOrNull()), currency(in), in.decimal(), in.text());
    }

    private static Currency currency(RowReader in) {
        return Currency.of(in.text(), in.small());
    }

    private static @Nullable Currency currencyOrNull(RowReader in) {
        String code = in.textOrNull();
        int scale = in.small();
        return code == null ? null : Currency.of(code, scale);
    }

    private static @Nullable InstrumentId instrument(@Nullable String text) {
        return text == null ? null : InstrumentId.parse(text);
    }
}
