package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.Storage;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.storage.postgresql.PostgresStorage;
import io.ttquant.deploy.Dashboards.Panel;
import io.ttquant.examples.ExampleStrategies;
import io.ttquant.examples.Main;
import io.ttquant.examples.job.Arguments;
import io.ttquant.examples.job.BacktestJob;
import io.ttquant.storage.RealPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The panels of the dashboard Backtest on runs that were written as users write them: by the command, and by {@link
 * Backtest#keepIn}.
 */
class KeptRunFiguresTest {
    private static final String BY_COMMAND = "three days of january";
    private static final String CONTRACTS = "contracts";
    private static final BarSpec DAY = BarSpec.days(1);

    @TempDir
    static Path folder;

    private static RealPostgres server;
    private static String said = "";

    @BeforeAll
    static void keep() throws IOException {
        server = RealPostgres.start();
        server.freshDatabase("ttquant", server.port());
        server.execute("create role ttquant superuser login");
        said = byCommand(BY_COMMAND);
        try (Storage storage = storage()) {
            contracts().keepIn(storage, CONTRACTS).run();
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/ttquant";
    }

    private static Storage storage() {
        return new PostgresStorage()
                .open(Map.of(
                        "url",
                        url(),
                        "user",
                        "ttquant",
                        "spool",
                        folder.resolve("spool").toString()));
    }

    /** The bundled strategies on the sample, kept in the store of the deployed engine; only the server is another. */
    private static String byCommand(String name) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "not asked for here");
        Path engine = Files.writeString(
                folder.resolve("binance.toml"),
                Files.readString(Deployment.ROOT.resolve("engine/binance.toml"))
                        .replace("jdbc:postgresql://postgres:5432/ttquant", url())
                        .replace("/run/secrets/database_password", password.toString())
                        .replace("[store]", "[store]\nspool = \"" + folder.resolve("spool") + "\""));
        Arguments arguments = Arguments.parse(
                "--from",
                "2024-01-02",
                "--to",
                "2024-01-05",
                "--out",
                folder.resolve("report").toString(),
                "--keep",
                name,
                "--keep-in",
                engine.toString());
        ConfigText bundled = ConfigText.read(
                "strategies.toml", Objects.requireNonNull(Main.class.getResourceAsStream("strategies.toml")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BacktestJob(arguments, ExampleStrategies.catalogue(), bundled)
                .run(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * A linear swap that goes from 40,000 to 42,000 and an inverse one that goes from 50,000 to 40,000; both are bought
     * before and closed after.
     */
    private static Backtest contracts() {
        Currency btc = Currency.of("BTC");
        Instrument linear = Instrument.perpetual(InstrumentId.parse("okx:BTC-USDT-SWAP"), btc, Currency.of("USDT"))
                .multiplier(new BigDecimal("0.01"))
                .tick("0.1")
                .lot("1")
                .build();
        Instrument inverse = Instrument.inversePerpetual(
                        InstrumentId.parse("okx:BTC-USD-SWAP"), btc, Currency.of("USD"))
                .multiplier(new BigDecimal("100"))
                .tick("0.1")
                .lot("1")
                .build();
        return Backtest.of(List.of(bars(linear, 40_000, 42_000), bars(inverse, 50_000, 40_000)))
                .cash("10000 USDT")
                .cash("1 BTC")
                .strategy("both", inAndOut(Map.of(linear, "5", inverse, "10")));
    }

    private static EventSource bars(Instrument instrument, long before, long after) {
        BarColumns.Builder bars = BarColumns.builder(instrument, DAY);
        long start = EpochNanos.parse("2024-01-01T00:00:00Z");
        for (int i = 0; i < 4; i++) {
            long raw = (i < 2 ? before : after) * 10;
            bars.add(start + i * DAY.step(), start + (i + 1) * DAY.step(), raw, raw, raw, raw, 1_000_000);
        }
        return bars.build().source();
    }

    private static Strategy inAndOut(Map<Instrument, String> quantities) {
        return new Strategy() {
            private final Map<Instrument, Integer> seen = new HashMap<>();

            @Override
            protected void onStart(StrategyContext context) {
                quantities.keySet().forEach(instrument -> context.subscribeBars(instrument.id(), DAY));
            }

            @Override
            protected void onBar(Bar bar) {
                int day = seen.merge(bar.instrument(), 1, Integer::sum);
                if (day == 1) {
                    orders().buy(bar.instrument())
                            .quantity(quantities.get(bar.instrument()))
                            .market()
                            .submit();
                } else if (day == 2) {
                    orders().close(bar.instrument().id());
                }
            }
        };
    }

    private static List<String> rows(String run, String title, int target) {
        Panel panel = Dashboards.panels().stream()
                .filter(each -> each.isSql() && each.title().equals(title))
                .findFirst()
                .orElseThrow();
        return rows(panel.targets().get(target).text("rawSql"), run);
    }

    private static List<String> rows(String sql, String run) {
        return server.query("ttquant", sql.replace("$run", run).replace("$kind", "BACKTEST"));
    }

    @Test
    void everyPanelShowsABacktestOfTheCommand() throws IOException {
        assertThat(said).contains("Kept: " + BY_COMMAND + " in postgresql jdbc:postgresql://127.0.0.1:");
        Dashboards.panels().stream()
                .filter(panel -> panel.dashboard().equals("backtest"))
                .forEach(panel -> panel.targets()
                        .forEach(target -> assertThat(rows(target.text("rawSql"), BY_COMMAND))
                                .as("%s", panel)
                                .isNotEmpty()));
        int fills = Files.readAllLines(folder.resolve("report/fills.csv")).size() - 1;
        assertThat(rows(BY_COMMAND, "Performance summary", 0).stream()
                        .mapToInt(row -> Integer.parseInt(row.split("\\|")[2]))
                        .sum())
                .isEqualTo(fills)
                .isPositive();
        assertThat(rows(BY_COMMAND, "Performance summary", 0)).allMatch(row -> row.contains("|USDT|"));
        assertThat(rows(BY_COMMAND, "Runs", 0))
                .filteredOn(row -> row.startsWith(BY_COMMAND))
                .singleElement()
                .asString()
                .contains("|BACKTEST|2024-01-02 ")
                .contains("\"cash\":")
                .contains("events-1:");
        assertThat(rows("select ts_start from runs where run = '$run'", BY_COMMAND))
                .containsExactly("" + EpochNanos.parse("2024-01-02T00:00:00Z"));
    }

    @Test
    void theSameCommandAgainChangesNothing() throws IOException {
        String count = "select (select count(*) from fills where run = '$run'), (select count(*) from order_events"
                + " where run = '$run'), (select count(*) from equity where run = '$run')";
        List<String> before = rows(count, BY_COMMAND);

        assertThat(byCommand(BY_COMMAND)).contains("Kept: " + BY_COMMAND);

        assertThat(rows(count, BY_COMMAND)).isEqualTo(before);
    }

    @Test
    void contractsAreWorthTheirMultiplierAndCurrenciesStandApart() {
        assertThat(rows(CONTRACTS, "Performance summary", 0))
                .extracting(row -> row.substring(0, row.lastIndexOf('|', row.lastIndexOf('|') - 1)))
                .containsExactly("both|okx:BTC-USD-SWAP|2|1|1|0.045|BTC", "both|okx:BTC-USDT-SWAP|2|1|1|4100|USDT");
        assertThat(rows(CONTRACTS, "Trade volume", 0))
                .containsExactly("okx:BTC-USDT-SWAP, USDT|4100", "okx:BTC-USD-SWAP, BTC|0.045");
        assertThat(rows(CONTRACTS, "Profit and loss", 0))
                .extracting(row -> row.substring(row.indexOf('|') + 1))
                .contains("realised, BTC|-0.005", "realised, USDT|100")
                .doesNotContain("realised, USDT|99.995", "realised, BTC|99.995");
        assertThat(rows(CONTRACTS, "Trade history", 0))
                .hasSize(4)
                .allMatch(row -> row.matches(".*\\|(2000\\|USDT|2100\\|USDT|0\\.02\\|BTC|0\\.025\\|BTC)\\|.*"));
    }
}
