package io.ttquant.deploy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows of a run of two strategies, small enough to reckon by hand: {@code grid} buys 1 at 100, sells 0.5 at 110 and 0.5 at 90; {@code cross} buys 2 at 50 and
 * sells 2 at 60. Each fill costs a fee of 1. Others have closed a part of what they hold in two legs. As the first
 * version kept it: without the notional value of fills.
 */
final class SampleRun {
    static final String ID = "sample";
    static final long START_NANOS = 1_700_000_000_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;

    private final Connection connection;
    private long number;

    private SampleRun(Connection connection) {
        this.connection = connection;
    }

    static void write(Connection connection) throws SQLException {
        new SampleRun(connection).write();
    }

    private void write() throws SQLException {
        insert(
                "runs",
                "run",
                ID,
                "kind",
                "BACKTEST",
                "ts_start",
                START_NANOS,
                "parameters",
                "{}",
                "data_fingerprint",
                "f00");
        insert(
                "runs",
                "run",
                "other",
                "kind",
                "PAPER",
                "ts_start",
                START_NANOS - 1,
                "parameters",
                "{}",
                "data_fingerprint",
                "");
        equity("1000");
        fill("grid", "binance:BTCUSDT", "BUY", "100", "1", "1", "100", "0");
        equity("999");
        fill("grid", "binance:BTCUSDT", "SELL", "110", "0.5", "0.5", "100", "5");
        fill("cross", "binance:ETHUSDT", "BUY", "50", "2", "2", "50", "0");
        fill("grid", "binance:BTCUSDT", "SELL", "90", "0.5", "0", null, "0");
        fill("cross", "binance:ETHUSDT", "SELL", "60", "2", "0", null, "20");
        external("LONG", "3");
        external("SHORT", "-2");
        equity("1015");
        order("grid-9", "grid", "CANCELED", "0");
        entry("run_ends", Map.of());
        statistic("Sharpe ratio", 1.5);
        statistic("Trades", 3);
    }

    private void equity(String amount) throws SQLException {
        entry("equity", Map.of("currency", "USDT", "currency_scale", 2, "amount", amount));
    }

    private void fill(
            String strategy,
            String instrument,
            String side,
            String price,
            String quantity,
            String held,
            @org.jspecify.annotations.Nullable String average,
            String realized)
            throws SQLException {
        order(strategy + "-" + number, strategy, "FILLED", quantity);
        Map<String, Object> fill = new LinkedHashMap<>(Map.of(
                "client_id",
                strategy + "-" + number,
                "strategy",
                strategy,
                "instrument",
                instrument,
                "trade_id",
                number,
                "side",
                side,
                "price",
                price,
                "quantity",
                quantity,
                "fee",
                "1",
                "fee_currency",
                "USDT",
                "fee_scale",
                2));
        fill.putAll(Map.of("liquidity", "TAKER", "reason", "MARKET", "ts_init", START_NANOS + number * MINUTE));
        entry("fills", fill);
        Map<String, Object> position = new LinkedHashMap<>(Map.of(
                "strategy",
                strategy,
                "instrument",
                instrument,
                "side",
                "NET",
                "quantity",
                held,
                "realized",
                realized,
                "currency",
                "USDT",
                "currency_scale",
                2));
        if (average != null) {
            position.put("average_price", average);
        }
        entry("position_states", position);
    }

    /** A leg of what no strategy holds, closed in part by whoever holds it. */
    private void external(String side, String held) throws SQLException {
        entry(
                "position_states",
                Map.of(
                        "strategy",
                        "external",
                        "instrument",
                        "binance:BTCUSDT",
                        "side",
                        side,
                        "quantity",
                        held,
                        "average_price",
                        "100",
                        "realized",
                        "-7",
                        "currency",
                        "USDT",
                        "currency_scale",
                        2));
    }

    private void order(String id, String strategy, String status, String filled) throws SQLException {
        Map<String, Object> order = new LinkedHashMap<>(Map.of(
                "client_id",
                id,
                "strategy",
                strategy,
                "instrument",
                "binance:BTCUSDT",
                "side",
                "BUY",
                "order_type",
                "MARKET",
                "time_in_force",
                "IOC",
                "quantity",
                "1",
                "message",
                "",
                "ts_init",
                START_NANOS + number * MINUTE));
        order.putAll(Map.of("status", "ACCEPTED", "filled", "0", "event", "Accepted"));
        entry("order_events", order);
        order.putAll(Map.of("status", status, "filled", filled, "event", "Closed"));
        entry("order_events", order);
    }

    private void statistic(String name, double value) throws SQLException {
        insert("run_statistics", "run", ID, "number", number, "name", name, "value", value);
    }

    private void entry(String table, Map<String, Object> columns) throws SQLException {
        number++;
        Map<String, Object> all = new LinkedHashMap<>(columns);
        all.put("run", ID);
        all.put("number", number);
        all.put("ts_event", START_NANOS + number * MINUTE);
        insert(
                table,
                all.entrySet().stream()
                        .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                        .toArray());
    }

    private void insert(String table, Object... columns) throws SQLException {
        StringBuilder names = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < columns.length; i += 2) {
            names.append(i == 0 ? "" : ", ").append(columns[i]);
            values.append(i == 0 ? "" : ", ").append(isDecimal(columns[i]) ? "?::numeric" : "?");
        }
        try (PreparedStatement statement =
                connection.prepareStatement("insert into " + table + " (" + names + ") values (" + values + ")")) {
            for (int i = 1; i < columns.length; i += 2) {
                statement.setObject((i + 1) / 2, columns[i]);
            }
            statement.executeUpdate();
        }
    }

    private static boolean isDecimal(Object column) {
        return java.util.Set.of("price", "quantity", "filled", "fee", "amount", "realized", "average_price")
                .contains(column);
    }
}
