package io.ttquant.backtest.data.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.SharedData;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.DataFiles;
import io.ttquant.backtest.data.FundingRates;
import io.ttquant.backtest.data.TradeColumns;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the index of the shared data states in words of its own, beside the figures that all its rows have. */
class SharedIndexFactsTest {
    private static final Pattern STEPS = Pattern.compile("step hours \\[(\\d+)]");
    private static final Pattern EVENTS = Pattern.compile("events \\{(.*?)}");
    private static final Pattern EVENT = Pattern.compile("(\\w+): (\\d+)");
    private static final Pattern OFFSET = Pattern.compile("\"E\":(\\d{13})");

    private static List<IndexRow> rowsOf(String folder) {
        return IndexRow.all().stream()
                .filter(row -> row.file().startsWith(folder))
                .toList();
    }

    static List<IndexRow> klines() {
        return rowsOf("bars/binance-");
    }

    static List<IndexRow> steps() {
        return IndexRow.all().stream()
                .filter(row -> STEPS.matcher(row.notes()).find())
                .toList();
    }

    static List<IndexRow> captures() {
        return rowsOf("book/binance-raw/");
    }

    private static IndexRow row(String part) {
        return IndexRow.all().stream()
                .filter(row -> row.file().contains(part))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream raw = Files.newInputStream(SharedData.file(file));
                InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.ISO_8859_1))) {
            return reader.lines().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("klines")
    void aBadCloseTimeIsOneThatComesBeforeTheIntervalEnds(IndexRow row) {
        DataReport report = DataCheck.of(List.of(SharedData.file(row.file()))).run();

        assertThat(report.series().get(0).shortBars())
                .isEqualTo(row.stated("bad close_time").orElse(0L));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void fundingIsSettledInTheStepsThatAreStated(IndexRow row) {
        Instrument swap = Instrument.perpetual(InstrumentId.parse("okx:SWAP"), Currency.of("BTC"), Currency.of("USDT"))
                .tick("0.1")
                .lot("1")
                .build();
        FundingRates rates = FundingRates.read(SharedData.file(row.file()), swap);
        Matcher stated = STEPS.matcher(row.notes());
        assertThat(stated.find()).isTrue();

        Set<Long> steps = new HashSet<>();
        for (int i = 1; i < rates.size(); i++) {
            steps.add(rates.settlementNanos(i) - rates.settlementNanos(i - 1));
        }
        assertThat(rates.size()).isEqualTo(row.rows());
        assertThat(steps).containsExactly(Long.parseLong(stated.group(1)) * 3_600 * EpochNanos.SECOND);
    }

    /** Of the file's text: the readers leave out the repeated row, and orders that were filled as they came. */
    @Test
    void orderEventsOfEachKindAreAsManyAsStated() throws IOException {
        IndexRow row = row("BTCUSD-orders");
        List<String> rows = lines(row.file()).stream().skip(1).toList();
        Map<String, Long> kinds = rows.stream()
                .map(text -> text.replaceAll("^(?:[^,]*,){5}(\\w+),.*", "$1"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Matcher events = EVENTS.matcher(row.notes());
        assertThat(events.find()).isTrue();
        Map<String, Long> stated = EVENT.matcher(events.group(1))
                .results()
                .collect(Collectors.toMap(m -> m.group(1), m -> Long.parseLong(m.group(2))));

        assertThat(kinds).isEqualTo(stated).hasSize(3);
        assertThat(rows.size() - new HashSet<>(rows).size())
                .isEqualTo(row.stated("exact duplicate rows").orElseThrow().intValue());
    }

    @Test
    void rangesOfTradeNumbersFollowEachOther() throws IOException {
        IndexRow row = row("XRPETH-aggTrades");
        Pattern range = Pattern.compile("(?:[^,]*,){3}(\\d+),(\\d+),.*");
        long breaks = 0;
        long next = -1;
        for (String text : lines(row.file())) {
            Matcher m = range.matcher(text);
            assertThat(m.matches()).isTrue();
            breaks += next >= 0 && Long.parseLong(m.group(1)) != next ? 1 : 0;
            next = Long.parseLong(m.group(2)) + 1;
        }

        assertThat(row.stated("trade-id range overlaps/holes")).contains(breaks);
    }

    @Test
    void oneMinuteHoldsLessThanItsTrades() {
        IndexRow row = row("BINANCE-SPOT-BTCUSDT-1m-2026-02");
        assertThat(row.notes()).contains("the bar 2026-02-03 00:05 holds 9.58 BTC", "trades sum to 20.82");
        long minute = EpochNanos.of(java.time.Instant.parse("2026-02-03T00:05:00Z"));
        BarColumns bars =
                DataFiles.of(SharedData.file(row.file())).load().bars().get(0);
        TradeColumns trades = DataFiles.of(
                        SharedData.file("trades/binance-spot/BTCUSDT-trades-2026-02-03-first10min.csv.gz"))
                .load()
                .trades()
                .get(0);

        double held = 0;
        for (int i = 0; i < bars.size(); i++) {
            held += bars.tsOpen(i) == minute ? bars.instrument().quantity(bars.rawVolume(i)) : 0;
        }
        double traded = 0;
        for (int i = 0; i < trades.size(); i++) {
            boolean isIn = trades.tsEvent(i) >= minute && trades.tsEvent(i) < minute + 60 * EpochNanos.SECOND;
            traded += isIn ? trades.instrument().quantity(trades.rawQuantity(i)) : 0;
        }
        assertThat(held).isCloseTo(9.58, within(0.005));
        assertThat(traded).isCloseTo(20.82, within(0.005));
    }

    /**
     * The index says 1.27 to 1.52 s. The clock of these five files is between 1.18 and 1.28 s behind, and about 1.27 in each; there is no 1.52 in
     * them, so it must be of a file that is not among the shared ones.
     */
    @ParameterizedTest
    @MethodSource("captures")
    void theCapturingHostIsBehindByWhatIsStatedButForItsLargestFigure(IndexRow row) throws IOException {
        List<Long> behind = lines(row.file()).stream()
                .map(text -> Map.entry(text, OFFSET.matcher(text)))
                .filter(entry -> entry.getValue().find())
                .map(entry -> Long.parseLong(entry.getValue().group(1))
                        - Long.parseLong(entry.getKey().substring(0, 13)))
                .sorted()
                .toList();

        assertThat(behind.get(behind.size() / 2)).isCloseTo(1_270L, within(5L));
        assertThat(behind.get(0)).isGreaterThan(1_180L);
        assertThat(behind.get(behind.size() - 1)).isLessThan(1_280L);
    }

    /** The kind of the klines says "no header", and yet there is one, counted as a row. */
    @Test
    void malformedSamplesAreAsLongAsStatedAndMalformedAsStated() throws IOException {
        for (IndexRow row : rowsOf("formats/")) {
            assertThat(lines(row.file())).as(row.file()).hasSize((int) row.rows());
        }
        List<String> klines = lines(row("formats/BINANCE-SPOT").file());
        assertThat(klines.get(0)).startsWith("open_time,");
        assertThat(klines.get(1)).startsWith("1.70027E+12,");
        assertThat(klines.subList(1, klines.size())).allMatch(text -> text.matches("1\\.7\\d*E\\+12,.*"));
    }

    /** As the notes beside the published results say it of the one bad close time. */
    @Test
    void theBadCloseTimeIsThatOfAnOutage() {
        String file = "bars/binance-spot/monthly/klines/BTCUSDT/1h/BTCUSDT-1h-2023-03.zip";
        DataReport report = DataCheck.of(List.of(SharedData.file(file))).run();

        assertThat(report.series().get(0).findings())
                .anyMatch(finding -> finding.detail().contains("2023-03-24T12:00:00Z"));
        assertThat(report.series().get(0).shortBars()).isEqualTo(1);
    }

    @Test
    void oneFundingHistoryHasAHoleOf752Hours() {
        DataReport report = DataCheck.of(List.of(SharedData.file("funding/gate-BTCUSDT-fundingRate.csv.gz")))
                .run();

        assertThat(report.series().get(0).longestGap() + 1)
                .as("settlements apart")
                .isEqualTo(752 / 8);
    }
}
