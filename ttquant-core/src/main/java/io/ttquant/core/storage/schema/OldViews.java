package io.ttquant.core.storage.schema;

import static io.ttquant.core.storage.schema.Views.column;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import java.util.List;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The tables of the original TTQuant, as views of what there is now: with all columns that it had, and some more behind
 * them. Where it had whole volumes and doubles, these have the exact decimals. A symbol is the venue's everywhere, with
 * the venue as {@code exchange}, so that tables join on it as they did.
 */
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
                new View(
                        "strategy_stats",
                        "The original's view of what each strategy traded: of whole runs, by symbol.",
                        views.stats()));
    }

    private Select<?> marketData() {
        return dialect.sql()
                .select(
                        text("time"),
                        text("symbol"),
                        text("venue").as("exchange"),
                        text("price").as("last_price"),
                        text("quantity").as("volume"),
                        dialect.time(column(T, "ts_event", Long.class)).as("exchange_time"),
                        dialect.time(column(T, "ts_init", Long.class)).as("local_time"))
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
                        symbol(),
                        text("side"),
                        text("price"),
                        text("quantity").as("volume"),
                        column(T, "ts_event", Long.class).as("timestamp"),
                        exchange(),
                        text("filled"),
                        text("status"),
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
                        symbol(),
                        text("side"),
                        text("price").as("filled_price"),
                        text("quantity").as("filled_volume"),
                        column(T, "ts_event", Long.class).as("trade_time"),
                        inline("FILLED").as("status"),
                        inline(0).as("error_code"),
                        inline("").as("error_message"),
                        exchange(),
                        text("fee").as("commission"),
                        text("fee_currency").as("commission_currency"),
                        text("notional"),
                        text("notional_currency"),
                        text("run"))
                .from(DSL.table(name("fills")).as(T));
    }

    private Select<?> positions(String of, Field<?> time) {
        return dialect.sql()
                .select(
                        time,
                        text("strategy").as("strategy_id"),
                        symbol(),
                        text("quantity").as("position"),
                        text("average_price").as("avg_price"),
                        // It depends on a price of which the store knows nothing at that time.
                        inline((String) null)
                                .cast(dialect.type(ColumnType.DECIMAL))
                                .as("unrealized_pnl"),
                        exchange(),
                        text("realized").as("realized_pnl"),
                        text("run"))
                .from(DSL.table(name(of)).as(T));
    }

    private Select<?> balances() {
        return dialect.sql()
                .select(
                        time(),
                        inline("").as("strategy_id"),
                        text("total").as("balance"),
                        text("locked").as("frozen"),
                        dialect.difference(text("total"), text("locked")).as("available"),
                        text("currency"),
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
        Field<Integer> isFilled = column(T, "is_filled", Integer.class);
        Field<String> side = column(T, "side", String.class);
        return dialect.sql()
                .select(
                        text("strategy").as("strategy_id"),
                        DSL.count().as("total_trades"),
                        DSL.sum(isFilled).as("filled_trades"),
                        DSL.sum(inline(1).minus(isFilled)).as("rejected_trades"),
                        DSL.avg(column(T, "price", Double.class).cast(SQLDataType.DOUBLE))
                                .as("avg_fill_price"),
                        symbol(),
                        exchange(),
                        DSL.sum(DSL.when(side.eq(inline("BUY")), isFilled).otherwise(inline(0)))
                                .as("buys"),
                        DSL.sum(DSL.when(side.eq(inline("SELL")), isFilled).otherwise(inline(0)))
                                .as("sells"),
                        dialect.time(DSL.max(column(T, "ts_filled", Long.class)))
                                .as("last_trade"),
                        text("run"))
                .from(fillsAndRejections().asTable(T))
                .groupBy(text("run"), text("strategy"), text("instrument"));
    }

    /** The original kept a refused order as a trade too. */
    private Select<?> fillsAndRejections() {
        Field<?>[] common = {field(name("run")), field(name("strategy")), field(name("instrument")), field(name("side"))
        };
        return dialect.sql()
                .select(common)
                .select(
                        inline(1).as("is_filled"),
                        field(name("price"), dialect.type(ColumnType.DECIMAL)),
                        field(name("ts_event"), Long.class).as("ts_filled"))
                .from(DSL.table(name("fills")))
                .unionAll(dialect.sql()
                        .select(common)
                        .select(
                                inline(0),
                                inline((String) null).cast(dialect.type(ColumnType.DECIMAL)),
                                inline((Long) null).cast(SQLDataType.BIGINT))
                        .from(DSL.table(name("orders_now")))
                        .where(field(name("status"), String.class).in(inline("REJECTED"), inline("DENIED"))));
    }

    /** An instrument is {@code venue:symbol}. */
    private static Field<String> symbol() {
        Field<String> instrument = column(T, "instrument", String.class);
        return DSL.substring(instrument, DSL.position(instrument, inline(":")).plus(inline(1)))
                .as("symbol");
    }

    private static Field<String> exchange() {
        Field<String> instrument = column(T, "instrument", String.class);
        return DSL.substring(
                        instrument,
                        inline(1),
                        DSL.position(instrument, inline(":")).minus(inline(1)))
                .as("exchange");
    }

    private Field<?> time() {
        return dialect.time(column(T, "ts_event", Long.class)).as("time");
    }

    private static Field<Object> text(String column) {
        return column(T, column, Object.class);
    }
}
