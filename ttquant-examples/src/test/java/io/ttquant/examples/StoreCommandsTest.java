package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.storage.sqlite.SqliteStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Import, export, verify, compact and describe over stores. */
class StoreCommandsTest {
    private static final String BARS = """
            open_time,open,high,low,close,volume
            1735689600000,100.0,101.5,99.0,100.5,10.000
            1735689660000,100.5,102.0,100.5,101.0,3.125
            """;
    private static final String TRADES = """
            time,id,price,quantity,side,received
            1735689600000000001,7,100.10,0.500,buy,1735689600000500001
            1735689600000000001,8,100.10,0.500,buy,1735689600000500001
            1735689600000000002,9,100.09,1.250,sell,1735689600000500003
            1735689600000000003,10,100.11,0.001,,1735689600000500004
            """;

    @TempDir
    Path folder;

    private int status;

    private String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        status = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private String store(String kind) {
        return kind + ":" + folder.resolve("market." + kind);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "duckdb"})
    void barsOfAFileAreDescribedVerifiedCompactedAndExported(String kind) throws IOException {
        String bars = file("BTCUSDT-1m-2025-01.csv", BARS);

        assertThat(run("import", "--store", store(kind), bars)).contains("2 rows read, 2 new, 0 known already");
        assertThat(run("import", "--store", store(kind), bars)).contains("2 rows read, 0 new, 2 known already");
        assertThat(run("describe", "--store", store(kind)))
                .contains("bars", ":BTCUSDT", "1m", "2 rows", "2025-01-01T00:01:00Z to 2025-01-01T00:02:00Z");
        assertThat(run("verify", "--store", store(kind))).contains("nothing is wrong");
        assertThat(status).isZero();
        run("compact", "--store", store(kind));
        assertThat(status).isZero();
        String instrument = run("describe", "--store", store(kind)).replaceAll("(?s).*?(\\w+:BTCUSDT).*", "$1");
        String sheet = folder.resolve("bars.csv").toString();
        assertThat(run("export", "--store", store(kind), "--instrument", instrument, "--bars", "1m", sheet))
                .contains("2 rows");
        assertThat(Files.readString(Path.of(sheet)))
                .startsWith("time,open,high,low,close,volume,close_time,id,received\n"
                        + "1735689600000000000,100.0,101.5,99.0,100.5,10.000,1735689660000000000,0,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet"})
    void tradesGoOutAndInThroughASheetAndAreTheSame(String form) throws IOException {
        String sheet = folder.resolve("trades." + form).toString();
        run("import", "--store", store("sqlite"), "--instrument", "test:BTCUSDT", file("given.csv", TRADES));
        assertThat(status).isZero();

        run("export", "--store", store("sqlite"), "--instrument", "test:BTCUSDT", sheet);
        run("import", "--store", store("duckdb"), "--instrument", "test:BTCUSDT", sheet);
        assertThat(status).isZero();
        String again = folder.resolve("again.csv").toString();
        run("export", "--store", store("duckdb"), "--instrument", "test:BTCUSDT", again);

        assertThat(Files.readString(Path.of(again))).isEqualTo(TRADES);
    }

    @Test
    void aSheetIsAFileThatBacktestsReadToo() throws IOException {
        String given = file("given.csv", TRADES.replace(",,", ",buy,"));
        run("import", "--store", store("sqlite"), "--instrument", "test:BTCUSDT", given);
        String sheet = folder.resolve("BTCUSDT-trades.csv").toString();
        run("export", "--store", store("sqlite"), "--instrument", "test:BTCUSDT", sheet);

        assertThat(run("describe", sheet)).contains(": 4, 2025-01-01T00:00:00.000000001Z");
        assertThat(run("import", "--store", store("duckdb"), sheet)).contains("4 rows read, 4 new");
    }

    @Test
    void aSpanIsExportedAndACacheToo() throws IOException {
        run("import", "--store", store("sqlite"), "--instrument", "test:BTCUSDT", file("given.csv", TRADES));

        String cache = folder.resolve("btc.trades").toString();
        assertThat(run("export", "--store", store("sqlite"), "--instrument", "test:BTCUSDT", cache))
                .contains("4 rows");
        String sheet = folder.resolve("none.csv").toString();
        assertThat(run(
                        "export",
                        "--store",
                        store("sqlite"),
                        "--instrument",
                        "test:BTCUSDT",
                        "--from",
                        "2025-01-02",
                        sheet))
                .contains("0 rows");
    }

    @Test
    void whatIsWrongInAStoreIsToldAndByTheStatusToo() throws IOException {
        run(
                "import",
                "--store",
                store("duckdb"),
                "--instrument",
                "test:BTCUSDT",
                file("given.csv", TRADES.replace("1.250", "0.000")));

        assertThat(run("verify", "--store", store("duckdb")))
                .contains("trade_ticks: 1 rows have a price or a quantity that is not above zero")
                .contains("1 faults");
        assertThat(status).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compact | compact needs --store, such as --store sqlite:market.db",
                "import --store nothing | 'nothing' names no store",
                "import --store sqlite:x.db | import needs at least one file",
                "export --store sqlite:x.db | export needs --instrument and one file",
                "export --store sqlite:x.db --instrument test:X x.txt | must end in .csv, .parquet",
                "export --store sqlite:x.db --instrument test:X x.csv | the store has no trades of test:X",
                "import --store mongodb:x a.csv | mongodb",
                "describe --store sqlite:x.db --set colour=red | colour",
                "describe --store sqlite:y.db | y.db; look at its name (only import makes a store)",
                "verify --store sqlite:y.db | there is no file ",
                "compact --store duckdb:y.db | there is no file ",
                "export --store sqlite:y.db --instrument test:X y.csv | there is no file ",
                "export --store sqlite:x.db --kind books | --kind 'books' must be trades, quotes or bars",
                "compact --store sqlite:x.db --shrink | '--shrink' is no option",
            })
    void whatCannotBeDoneIsRefusedInASentence(String line, String sentence) {
        String there = folder.resolve("x.db").toString();
        new SqliteStorage().open(Map.of("file", there)).close();
        Path missing = folder.resolve("y.db");
        String[] args =
                line.replace("x.db", there).replace("y.db", missing.toString()).split(" ");

        assertThat(run(args)).contains(sentence);
        assertThat(status).isOne();
        assertThat(missing).doesNotExist();
    }

    @Test
    void aPasswordOnTheCommandLineIsRefusedWithoutBeingShownAndTheRemedyIsNamed() {
        assertThat(run("describe", "--store", "postgresql://localhost:1/none", "--set", "password=hunter2"))
                .contains("--set password is refused", "--set password_file=FILE", "~/.pgpass")
                .doesNotContain("hunter2");
        assertThat(status).isOne();
        assertThat(run(
                        "describe",
                        "--store",
                        "postgresql://localhost:1/none",
                        "--set",
                        "password_file=" + folder.resolve("none")))
                .contains("password_file of the storage postgresql cannot be read");
    }

    @Test
    void theHelpPageNamesEveryCommand() {
        assertThat(run("export", "--help")).contains("describe", "verify", "compact", "import", "export", "--set");
    }
}
