package io.ttquant.core.storage.schema;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/**
 * What people look at: market data with decimals and times, orders and positions as they stand now, and the tables of the original TTQuant under their old names.
 * Later views may be made of earlier ones.
 */
public final class Views {
    private final Dialect dialect;

    private Views(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The views, in the order in which they can be made. */
    public static List<View> of(Dialect dialect) {
        Views views = new Views(dialect);
        List<View> all = new ArrayList<>();
        all.add(new View("market_trades", "Trades with decimals.", views.marketTrades()));
        all.add(new View("market_quotes", "Quotes with decimals.", views.marketQuotes()));
        all.add(new View("market_bars", "Bars with decimals.", views.marketBars()));
        all.add(new View("orders_now", "Orders as they stand now.", views.last(RunTables.ORDER_EVENTS, "client_id")));
        all.add(new View(
                "positions_now",
                "Positions as they stand now.",
                views.last(RunTables.POSITION_STATES, "strategy", "instrument", "side")));
        all.add(new View(
                "balances_now", "Balances as they stand now.", views.last(RunTables.BALANCE_STATES, "currency")));
        all.addAll(OldViews.of(dialect));
        return List.copyOf(all);
    }

    private Select<?> marketTrades() {
        return market(
                MarketTables.TRADE_TICKS,
                decimal("price", "price_scale"),
                decimal("quantity", "quantity_scale"),
                DSL.choose(column("t", "aggressor", Integer.class))
                        .when(1, "BUYER")
                        .when(2, "SELLER")
                        .otherwise("NONE")
                        .as("aggressor"));
    }

    private Select<?> marketQuotes() {
        return market(
                MarketTables.QUOTE_TICKS,
                decimal("bid", "price_scale"),
                decimal("bid_quantity", "quantity_scale"),
                decimal("ask", "price_scale"),
                decimal("ask_quantity", "quantity_scale"));
    }

    private Select<?> marketBars() {
        return market(
                MarketTables.BARS,
                column("t", "series", String.class),
                decimal("open", "price_scale"),
                decimal("high", "price_scale"),
                decimal("low", "price_scale"),
                decimal("close", "price_scale"),
                decimal("volume", "quantity_scale"));
    }

    private Select<?> market(Table table, SelectField<?>... more) {
        List<SelectField<?>> fields = new ArrayList<>(List.of(
                dialect.time(column("t", "ts_event", Long.class)).as("time"),
                column("i", "venue", String.class),
                column("i", "symbol", String.class)));
        fields.addAll(List.of(more));
        fields.addAll(List.of(
                column("t", "ts_event", Long.class),
                column("t", "number", Long.class),
                column("t", "ts_init", Long.class)));
        return dialect.sql()
                .select(fields)
                .from(DSL.table(name(table.name())).as("t"))
                .join(DSL.table(name(MarketTables.INSTRUMENTS.name())).as("i"))
                .on(column("i", "instrument_id", Long.class).eq(column("t", "instrument_id", Long.class)));
    }

    private Field<?> decimal(String raw, String scale) {
        return dialect.decimal(column("t", raw, Long.class), column("t", scale, Integer.class))
                .as(raw);
    }

    /** The rows of a table with the highest number for each run and each value of some columns. */
    private Select<Record> last(Table table, String... of) {
        List<String> key = new ArrayList<>(List.of("run"));
        key.addAll(List.of(of));
        List<Field<?>> keys = new ArrayList<>();
        Condition isLast = column("t", "number", Long.class).eq(column("l", "number", Long.class));
        for (String same : key) {
            keys.add(field(name(same), String.class));
            isLast = isLast.and(column("t", same, String.class).eq(column("l", same, String.class)));
        }
        List<SelectField<?>> newest = new ArrayList<>(keys);
        newest.add(DSL.max(field(name("number"), Long.class)).as("number"));
        List<SelectField<?>> fields = new ArrayList<>(
                List.of(dialect.time(column("t", "ts_event", Long.class)).as("time")));
        table.columns().forEach(shown -> fields.add(column("t", shown.name(), Object.class)));
        // Not a question for each row: there is no index for it, so that each would read the whole run.
        return dialect.sql()
                .select(fields)
                .from(DSL.table(name(table.name())).as("t"))
                .join(dialect.sql()
                        .select(newest)
                        .from(DSL.table(name(table.name())))
                        .groupBy(keys)
                        .asTable("l"))
                .on(isLast);
    }

    static <T> Field<T> column(String alias, String column, Class<T> type) {
        return field(name(alias, column), type);
    }
}
