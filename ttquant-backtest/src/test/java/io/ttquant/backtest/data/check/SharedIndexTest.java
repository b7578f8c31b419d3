package io.ttquant.backtest.data.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.SharedData;
import io.ttquant.backtest.data.DataQuality;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of the shared data, against the rows, ranges, gaps and anomalies that its index states. */
class SharedIndexTest {
    /** Files that the index gives as malformed input, or that stand in another order than time's. */
    private static final List<String> REFUSED = List.of(
            "formats/BINANCE-SPOT-BTCUSDT-1h-2023-11-18.csv", "formats/OKX-BTC-USDT-aggtrades-2023-11-18.sample.csv");

    /** Lines more than rows: headers, a repeated row that the index leaves out, levels that stand in one line. */
    private static final Map<String, Long> LINES = Map.of(
            "book/bitstamp/BTCUSD-orders-2015-05-01-00h-05h.csv.gz", 50_415L,
            "trades/tardis-layout/binance-futures_quotes_2020-02-22_BTCUSDT.csv.gz", 10_000L,
            "book/coinbase/COINBASE-BTC-USD-L2-snapshot.json.gz", 1L,
            "formats/BYBIT-FXSUSDT-ticks-2023-10-10.sample.csv", 15L);

    /** What the notes of the index count, and how reports call it. */
    private static final Map<String, String> STATED = Map.of(
            "gaps", "gaps",
            "dups", "duplicates",
            "irregular steps", "irregular steps",
            "zero-volume bars", "zero volume",
            "depth sequence breaks", "sequence breaks",
            "update-id breaks", "sequence breaks",
            "trade-id jumps", "gaps in trade numbers",
            "time steps back", "disorder",
            "out-of-order receive stamps", "disorder");

    /** The first line is about the connection, so the first message comes a moment later. */
    private static final String BEGINS_WITH_A_REQUEST = "capture/OKX-ws-public-2022-05-13.log.gz";

    /** Stamped with the last day of its month, and it covers the whole of it. */
    private static final String MONTHLY = "bars/equities-fx/BTCUSD-1mo.csv";

    static List<IndexRow> rows() {
        return IndexRow.all();
    }

    @Test
    void theIndexNamesEveryKindOfData() {
        assertThat(rows()).hasSizeGreaterThan(95);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyFileIsReadAsItsIndexSays(IndexRow row) {
        DataReport report = DataCheck.of(List.of(SharedData.file(row.file()))).run();
        FileReport file = report.files().get(0);
        if (REFUSED.contains(row.file())) {
            assertThat(file.isRefused()).isTrue();
            return;
        }

        assertThat(report.files()).hasSize(1);
        assertThat(file.refusal()).isNull();
        assertThat(file.rows()).isEqualTo(LINES.getOrDefault(row.file(), row.rows()));
        long shift = row.file().contains("bitmex") ? 60 * EpochNanos.SECOND : 0;
        if (!row.file().equals(BEGINS_WITH_A_REQUEST) && !row.file().equals(MONTHLY)) {
            row.firstNanos()
                    .ifPresent(first -> assertThat(millis(startOf(report, file, true) + shift))
                            .isEqualTo(millis(first)));
        }
        if (!row.file().equals(MONTHLY)) {
            row.lastNanos()
                    .ifPresent(last -> assertThat(millis(startOf(report, file, false) + shift))
                            .isEqualTo(millis(last)));
        }
        STATED.forEach((words, check) -> row.stated(words)
                .ifPresent(count -> assertThat(sum(report, check)).as(check).isEqualTo(count)));
        row.stated("OHLC violations")
                .ifPresent(n -> assertThat(report.series().get(0).brokenBars()).isEqualTo(n));
        assertThat(sum(report, "crossed book") + sum(report, "checksum mismatches"))
                .isZero();
    }

    /** Bars of recordings are stamped at their end there, and their series begins with the start of the first. */
    private static long startOf(DataReport report, FileReport file, boolean isFirst) {
        boolean isBars =
                report.series().stream().allMatch(series -> series.series().endsWith("bars"))
                        && !report.series().isEmpty();
        if (isBars) {
            DataQuality series = report.series().get(0);
            return isFirst ? series.firstNanos() : series.lastNanos();
        }
        return isFirst ? file.firstNanos() : file.lastNanos();
    }

    /** The index rounds to milliseconds, mostly down. */
    private static long millis(long nanos) {
        return nanos / EpochNanos.MILLISECOND;
    }

    private static long sum(DataReport report, String check) {
        return report.series().stream()
                .flatMap(series -> series.finding(check).stream())
                .mapToLong(finding -> finding.count())
                .sum();
    }

    @Test
    void fundingIsSummedUpAsTheIndexSays() {
        DataReport report = DataCheck.of(List.of(SharedData.file("funding/binance-BTCUSDT-fundingRate.csv.gz")))
                .run();

        assertThat(report.series().get(0).finding("rates").orElseThrow().detail())
                .startsWith("from -0.003")
                .contains(" to 0.003")
                .contains("mean 0.0001366, every 8 h");
    }

    @Test
    void foldersAreLookedAtAsAWhole() {
        DataReport report = DataCheck.of(List.of(
                        SharedData.file("bars/generic"),
                        SharedData.file("book/binance-raw/spot"),
                        SharedData.file("book/bitstamp"),
                        SharedData.file("formats")))
                .run();

        assertThat(report.files().stream().filter(FileReport::isRefused).map(FileReport::file))
                .hasSize(2)
                .allMatch(name -> REFUSED.stream().anyMatch(name::endsWith));
        assertThat(report.describe())
                .contains("final book: best bid/ask 61602.01/61602.02")
                .contains("messages about binance:BTCUSDT");
        assertThat(report.conflicts())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("each would count twice");
    }
}
