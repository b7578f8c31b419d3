package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.LoadedData;
import io.ttquant.backtest.data.recording.Recordings;
import io.ttquant.core.config.ConfigText;
import io.ttquant.core.provider.Providers;
import io.ttquant.examples.ExampleStrategies;
import io.ttquant.examples.job.Arguments;
import io.ttquant.examples.job.BacktestJob;
import io.ttquant.examples.store.StoreJob;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.LocalVenue;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.emulator.exchange.Candle;
import io.ttquant.exchanges.emulator.exchange.OrderFlow;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.SelfTradePrevention;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.run.RunRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The recorder and the downloader at the local exchange, over real sockets, and a backtest on what they wrote. */
class LocalDataTest {
    private static final long MINUTE = 60 * EpochNanos.SECOND;
    private static final int PAST = 2_500;
    private static final int TRADES = 350;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private LocalExchange local;

    @BeforeEach
    void open() {
        local = LocalExchange.start(
                EnumSet.allOf(VenueKind.class), LocalMarkets.busy(5), LocalAccount.standard(), Map.of());
    }

    @AfterEach
    void close() {
        local.close();
    }

    private static String symbol(VenueKind kind) {
        return kind == VenueKind.OKX ? "BTC-USDT-SWAP" : "BTCUSDT";
    }

    private String configuration(VenueKind kind) throws IOException {
        LocalVenue venue = local.venue(kind);
        String text = "[global]\ntrading_mode = \"backtest\"\n[exchange." + kind.id()
                + "]\nenvironment = \"local\"\nrest = \""
                + venue.http() + "\"\nsocket = \"" + venue.ws()
                + "\"\n[strategies.grid]\ntype = \"grid\"\ninstrument = \"" + kind.id() + ":" + symbol(kind)
                + "\"\ntimeframe = \"1s\"\nprice_range_percent = 0.2\n";
        return Files.writeString(folder.resolve("run.toml"), text).toString();
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(VenueKind.class)
    void whatIsRecordedIsReplayedByABacktest(VenueKind kind) throws IOException {
        Path data = folder.resolve("data");
        String config = configuration(kind);
        int status = new RecordJob(ExampleStrategies.catalogue(), Providers.exchanges())
                .run(
                        out,
                        stop -> {},
                        "--exchange",
                        kind.id(),
                        "--instruments",
                        symbol(kind),
                        "--config",
                        config,
                        "--out",
                        data.toString(),
                        "--for",
                        "20s");
        assertThat(status).as(text()).isZero();
        LoadedData read = Recordings.of(data).load();
        assertThat(read.instruments()).hasSize(1);
        Map<String, Long> kinds = Recordings.of(data).inspect().files().stream()
                .flatMap(file -> file.kinds().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
        assertThat(kinds.keySet()).as(text()).contains("trades", "quotes", "book snapshots", "book changes");
        if (kind != VenueKind.BINANCE) {
            assertThat(kinds.keySet()).as(text()).contains("funding rates", "mark prices");
        }
        BooksSeen seen = new BooksSeen(read.instruments().get(0));
        Backtest.of(read.sources()).cash("1000 USDT").strategy("books", seen).run();
        assertThat(seen.count).as("books that are served").isGreaterThan(10);
        new BacktestJob(
                        Arguments.parse(
                                "--config",
                                config,
                                "--data",
                                data.toString(),
                                "--out",
                                folder.resolve("report").toString()),
                        ExampleStrategies.catalogue(),
                        ConfigText.read(Path.of(config)))
                .run(out);
        assertThat(text()).contains("report");
    }

    @ParameterizedTest
    @EnumSource(VenueKind.class)
    void whatIsRecordedIntoAStoreIsThere(VenueKind kind) throws IOException, SQLException {
        Path file = folder.resolve("market.db");
        int status = new RecordJob(ExampleStrategies.catalogue(), Providers.exchanges())
                .run(
                        out,
                        stop -> {},
                        "--exchange",
                        kind.id(),
                        "--instruments",
                        symbol(kind),
                        "--config",
                        configuration(kind),
                        "--store",
                        "sqlite:" + file,
                        "--books-every",
                        "2s",
                        "--for",
                        "12s");
        assertThat(status).as(text()).isZero();
        assertThat(text()).contains("writing to the store sqlite:").contains(" rows given to the store ");
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(number(store, "select count(*) from trade_ticks"))
                    .as(text())
                    .isPositive();
            assertThat(number(store, "select count(*) from quote_ticks"))
                    .as(text())
                    .isPositive();
            assertThat(number(store, "select count(*) from books")).as(text()).isBetween(2L, 8L);
            assertThat(number(store, "select count(*) from funding_rates") > 0)
                    .as(text())
                    .isEqualTo(kind != VenueKind.BINANCE);
        }
        assertThat(StoreJob.parse("verify", "--store", "sqlite:" + file).run(out))
                .as(text())
                .isZero();
    }

    private static long number(Connection store, String question) throws SQLException {
        try (Statement statement = store.createStatement();
                ResultSet found = statement.executeQuery(question)) {
            found.next();
            return found.getLong(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--out here --store sqlite:x.db | keep one of them",
                "--books-every 2s | add --store",
                "--set user=me | add --store",
                "--store sqlite | names no store",
                "--store sqlite:x.db --set user | must be NAME=VALUE",
                "--store mysql:x | cannot be used",
                "--store postgresql://me:s3cret@localhost/ttquant | cannot be used"
            })
    void aPlaceThatCannotBeUsedIsRefusedBeforeAnythingConnects(String options, String words) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "--exchange", "binance", "--instruments", "BTCUSDT", "--config", configuration(VenueKind.BINANCE)));
        all.addAll(List.of(
                options.replace("x.db", folder.resolve("x.db").toString()).split(" ")));
        RecordJob job = new RecordJob(ExampleStrategies.catalogue(), Providers.exchanges());
        assertThatThrownBy(() -> job.run(out, stop -> {}, all.toArray(String[]::new)))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("s3cret");
        assertThat(text()).doesNotContain("connecting");
    }

    private static final class BooksSeen extends Strategy {
        private final Instrument instrument;
        int count;

        BooksSeen(Instrument instrument) {
            this.instrument = instrument;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBook(instrument.id());
        }

        @Override
        protected void onBook(OrderBook book) {
            count++;
            assertThat(book.rawBid(0)).isLessThan(book.rawAsk(0));
        }
    }

    private void past(VenueKind kind, int minutes) {
        LocalVenue venue = local.venue(kind);
        venue.tell(exchange -> {
            long last = Math.floorDiv(exchange.now(), MINUTE) * MINUTE - MINUTE;
            for (int i = 0; i < minutes; i++) {
                BigDecimal price = BigDecimal.valueOf(60_000L + i % 7);
                exchange.operator()
                        .history(
                                symbol(kind),
                                new Candle(
                                        last - i * MINUTE,
                                        price,
                                        price,
                                        price,
                                        price,
                                        BigDecimal.ONE,
                                        price,
                                        1,
                                        BigDecimal.ZERO,
                                        BigDecimal.ZERO));
            }
        });
    }

    private int download(VenueKind kind, Path data, String back) throws IOException {
        return new DownloadJob(ExampleStrategies.catalogue(), Providers.exchanges())
                .run(
                        out,
                        stop -> {},
                        "--exchange",
                        kind.id(),
                        "--instruments",
                        symbol(kind),
                        "--config",
                        configuration(kind),
                        "--out",
                        data.toString(),
                        "--back",
                        back);
    }

    @ParameterizedTest
    @EnumSource(VenueKind.class)
    void historyIsPagedAndASecondDownloadGoesOnWhereTheFirstEnded(VenueKind kind) throws IOException {
        past(kind, PAST);
        Path data = folder.resolve("history");
        assertThat(download(kind, data, "40h")).as(text()).isZero();
        BarColumns bars = one(data);
        assertThat(bars.size()).as(text()).isEqualTo(2_400);
        for (int i = 1; i < bars.size(); i++) {
            assertThat(bars.tsOpen(i)).isEqualTo(bars.tsClose(i - 1));
        }

        long end = bars.tsClose(bars.size() - 1);
        assertThat(download(kind, data, "40h")).as(text()).isZero();
        BarColumns again = one(data);
        assertThat(text()).contains(symbol(kind) + ": there are bars up to " + EpochNanos.format(end));
        assertThat(again.tsOpen(0)).isEqualTo(bars.tsOpen(0));
        assertThat(again.size()).isBetween(2_400, 2_403);
    }

    @ParameterizedTest
    @EnumSource(VenueKind.class)
    void pastTradesArePagedAndAreThoseOfTheExchange(VenueKind kind) throws Exception {
        LocalVenue venue = local.venue(kind);
        String quantity = kind == VenueKind.BINANCE_USDM ? "0.001" : kind == VenueKind.OKX ? "0.02" : "0.0002";
        int made = venue.ask(exchange -> {
            for (int i = 0; i < TRADES; i++) {
                Side side = i % 2 == 0 ? Side.BUY : Side.SELL;
                exchange.trading()
                        .submit(
                                OrderFlow.ACCOUNT,
                                OrderRequest.market(symbol(kind), side, new BigDecimal(quantity))
                                        .edit()
                                        .selfTrade(SelfTradePrevention.NONE)
                                        .build());
            }
            return exchange.marketData().trades(symbol(kind), 10_000).size();
        });
        assertThat(made).isGreaterThanOrEqualTo(TRADES);
        Path data = folder.resolve("trades");
        int status = new DownloadJob(ExampleStrategies.catalogue(), Providers.exchanges())
                .run(
                        out,
                        stop -> {},
                        "--exchange",
                        kind.id(),
                        "--instruments",
                        symbol(kind),
                        "--config",
                        configuration(kind),
                        "--out",
                        data.toString(),
                        "--trades",
                        "--back",
                        "1h");
        assertThat(text()).contains("asking for the trades of " + symbol(kind));
        assertThat(status).as(text()).isZero();
        int later = venue.ask(
                exchange -> exchange.marketData().trades(symbol(kind), 10_000).size());
        // Binance tells what one order took at one price as one.
        assertThat(Recordings.of(data).load().rows())
                .as(text())
                .isBetween((long) (kind == VenueKind.OKX ? made : TRADES), (long) later);
    }

    private static BarColumns one(Path data) {
        List<BarColumns> all = Recordings.of(data).load().bars();
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
