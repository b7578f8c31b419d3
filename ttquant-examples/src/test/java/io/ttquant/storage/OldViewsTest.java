package io.ttquant.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
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
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.storage.duckdb.DuckStorage;
import io.ttquant.core.storage.postgresql.PostgresStorage;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables and views of the original TTQuant have its columns in every store, and say the same there. */
class OldViewsTest {
    private static final long T = 1_704_067_200_000_000_000L;
    private static final Instrument BTC = Instrument.spot("binance:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.001")
            .build();
    /** Those of the original first, then ours. */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("market_data", "time symbol exchange last_price volume exchange_time local_time");
        COLUMNS.put("klines", "time symbol exchange interval open high low close volume");
        COLUMNS.put(
                "orders",
                "time order_id strategy_id symbol side price volume timestamp" + " exchange filled status run");
        COLUMNS.put(
                "trades",
                "time trade_id order_id strategy_id symbol side filled_price filled_volume trade_time status error_code"
                        + " error_message"
                        + " exchange commission commission_currency notional notional_currency run");
        COLUMNS.put(
                "positions",
                "time strategy_id symbol position avg_price unrealized_pnl" + " exchange realized_pnl run");
        COLUMNS.put("account_balance", "time strategy_id balance frozen available" + " currency run");
        COLUMNS.put("metrics", "time component metric_name value");
        COLUMNS.put("latest_positions", COLUMNS.get("positions"));
        COLUMNS.put(
                "strategy_stats",
                "strategy_id total_trades filled_trades rejected_trades avg_fill_price"
                        + " symbol exchange buys sells last_trade run");
    }

    @TempDir
    Path folder;

    @Test
    void inSqlite() throws SQLException {
        String file = folder.resolve("t.db").toString();
        write(new SqliteStorage().open(Map.of("file", file)));
        check("jdbc:sqlite:" + file);
    }

    @Test
    void inDuckDb() throws SQLException {
        String file = folder.resolve("t.duckdb").toString();
        write(new DuckStorage().open(Map.of("file", file)));
        check("jdbc:duckdb:" + file);
    }

    @Test
    void inPostgres() throws SQLException {
        try (RealPostgres server = RealPostgres.start()) {
            write(new PostgresStorage()
                    .open(Map.of(
                            "url",
                            server.url(),
                            "user",
                            "tt",
                            "spool",
                            folder.resolve("spool").toString())));
            check(server.url());
        }
    }

    private static void write(Storage storage) {
        try (storage) {
            storage.market().trade(new Trade(BTC, T, T + 5_000, 40_000_00, 250, AggressorSide.BUYER), 1);
            storage.market()
                    .bar(
                            new Bar(
                                    BTC,
                                    BarSpec.minutes(1),
                                    T - 60_000_000_000L,
                                    T,
                                    T,
                                    39_000_00,
                                    40_000_00,
                                    39_000_00,
                                    40_000_00,
                                    1_500),
                            1);
            RunWriter run = storage.run(new RunRecord("r", RunKind.LIVE, T, Map.of(), ""));
            Currency usdt = Currency.of("USDT");
            run.keep(order(0, "c1", OrderStatus.FILLED));
            run.keep(fill(1, 7, Side.BUY, "40000", new BigDecimal("40")));
            run.keep(fill(2, 8, Side.SELL, "41000", null));
            run.keep(order(3, "c2", OrderStatus.REJECTED));
            run.keep(new RunEntry.PositionAt(
                    4,
                    T,
                    "s",
                    BTC.id(),
                    PositionSide.NET,
                    new BigDecimal("0.5"),
                    new BigDecimal("40000"),
                    BigDecimal.ONE,
                    usdt));
            run.keep(new RunEntry.BalanceAt(5, T, usdt, BigDecimal.TEN, BigDecimal.ONE));
            run.keep(new RunEntry.Ended(6, T, Map.of("sharpe", 1.5)));
            assertThat(storage.flush(Duration.ofMinutes(1))).isTrue();
        }
    }

    private static RunEntry order(long number, String id, OrderStatus status) {
        return new RunEntry.OrderChange(
                number,
                T,
                T,
                id,
                "s",
                BTC.id(),
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.GTC,
                status,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.TEN,
                null,
                "Event",
                "");
    }

    private static RunEntry fill(long number, long tradeId, Side side, String price, @Nullable BigDecimal notional) {
        Currency usdt = Currency.of("USDT");
        return new RunEntry.Filled(
                number,
                T + number * 1_000_000,
                T,
                "c1",
                "s",
                BTC.id(),
                tradeId,
                side,
                new BigDecimal(price),
                new BigDecimal("0.001"),
                new BigDecimal("0.1"),
                usdt,
                LiquiditySide.TAKER,
                FillReason.EXCHANGE,
                notional,
                notional == null ? null : usdt);
    }

    private static void check(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> view : COLUMNS.entrySet()) {
                try (ResultSet found = statement.executeQuery("select * from " + view.getKey())) {
                    List<String> names = new ArrayList<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        names.add(found.getMetaData().getColumnName(i));
                    }
                    assertThat(String.join(" ", names)).as(view.getKey()).isEqualTo(view.getValue());
                    assertThat(found.next()).as("%s has rows", view.getKey()).isTrue();
                }
            }
            String joined = " join market_data m on m.symbol = x.symbol and m.exchange = x.exchange";
            for (String view :
                    List.of("klines", "orders", "trades", "positions", "latest_positions", "strategy_stats")) {
                assertThat(one(statement, "select m.symbol from " + view + " x" + joined))
                        .as("%s has the symbol of market_data", view)
                        .isEqualTo("BTCUSDT");
            }
            assertThat(one(statement, "select exchange from trades")).isEqualTo("binance");
            assertThat(one(statement, "select trade_time from trades where trade_id = 7"))
                    .isEqualTo("" + (T + 1_000_000));
            assertThat(one(statement, "select unrealized_pnl from positions")).isNull();
            assertThat(one(statement, "select notional from trades where trade_id = 7"))
                    .isEqualTo("40");
            assertThat(one(statement, "select notional from trades where trade_id = 8"))
                    .isNull();
            assertThat(one(
                            statement,
                            "select total_trades || ' ' || filled_trades || ' ' || rejected_trades || ' ' || buys"
                                    + " || ' ' || sells from strategy_stats"))
                    .isEqualTo("3 2 1 1 1");
            assertThat(Double.parseDouble(one(statement, "select avg_fill_price from strategy_stats")))
                    .isEqualTo(40_500);
            assertThat(one(statement, "select exchange_time from market_data"))
                    .as("a time, as the original had it, and no number")
                    .startsWith("20");
        }
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            assertThat(found.next()).as(sql).isTrue();
            return found.getString(1);
        }
    }
}
