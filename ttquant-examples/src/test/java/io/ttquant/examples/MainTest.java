package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, as a user starts it. */
class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... args) {
        return Main.run(stream(out), stream(err), args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String report() {
        return folder.resolve("report").toString();
    }

    /** A file in the layout of Binance's archive: each minute falls by a half percent, then rises. */
    private Path klines(String name) throws IOException {
        StringBuilder text = new StringBuilder();
        long start = 1_704_067_200_000L;
        double price = 40_000;
        for (int i = 0; i < 600; i++) {
            double next = price * (i / 60 % 2 == 0 ? 0.9995 : 1.0006);
            text.append(String.format(
                    java.util.Locale.ROOT,
                    "%d,%.2f,%.2f,%.2f,%.2f,%d,%d,0,0,0,0,0%n",
                    start + i * 60_000L,
                    price,
                    Math.max(price, next) + 1,
                    Math.min(price, next) - 1,
                    next,
                    10 + i % 7,
                    start + i * 60_000L + 59_999));
            price = next;
        }
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void the_bundled_configuration_runs_on_any_data_and_says_where_the_report_is() throws IOException {
        int status = run("--data", klines("BTCUSDT-1m-2024-01.csv").toString(), "--out", report());

        assertThat(err()).isEmpty();
        assertThat(status).isZero();
        assertThat(out())
                .contains(
                        "600 1m bars of binance:BTCUSDT", "grid_btc", "ema_cross_eth", "momentum_sol", "Report: file:")
                .contains("note: ema_cross_eth runs on binance:BTCUSDT: the data holds no binance:ETHUSDT")
                .doesNotContain("made up", "note: grid_btc");
        assertThat(folder.resolve("report/report.html"))
                .content()
                .as("what the checks of the file found")
                .contains("1m bars of binance:BTCUSDT, 2024-01-01T00:00:00Z to");
        assertThat(Files.readString(folder.resolve("report/fills.csv"))).contains("grid_btc");
    }

    @Test
    void a_run_can_write_down_its_decisions() throws IOException {
        String file = klines("BTCUSDT-1m-2024-01.csv").toString();

        assertThat(run("--data", file, "--out", report(), "--decisions")).isZero();

        assertThat(out()).containsPattern("Decisions: file:.*decisions.log");
        assertThat(folder.resolve("report/decisions.log"))
                .content()
                .contains("  grid_btc  running\n", " filled ", ": price traded through the resting limit order");
    }

    private Path keeping(String store) throws IOException {
        return Files.writeString(
                folder.resolve("store.toml"),
                "[store]\n" + store + "\n\n[strategies.a]\ntype = \"grid\"\nsymbol = \"BTCUSDT\"\n");
    }

    @Test
    void a_run_is_kept_under_a_name_once_and_not_without_one() throws Exception {
        String file = klines("BTCUSDT-1m-2024-01.csv").toString();
        Path database = folder.resolve("kept.db");
        String in = keeping("file = \"" + database + "\"").toString();

        assertThat(run("--data", file, "--out", report())).isZero();
        assertThat(Files.list(folder)).noneMatch(each -> each.toString().endsWith(".db"));

        assertThat(run("--data", file, "--out", report(), "--keep", "mine", "--keep-in", in))
                .as(err())
                .isZero();
        assertThat(out()).contains("Kept: mine in sqlite " + database);
        String kept = counts(database);
        assertThat(kept).startsWith("1704067200000000000 ").doesNotContain(" 0");

        assertThat(run("--data", file, "--out", report(), "--keep", "mine", "--keep-in", in))
                .as(err())
                .isZero();
        assertThat(counts(database)).isEqualTo(kept);

        assertThat(run(
                        "--data",
                        file,
                        "--to",
                        "2024-01-01T05:00:00Z",
                        "--out",
                        report(),
                        "--keep",
                        "mine",
                        "--keep-in",
                        in))
                .isEqualTo(1);
        assertThat(err())
                .isEqualTo("the run mine is kept already, of other data and with other parameters: to; give this one"
                        + " another id" + System.lineSeparator());
        assertThat(counts(database)).isEqualTo(kept);
    }

    private static String counts(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select ts_start || ' ' || (select count(*) from fills) || ' ' || (select count(*) from"
                                + " order_events) || ' ' || (select count(*) from equity) || ' ' || (select count(*) from"
                                + " run_statistics) || ' ' || (select count(notional) from fills) from runs")) {
            found.next();
            return found.getString(1);
        }
    }

    @Test
    void a_store_that_cannot_keep_a_run_is_refused_before_it() throws IOException {
        String file = klines("BTCUSDT-1m-2024-01.csv").toString();

        assertThat(run(
                        "--data",
                        file,
                        "--out",
                        report(),
                        "--keep",
                        "mine",
                        "--keep-in",
                        keeping("provider = \"none\"").toString()))
                .isEqualTo(1);
        assertThat(run(
                        "--data",
                        file,
                        "--out",
                        report(),
                        "--keep",
                        "mine",
                        "--keep-in",
                        keeping("provider = \"orcale\"").toString()))
                .isEqualTo(1);
        assertThat(err())
                .contains("--keep needs a store, and [store] of store.toml says provider = \"none\"")
                .contains("[store] of store.toml cannot be used: ", "orcale")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("report/report.html")).doesNotExist();
    }

    @Test
    void without_data_a_sample_is_made_up_and_the_output_says_so() {
        // A day of it: the whole sample is what the README's first command shows.
        int status = run("--out", report(), "--from", "2024-01-02", "--to", "2024-01-03");

        assertThat(err()).isEmpty();
        assertThat(status).isZero();
        assertThat(out()).contains("generated sample of binance:BTCUSDT, binance:ETHUSDT, binance:SOLUSDT", "made up");
    }

    @Test
    void a_grid_whose_orders_take_time_has_a_worst_and_a_best_path() {
        // In one of these days the grid has more orders under way in one bar than the exact search can follow.
        assertThat(run("--out", report(), "--from", "2024-01-22", "--to", "2024-01-25"))
                .isZero();

        assertThat(folder.resolve("report/report.html"))
                .content()
                .containsPattern("\"Worst net profit\",\"value\":\"-?[0-9,]+\\.[0-9]+\"")
                .containsPattern("\"Best net profit\",\"value\":\"-?[0-9,]+\\.[0-9]+\"")
                .contains("outer bound: ", "what becomes of the orders; at most so many");
    }

    @Test
    void a_window_beside_the_data_is_refused_with_a_sentence() throws IOException {
        String file = klines("BTCUSDT-1m-2024-01.csv").toString();

        assertThat(run("--data", file, "--out", report(), "--from", "2030-01-01"))
                .isEqualTo(1);
        assertThat(run("--data", file, "--out", report(), "--to", "2020-01-01")).isEqualTo(1);
        assertThat(err())
                .contains("the streams end before its start at 2030-01-01T00:00:00Z")
                .contains("hold no event before 2020-01-01T00:00:00Z");
    }

    @Test
    void trades_are_data_too() throws IOException {
        StringBuilder text = new StringBuilder("id,price,qty,quote_qty,time,is_buyer_maker\n");
        for (int i = 0; i < 5_000; i++) {
            int price = 40_000 - 50 * (i / 100 % 20);
            text.append(i).append(',').append(price).append(",0.5,0,").append(1_704_067_200_000L + i * 1000L);
            text.append(i % 2 == 0 ? ",true\n" : ",false\n");
        }
        Path file = Files.writeString(folder.resolve("BTCUSDT-trades-2024-01-01.csv"), text);

        int status = run("--data", file.toString(), "--out", report());

        assertThat(err()).isEmpty();
        assertThat(status).isZero();
        assertThat(out()).contains("5000 trades of binance:BTCUSDT");
        assertThat(Files.readString(folder.resolve("report/fills.csv"))).contains("grid_btc");
    }

    @Test
    void recordings_are_data_too() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            long time = 1_704_067_200_000L + i * 5_000L;
            int bid = 40_000 - 50 * (i / 100 % 20);
            text.append(i + ",").append(bid + ",2,").append(bid + 1).append(",3," + time + "," + time + "\n");
        }
        Path file = Files.writeString(folder.resolve("BTCUSDT-bookTicker-2024-01-01.csv"), text);

        int status = run("--data", file.toString(), "--out", report());

        assertThat(err()).isEmpty();
        assertThat(status).isZero();
        assertThat(out()).contains("2000 messages of binance:BTCUSDT");
    }

    @Test
    void a_configuration_of_ones_own_keeps_to_its_instruments() throws IOException {
        Path config = Files.writeString(folder.resolve("mine.toml"), """
                [strategies.mine]
                type = "grid"
                symbol = "ETHUSDT"
                """);

        int status = run(
                "--config",
                config.toString(),
                "--data",
                klines("BTCUSDT-1m-2024-01.csv").toString());

        assertThat(status).isEqualTo(1);
        assertThat(err()).isEqualToNormalizingNewlines("""
                        strategy mine of mine.toml trades binance:ETHUSDT, but the data holds binance:BTCUSDT; \
                        add data of it, name another instrument, or set enabled = false
                        """);
    }

    @Test
    void a_run_that_could_pay_for_nothing_is_refused() throws IOException {
        Path config = Files.writeString(folder.resolve("mine.toml"), """
                [backtest]
                cash = ["10000 EUR"]

                [strategies.mine]
                type = "grid"
                symbol = "BTCUSDT"
                """);

        int status = run(
                "--config",
                config.toString(),
                "--data",
                klines("BTCUSDT-1m-2024-01.csv").toString());

        assertThat(status).isEqualTo(1);
        assertThat(err())
                .startsWith(
                        "strategy mine of mine.toml trades binance:BTCUSDT, which is paid for in USDT, but the run starts"
                                + " with [10000 EUR]; add a balance to cash in [backtest], for example \"10000 USDT\"");
    }

    @Test
    void the_bundled_configuration_pays_in_the_currency_of_the_data() throws IOException {
        int status = run("--data", klines("BITMEX-XBTUSD-1m-2024.csv").toString(), "--out", report());

        assertThat(status).isZero();
        assertThat(out()).contains("1m bars of bitmex:XBTUSD").doesNotContain("INSUFFICIENT_FUNDS");
        assertThat(Files.readString(folder.resolve("report/fills.csv"))).contains("grid_btc", "USD");
    }

    @Test
    void keys_that_do_nothing_yet_are_said_aloud() throws IOException {
        Path config = Files.writeString(folder.resolve("mine.toml"), """
                [global]
                log_trades = true

                [strategies.mine]
                type = "grid"
                symbol = "BTCUSDT"
                """);

        int status = run(
                "--config",
                config.toString(),
                "--data",
                klines("BTCUSDT-1m-2024-01.csv").toString(),
                "--out",
                report());

        assertThat(status).isZero();
        assertThat(out()).contains("warning: mine.toml:2:1: global.log_trades: not used");
    }

    @Test
    void paper_and_live_are_refused_honestly() throws IOException {
        Path config = Files.writeString(folder.resolve("mine.toml"), """
                [global]
                trading_mode = "live"

                [strategies.mine]
                type = "grid"
                symbol = "BTCUSDT"
                """);

        assertThat(run("--config", config.toString())).isEqualTo(1);
        assertThat(err())
                .startsWith("mine.toml asks for trading_mode live, and this job backtests;"
                        + " run io.ttquant.examples.StrategyEngine for that, or set trading_mode = \"backtest\"");
    }

    @Test
    void every_mistake_of_a_user_is_a_message_without_a_stack_trace() throws IOException {
        Path config = Files.writeString(folder.resolve("bad.toml"), "[strategies.a]\ntype = \"gird\"\n");

        assertThat(run("--nonsense")).isEqualTo(1);
        assertThat(run("--data", folder.resolve("absent.csv").toString())).isEqualTo(1);
        assertThat(run("--config", config.toString())).isEqualTo(1);
        assertThat(run("--config", folder.resolve("absent.toml").toString())).isEqualTo(1);

        assertThat(err())
                .contains("'--nonsense' is no option", "absent.csv", "unknown strategy type 'gird'", "does not exist")
                .doesNotContain("\tat ");
    }

    @Test
    void a_place_for_the_report_that_cannot_be_made_is_refused_before_the_run() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");

        assertThat(run("--out", file.resolve("report").toString())).isEqualTo(1);
        assertThat(err())
                .startsWith("--out " + file.resolve("report") + " cannot be made: ")
                .contains("name a directory that you may write to");
        assertThat(out()).isEmpty();
    }

    @Test
    void help_is_printed_and_nothing_is_run() {
        assertThat(run("--help")).isZero();
        assertThat(out()).startsWith("Backtests the strategies").doesNotContain("Report:");
    }
}
