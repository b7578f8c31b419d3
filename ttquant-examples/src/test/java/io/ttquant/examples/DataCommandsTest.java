package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.backtest.data.ArchiveFiles;
import io.ttquant.backtest.data.SampleMarket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about files of market data, as a user types them. */
class DataCommandsTest {
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
        return out.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void describe_says_what_each_file_holds() throws IOException {
        ArchiveFiles.writeKlines(
                SampleMarket.bitcoin().withDays(1).bars(), folder.resolve("BTCUSDT-1m-2024-01-01.zip"));
        write("BTCUSDT-fundingRate-2024-01.csv", """
                calc_time,funding_interval_hours,last_funding_rate
                1704067200000,8,0.0001
                1704096000000,8,-0.0002
                1704153600000,8,0.0001
                """);
        write("BTCUSDT-bookTicker-2024-01-01.csv", """
                update_id,best_bid_price,best_bid_qty,best_ask_price,best_ask_qty,transaction_time,event_time
                1,42000.1,2,42000.2,3,1704067200000,1704067200001
                2,42000.3,2,42000.2,3,1704067200010,1704067200011
                """);

        assertThat(run("describe", folder.toString())).isZero();
        assertThat(err()).isEmpty();
        assertThat(out()).isEqualTo("""
                BTCUSDT-1m-2024-01-01.zip
                """ + describedBars() + """

                BTCUSDT-bookTicker-2024-01-01.csv
                  Binance bookTicker archive, 3 rows, 2024-01-01T00:00:00Z to 2024-01-01T00:00:00.010Z
                  2 quotes
                  messages about binance:BTCUSDT: 2, 2024-01-01T00:00:00Z to 2024-01-01T00:00:00.010Z
                    warning: crossed quotes: 1 (bid at or above ask)
                    messages: 2 quotes
                    none: disorder, numbers out of range, gaps in trade numbers, repeated trades

                BTCUSDT-fundingRate-2024-01.csv
                  funding archive, funding rates of file:BTCUSDT: 3, 2024-01-01T00:00:00Z to 2024-01-02T00:00:00Z
                    warning: gaps: 1 (1 settlements missing, longest 1 after 2024-01-01T08:00:00Z)
                    note: irregular steps: 1 (not 8 h to the nanosecond, as stamps late by milliseconds make them)
                    rates: from -0.0002 to 0.0001, mean 0.0000000, every 8 h

                3 files: all can be used, 3 warnings, 1 notes
                """);
    }

    /** The lines about the sample, whose moves are not this test's business. */
    private String describedBars() {
        String text = out();
        int from = text.indexOf("  Binance klines, 1m bars of binance:BTCUSDT: ");
        assertThat(from).isPositive();
        return text.substring(from, text.indexOf("\n\n", from) + 1);
    }

    @Test
    void verify_ends_with_a_status_that_a_script_can_use() throws IOException {
        write(
                "BTCUSDT-1m-2024-01-01.csv",
                "time,open,high,low,close,volume\n" + "1704067200000,1,2,1,1.5,3\n1704067260000,1,2,1,1.5,3\n");
        assertThat(run("verify", folder.toString())).isZero();
        assertThat(out()).isEqualTo("""
                ok       BTCUSDT-1m-2024-01-01.csv
                1 file: all can be used, 0 warnings, 0 notes
                """);

        out.reset();
        write(
                "ETHUSDT-1m-2024-01-01.csv",
                "time,open,high,low,close,volume\n" + "1704067200000,1,2,1,1.5,3\n1704067260000,1,2,3,1.5,3\n");
        assertThat(run("verify", folder.toString())).isEqualTo(1);
        assertThat(out()).startsWith("""
                ok       BTCUSDT-1m-2024-01-01.csv
                REFUSED  ETHUSDT-1m-2024-01-01.csv
                    line 3: the bar stamped 2024-01-01T00:01:00Z with open 1.0, high 2.0, low 3.0, close 1.5, volume 3 has a high below its low; remove""");
    }

    @Test
    void strictly_a_warning_is_enough() throws IOException {
        write(
                "BTCUSDT-1m-2024-01-01.csv",
                "time,open,high,low,close,volume\n" + "1704067200000,1,2,1,1,3\n1704067260000,1,2,1,2,3\n");

        assertThat(run("verify", folder.toString())).isZero();
        assertThat(run("verify", "--strict", folder.toString())).isEqualTo(1);
        assertThat(out()).contains("warning: outliers: 1 (largest move 100.00 % at 2024-01-01T00:01:00Z)");
    }

    @Test
    void what_is_not_understood_is_said_in_a_sentence() {
        assertThat(run("describe")).isEqualTo(1);
        assertThat(run("describe", "--strict", "data")).isEqualTo(1);
        assertThat(run("verify", "--fast", "data")).isEqualTo(1);
        assertThat(run("verify", folder.resolve("nothing").toString())).isEqualTo(1);
        assertThat(err())
                .contains(
                        "describe needs at least one file, directory or glob, such as describe data/BTCUSDT-1m-2025-*.zip")
                .contains("describe knows no --strict; write verify --strict")
                .contains("'--fast' is no option; describe --help lists them")
                .contains("nothing: does not exist");
        assertThat(run("verify", "--help")).isZero();
        assertThat(out()).contains("Looks at files of market data");
    }
}
