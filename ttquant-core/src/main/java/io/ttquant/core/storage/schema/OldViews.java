package io.ttquant.core.storage.schema;

import static io.ttquant.core.storage.schema.Views.column;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.util.List;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** The tables of the original TTQuant, as views of what there is now. Where it had whole volumes and doubles, these have the exact decimals. */
final class OldViews {
    private static final String T = "t";

    private final Dialect dialect;

    private OldViews(Dialect dialect) {
        this.dialect = dialect;
    }

    static List<View> of(Dialect dialect) {
        OldViews views = new OldViews(dialect);
        return List.of(
                new View("market_data", "The original's table of last prices: every trade.", views.marketData()),
                new View("klines", "The original's table of bars.", views.klines()),
                new View("orders", "The original's table of orders, as they stand now.", views.orders()),
                new View("trades", "The original's table of fills, with their fees.", views.trades()),
                new View(
                        "positions",
                        "The original's table of positions over time.",
                        views.positions("position_states", views.time())),
                new View("account_balance", "The original's table of balances over time.", views.balances()),
                new View("metrics", "The original's table of figures: the statistics of runs.", views.metrics()),
                new View(
                        "latest_positions",
                        "The original's view of positions as they stand now.",
                        views.positions("positions_now", text("time"))),
                new View("strategy_stats", "The original's view of what each strategy traded.", views.stats()));
    }

    private Select<?> marketData() {
        return dialect.sql()
                .select(
                        text("time"),
                        text("symbol"),
                        text("venue").as("exchange"),
                        text("price").as("last_price"),
                        text("quantity").as("volume"),
                        column(T, "ts_event", Long.class).as("exchange_time"),
                        column(T, "ts_init", Long.class).as("local_time"))
                .from(DSL.table(name("market_trades")).as(T));
    }

    private Select<?> klines() {
        return dialect.sql()
                .select(
                        text("time"),
                        text("symbol"),
                        text("venue").as("exchange"),
                        text("series").as("interval"),
                        text("open"),
                        text("high"),
                        text("low"),
                        text("close"),
                        text("volume"))
                .from(DSL.table(name("market_bars")).as(T));
    }

    private Select<?> orders() {
        return dialect.sql()
                .select(
                        text("time"),
                        text("client_id").as("order_id"),
                        text("strategy").as("strategy_id"),
                        text("instrument").as("symbol"),
                        text("side"),
                        text("price"),
                        text("quantity").as("volume"),
                        text("filled"),
                        text("status"),
                        column(T, "ts_event", Long.class).as("timestamp"),
                        text("run"))
                .from(DSL.table(name("orders_now")).as(T));
    }

    private Select<?> trades() {
        return dialect.sql()
                .select(
                        time(),
                        column(T, "trade_id", Long.class),
                        text("client_id").as("order_id"),
                        text("strategy").as("strategy_id"),
                        text("instrument").as("symbol"),
                        text("side"),
                        text("price"),
                        text("quantity").as("volume"),
                        text("fee").as("commission"),
                        text("fee_currency").as("commission_currency"),
                        inline("FILLED").as("status"),
                        inline(0).as("error_code"),
                        inline("").as("error_message"),
                        text("run"))
                .from(DSL.table(name("fills")).as(T));
    }

    private Select<?> positions(String of, Field<?> time) {
        return dialect.sql()
                .select(
                        time,
                        text("strategy").as("strategy_id"),
                        text("instrument").as("symbol"),
                        text("quantity").as("position"),
                        text("average_price").as("avg_price"),
                        text("realized").as("realized_pnl"),
                        text("run"))
                .from(DSL.table(name(of)).as(T));
    }

    private Select<?> balances() {
        return dialect.sql()
                .select(
                        time(),
                        inline("").as("strategy_id"),
                        text("currency"),
                        text("total").as("balance"),
                        text("locked").as("frozen"),
                        dialect.difference(text("total"), text("locked")).as("available"),
                        text("run"))
                .from(DSL.table(name("balance_states")).as(T));
    }

    private Select<?> metrics() {
        return dialect.sql()
                .select(
                        dialect.time(column("e", "ts_event", Long.class)).as("time"),
                        text("run").as("component"),
                        text("name").as("metric_name"),
                        column(T, "value", Double.class))
                .from(DSL.table(name("run_statistics")).as(T))
                .join(DSL.table(name("run_ends")).as("e"))
                .on(column("e", "run", String.class)
                        .eq(column(T, "run", String.class))
                        .and(column("e", "number", Long.class).eq(column(T, "number", Long.class))));
    }

    private Select<?> stats() {
        Field<String> side = column(T, "side", String.class);
        return dialect.sql()
                .select(
                        text("run"),
                        text("strategy").as("strategy_id"),
                        text("instrument").as("symbol"),
                        DSL.count().as("trades"),
                        DSL.sum(DSL.when(side.eq(inline("BUY")), inline(1)).otherwise(inline(0)))
                                .as("buys"),
                        DSL.sum(DSL.when(side.eq(inline("SELL")), inline(1)).otherwise(inline(0)))
                                .as("sells"),
                        dialect.time(DSL.max(column(T, "ts_event", Long.class))).as("last_trade"))
                .from(DSL.table(name("fills")).as(T))
                .groupBy(text("run"), text("strategy"), text("instrument"));
    }

    private Field<?> time() {
        return dialect.time(column(T, "ts_event", Long.class)).as("time");
    }

    private static Field<Object> text(String column) {
        return column(T, column, Object.class);
    }
}
