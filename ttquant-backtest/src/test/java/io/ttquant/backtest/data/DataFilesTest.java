package io.ttquant.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.time.EpochNanos;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataFilesTest {
    private static final String KLINE_HEADER =
            "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore\n";
    private static final String KLINES = """
            1704067200000,42283.58000000,42298.62000000,42261.02000000,42298.61000000,35.92724000,1704067259999,1519032.77,1327,23.18,980394.44,0
            1704067260000,42298.62000000,42320.00000000,42298.61000000,42320.00000000,21.16779000,1704067319999,895580.50,1348,14.33,606342.38,0
            1704067320000,42319.99000000,42331.54000000,42319.99000000,42325.50000000,21.60391000,1704067379999,914371.13,1019,18.61,787605.07,0
            """;
    private static final String TRADES = """
            1,42283.58,0.50000,21141.79,1704067200000,true
            2,42283.59,0.10000,4228.35,1704067200000,false
            3,42283.58,0.20000,8456.71,1704067200005,true
            """;

    @TempDir
    private Path directory;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private Path zip(String name, String... entriesAndContents) throws IOException {
        Path file = directory.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < entriesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entriesAndContents[i]));
                zip.write(entriesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private Path gzip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(directory.resolve(name), bytes.toByteArray());
    }

    private static BarColumns bars(Path file) {
        return DataFiles.of(file).load().bars().get(0);
    }

    private static void assertKlines(BarColumns bars) {
        assertThat(bars.size()).isEqualTo(3);
        assertThat(bars.instrument().id()).isEqualTo(InstrumentId.parse("binance:BTCUSDT"));
        assertThat(bars.instrument().base().code()).isEqualTo("BTC");
        assertThat(bars.instrument().quote().code()).isEqualTo("USDT");
        assertThat(bars.instrument().priceScale()).isEqualTo(2);
        assertThat(bars.instrument().quantityScale()).isEqualTo(5);
        assertThat(bars.spec()).hasToString("1m");
        assertThat(EpochNanos.format(bars.tsOpen(0))).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(EpochNanos.format(bars.tsClose(2))).isEqualTo("2024-01-01T00:03:00Z");
        assertThat(bars.rawOpen(0)).isEqualTo(4228358);
        assertThat(bars.rawHigh(0)).isEqualTo(4229862);
        assertThat(bars.rawLow(0)).isEqualTo(4226102);
        assertThat(bars.rawClose(0)).isEqualTo(4229861);
        assertThat(bars.rawVolume(2)).isEqualTo(2160391);
    }

    @Test
    void plainGzAndZipWithAndWithoutAHeaderHoldTheSameBars() throws IOException {
        assertKlines(bars(write("BTCUSDT-1m-2024-01.csv", KLINES)));
        assertKlines(bars(write("BTCUSDT-1m-2024-02.csv", KLINE_HEADER + KLINES)));
        assertKlines(bars(gzip("BTCUSDT-1m-2024-03.csv.gz", KLINE_HEADER + KLINES)));
        assertKlines(bars(zip("BTCUSDT-1m-2024-04.zip", "BTCUSDT-1m-2024-04.csv", KLINES)));
    }

    @Test
    void windowsLineEndsByteOrderMarkQuotesAndAMissingLastLineEndMakeNoDifference() throws IOException {
        assertKlines(bars(write("BTCUSDT-1m-a.csv", "\uFEFF" + KLINE_HEADER + KLINES)));
        assertKlines(bars(write("BTCUSDT-1m-b.csv", (KLINE_HEADER + KLINES).replace("\n", "\r\n"))));
        assertKlines(bars(write("BTCUSDT-1m-c.csv", KLINES.strip())));
        assertKlines(bars(write("BTCUSDT-1m-d.csv", KLINES.replace("42283.58000000", "\"42283.58\"") + "\n\n")));
        assertKlines(bars(write("BTCUSDT-1m-e.csv", (KLINE_HEADER + KLINES).replace(",", ";"))));
        assertKlines(bars(write("BTCUSDT-1m-f.csv", KLINES.replace("42283.58000000", "4228358e-2"))));
    }

    @Test
    void microsecondsAreReadAsSuch() throws IOException {
        String micros =
                KLINES.replaceAll("(17040\\d{5})000,", "$1000000,").replaceAll("(17040\\d{5})999,", "$1999999,");

        assertKlines(bars(write("BTCUSDT-1m-2025-01.csv", micros)));
    }

    @Test
    void aChangeOfUnitInsideAFileIsFollowedAndReported() throws IOException {
        String last = KLINES.lines().skip(2).findFirst().orElseThrow();
        String changed = KLINES.replace(
                last,
                last.replace("1704067320000,", "1704067320000000,").replace("1704067379999,", "1704067379999999,"));

        LoadedData data = DataFiles.of(write("BTCUSDT-1m-2025-01.csv", changed)).load();

        assertKlines(data.bars().get(0));
        assertThat(data.quality().get(0).finding("unit changes").orElseThrow().count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1704067200,1704067260",
        "1704067200000,1704067260000",
        "1704067200000000,1704067260000000",
        "1704067200000000000,1704067260000000000",
        "1704067200.0,1704067260.0",
        "2024-01-01T00:00:00Z,2024-01-01T00:01:00Z",
        "2024-01-01 00:00,2024-01-01 00:01",
        "2024-01-01T00:00:00.000,2024-01-01T00:01:00.000",
        "2024-01-01 02:00:00+02:00,2024-01-01 02:01:00+0200",
        "2024/01/01 00:00:00,2024/01/01 00:01:00",
        "20240101 00:00,20240101 00:01"
    })
    void stampsOfEveryFormAreRead(String first, String second) throws IOException {
        BarColumns bars =
                bars(write("BTCUSDT.csv", "time,open,high,low,close\n" + first + ",1,2,1,2\n" + second + ",2,3,2,3\n"));

        assertThat(EpochNanos.format(bars.tsOpen(0))).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(EpochNanos.format(bars.tsOpen(1))).isEqualTo("2024-01-01T00:01:00Z");
        assertThat(bars.spec()).hasToString("1m");
    }

    @Test
    void columnsAreMappedByNameAndByPositionInAnyOrderAndStampedAtEitherEnd() throws IOException {
        Path file = write("BTCUSDT.csv", "Vol;C;O;L;H;When\n7;2.5;2;1;3;1704067260\n8;2;2.5;2;2.5;1704067320\n");
        DataFormatBuilder byName = DataFormat.bars("mine")
                .time("when")
                .open("o")
                .high("h")
                .low("l")
                .close("c")
                .volume("vol");
        DataFormatBuilder byPosition =
                DataFormat.bars("mine").time(5).open(2).high(4).low(3).close(1).volume(0);

        for (DataFormatBuilder builder : new DataFormatBuilder[] {byName, byPosition}) {
            DataFormat format =
                    builder.unit(StampUnit.SECONDS).stamp(StampConvention.CLOSE).build();
            BarColumns bars = DataFiles.of(file).format(format).load().bars().get(0);
            assertThat(EpochNanos.format(bars.tsOpen(0))).isEqualTo("2024-01-01T00:00:00Z");
            assertThat(EpochNanos.format(bars.tsClose(0))).isEqualTo("2024-01-01T00:01:00Z");
            assertThat(bars.instrument().formatPrice(bars.rawHigh(0))).isEqualTo("3.0");
            assertThat(bars.instrument().formatPrice(bars.rawClose(0))).isEqualTo("2.5");
            assertThat(bars.instrument().quantity(bars.rawVolume(1))).isEqualTo(8);
        }
    }

    @Test
    void bitfinexColumnsWithoutAHeaderAreToldFromTheirRows() throws IOException {
        LoadedData data = DataFiles.of(write(
                        "ETHUSD-1m.csv",
                        "1546300800000,136,136.1,136.2,135.99,251.8\n1546300860000,136,135.96,136,135.94,86.7\n"))
                .load();

        assertThat(data.quality().get(0).format()).isEqualTo("Bitfinex candles");
        assertThat(data.bars().get(0).rawHigh(0)).isEqualTo(13620);
    }

    @Test
    void candlesOfOkxComeNewestFirstAndAreTurnedRound() throws IOException {
        Path file = write("BTC-USDT-SWAP.csv", """
                1704067320000,3,4,2,3,10,1,30,1
                1704067260000,2,3,1,3,10,1,30,1
                1704067200000,1,2,1,2,10,1,30,1
                """);

        LoadedData data = DataFiles.of(file).load();

        assertThat(data.quality().get(0).format()).isEqualTo("OKX candles");
        assertThat(data.quality().get(0).outOfOrder()).isEqualTo(3);
        assertThat(data.bars().get(0).rawOpen(0)).isEqualTo(1);
        assertThat(data.instruments().get(0).id()).isEqualTo(InstrumentId.parse("okx:BTC-USDT-SWAP"));
        assertThat(data.instruments().get(0).kind()).isEqualTo(InstrumentKind.PERPETUAL);
    }

    @Test
    void anUnfinishedCandleIsDroppedIfThatIsAllowed() throws IOException {
        Path file = write(
                "BTC-USDT.csv",
                "ts,o,h,l,c,vol,volCcy,volCcyQuote,confirm\n1704067200000,1,2,1,2,1,1,1,1\n1704067260000,2,3,2,3,1,1,1,1\n1704067320000,3,4,3,4,1,1,1,0\n");

        LoadedData data = DataFiles.of(file)
                .policy(DataPolicy.DEFAULT.withUnfinishedDropped())
                .load();

        assertThat(data.bars().get(0).size()).isEqualTo(2);
        assertThat(data.quality()
                        .get(0)
                        .finding("unfinished bars")
                        .orElseThrow()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void tradesOfOneInstantKeepTheirOrderAndTheirSides() throws IOException {
        for (String name : new String[] {"BTCUSDT-trades-2024-01-01.csv", "BTCUSDT-trades-2024-01-02.csv"}) {
            String text = name.contains("02") ? TRADES.replaceAll("(true|false)\n", "$1,True\n") : TRADES;
            TradeColumns trades =
                    DataFiles.of(write(name, text)).load().trades().get(0);
            assertThat(trades.size()).isEqualTo(3);
            assertThat(trades.instrument().quantity(trades.rawQuantity(0))).isEqualTo(0.5);
            assertThat(trades.instrument().quantity(trades.rawQuantity(1))).isEqualTo(0.1);
            assertThat(trades.aggressor(0)).hasToString("SELLER");
            assertThat(trades.aggressor(1)).hasToString("BUYER");
            assertThat(trades.tsEvent(1)).isEqualTo(trades.tsEvent(0));
        }
    }

    @Test
    void aggregateTradesOfFuturesHaveOneFlagAndThoseOfSpotTwo() throws IOException {
        String futures = "10,42283.5,0.5,1,1,1704067200000,true\n11,42283.6,0.1,2,2,1704067200001,false\n";
        String spot = futures.replaceAll("(true|false)\n", "$1,True\n");

        for (String text : new String[] {futures, spot}) {
            LoadedData data = DataFiles.of(write("BTCUSDT-aggTrades-2024-01-01.csv", text))
                    .load();
            assertThat(data.quality().get(0).format()).isEqualTo("Binance aggTrades");
            assertThat(data.trades().get(0).rawPrice(1)).isEqualTo(422836);
        }
    }

    @Test
    void lostAndRepeatedTradesAreCounted() throws IOException {
        DataQuality quality =
                DataFiles.of(write("BTCUSDT-trades.csv", """
                        1,100,1,1,1704067200000,true
                        2,100,1,1,1704067200000,true
                        2,100,1,1,1704067200000,true
                        5,100,1,1,1704067200001,false
                        """)).load().quality().get(0);

        assertThat(quality.rows()).isEqualTo(3);
        assertThat(quality.duplicates()).isEqualTo(1);
        assertThat(quality.gaps()).isEqualTo(1);
        assertThat(quality.missing()).isEqualTo(2);
    }

    @Test
    void filesOfOneSeriesAreJoinedInTheOrderOfTimeAndOverlapsDropped() throws IOException {
        String[] rows = KLINES.split("\n");
        Path late = write("BTCUSDT-1m-b.csv", rows[1] + "\n" + rows[2] + "\n");
        Path early = write("BTCUSDT-1m-a.csv", rows[0] + "\n" + rows[1] + "\n");

        LoadedData data = DataFiles.of(late, early).load();

        assertThat(data.sources()).hasSize(1);
        assertKlines(data.bars().get(0));
        assertThat(data.quality().get(1).finding("overlap").orElseThrow().count())
                .isEqualTo(1);
    }

    @Test
    void filesThatContradictEachOtherAreRefused() throws IOException {
        String[] rows = KLINES.split("\n");
        Path late = write(
                "BTCUSDT-1m-b.csv", rows[1].replace("42320.00000000,21", "42319.00000000,21") + "\n" + rows[2] + "\n");
        Path early = write("BTCUSDT-1m-a.csv", rows[0] + "\n" + rows[1] + "\n");

        assertThatThrownBy(() -> DataFiles.of(early, late).load())
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(late + ": the bar stamped 2024-01-01T00:01:00Z")
                .hasMessageContaining("contradicts another file")
                .hasMessageEndingWith("leave one of them out");
    }

    @Test
    void tradesOfOverlappingFilesAreRefused() throws IOException {
        Path one = write("BTCUSDT-trades-a.csv", TRADES);
        Path two = write("BTCUSDT-trades-b.csv", TRADES.replace("1704067200005", "1704067200009"));

        assertThatThrownBy(() -> DataFiles.of(one, two).load())
                .hasMessage(
                        two + ": starts at 2024-01-01T00:00:00Z, before " + one
                                + " ends, at 2024-01-01T00:00:00.005Z; trades of two files cannot be told apart, so leave one of them out");
    }

    @Test
    void whatIsMissingBetweenTwoFilesIsReported() throws IOException {
        String[] rows = KLINES.split("\n");
        Path early = write("BTCUSDT-1m-a.csv", rows[0] + "\n");
        Path late = write("BTCUSDT-1m-b.csv", rows[2] + "\n");

        LoadedData data = DataFiles.of(early, late).load();

        assertThat(data.quality().get(1).finding("missing before").orElseThrow().count())
                .isEqualTo(1);
    }

    @Test
    void directoriesAndPatternsLeadToTheFilesBelowThem() throws IOException {
        Files.createDirectories(directory.resolve("a/b"));
        write("a/b/BTCUSDT-1m-2024-01.csv", KLINES);
        write("a/ETHUSDT-1m-2024-01.csv", KLINES);
        write("a/notes.md", "none");
        write("a/ETHUSDT-1m-2024-01.zip.CHECKSUM", "abc");

        assertThat(DataFiles.of(directory.resolve("a")).load().instruments()).hasSize(2);
        assertThat(DataFiles.of(directory + "/a/*.csv").load().instruments()).hasSize(1);
        assertThat(DataFiles.of(directory + "/a/**.csv").load().instruments()).hasSize(2);
    }

    @Test
    void noDataIsAnErrorThatSaysWhereItLooked() throws IOException {
        write("BTCUSDT-1m-2024-01.csv", KLINES);
        Path empty = Files.createDirectories(directory.resolve("empty"));

        assertThatThrownBy(() -> DataFiles.of(directory.resolve("BTCUSDT-1m-2024-02.csv"))
                        .load())
                .hasMessage(directory + "/BTCUSDT-1m-2024-02.csv: does not exist; looked for " + directory
                        + "/BTCUSDT-1m-2024-02.csv; the nearest directory that exists is " + directory
                        + ", which holds BTCUSDT-1m-2024-01.csv, empty");
        assertThatThrownBy(() -> DataFiles.of(empty).load())
                .hasMessage(
                        empty + ": has no data: looked for *.csv, *.txt, *.gz and *.zip in " + empty + " and below");
        assertThatThrownBy(() -> DataFiles.of(directory + "/*.zip").load())
                .hasMessage(directory + "/*.zip: matches no file: looked in " + directory
                        + " and below, which holds BTCUSDT-1m-2024-01.csv, empty");
        assertThatThrownBy(() -> DataFiles.of(directory + "/none/*.zip").load())
                .hasMessage(directory + "/none/*.zip: matches no file: there is no directory " + directory + "/none");
        assertThatThrownBy(() -> DataFiles.of(new Path[0]).load())
                .hasMessage("no data: no file was named; give files, directories or patterns such as data/*.zip");
    }

    @Test
    void aZipMustHoldOneCsv() throws IOException {
        Path two = zip("BTCUSDT-1m-two.zip", "a.csv", KLINES, "b.csv", KLINES);
        Path none = zip("BTCUSDT-1m-none.zip", "a.bin", "x");
        Path office = zip("BTCUSDT-1m-office.zip", "[Content_Types].xml", "x", "sheet.xml", "x");

        assertKlines(bars(zip("BTCUSDT-1m-one.zip", "__MACOSX/._a.csv", "x", "readme.md", "x", "d/a.csv", KLINES)));
        assertThatThrownBy(() -> bars(two))
                .hasMessage(two
                        + ": holds 2 csv files, and must hold one; its entries are [a.csv, b.csv]. Unpack it and give the"
                        + " files themselves");
        assertThatThrownBy(() -> bars(none))
                .hasMessage(none + ": holds 0 csv files, and must hold one; its entries are [a.bin]");
        assertThatThrownBy(() -> bars(office))
                .hasMessage(office + ": is a spreadsheet or office document; save it as csv and give that file");
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 100, 200})
    void aFileThatWasCutShortIsRefusedByName(int kept) throws IOException {
        for (Path whole : new Path[] {
            gzip("BTCUSDT-1m-x.csv.gz", KLINE_HEADER + KLINES), zip("BTCUSDT-1m-x.zip", "a.csv", KLINE_HEADER + KLINES)
        }) {
            Path cut = Files.write(
                    directory.resolve("cut-" + whole.getFileName()), Arrays.copyOf(Files.readAllBytes(whole), kept));

            assertThatThrownBy(() -> bars(cut))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith(cut + ": is cut short or damaged (")
                    .hasMessageEndingWith("); download it again");
        }
    }

    @Test
    void aFileThatUnpacksIntoSomethingEnormousIsStopped() throws IOException {
        String bomb = "1704067200000,1,1,1,1,1\n".repeat(1 << 20);
        Path file = zip("BTCUSDT-1m-bomb.zip", "a.csv", "ts,open,high,low,close,volume\n" + bomb);

        assertThatThrownBy(() -> bars(file))
                .hasMessage(file
                        + ": unpacks to more than 400 times its size, which market data never does; unpack it by hand and look"
                        + " at it before you use it");
    }

    @Test
    void anInstrumentThatNoNameTellsMustBeStated() throws IOException {
        Path file = write("GOOG-1d.csv", "date,open,high,low,close\n2024-01-01,1,2,1,2\n2024-01-02,1,2,1,2\n");

        assertThatThrownBy(() -> DataFiles.of(file).load())
                .hasMessageStartingWith(
                        file + ": does not say its instrument: no base and quote currency can be read from its name."
                                + " State it, for example with instrument(Instrument.spot(\"file:GOOG\", \"GOOG\", \"USD\")");
    }

    @Test
    void aPerpetualInUsdMustBeStatedBecauseNoFileTellsWhatAContractIsWorth() throws IOException {
        Path file = write("BTC-USD-SWAP-1d.csv", "date,open,high,low,close\n2024-01-01,1,2,1,2\n2024-01-02,1,2,1,2\n");

        assertThatThrownBy(() -> DataFiles.of(file).load())
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(
                        file + ": is about a perpetual swap in USD, which most venues settle in BTC and whose"
                                + " contract value no file tells. State it, for example with"
                                + " instrument(Instrument.inversePerpetual(InstrumentId.parse(\"");
    }

    @Test
    void filesOfOneMonthlyBarEachAreOneSeriesOfCalendarMonths() throws IOException {
        write("BTCUSDT-1mo-2024-01.csv", "1704067200000,1,2,1,2,1,1706745599999,0,0,0,0,0\n");
        write("BTCUSDT-1mo-2024-02.csv", "1706745600000,2,3,2,3,1,1709251199999,0,0,0,0,0\n");

        LoadedData data = DataFiles.of(directory).load();

        assertThat(data.sources()).hasSize(1);
        assertThat(EpochNanos.format(data.bars().get(0).tsClose(0))).isEqualTo("2024-02-01T00:00:00Z");
        assertThat(EpochNanos.format(data.bars().get(0).tsClose(1))).isEqualTo("2024-03-01T00:00:00Z");
        assertThat(data.quality().get(0).shortBars()).isZero();
    }

    @Test
    void aVenueMayBeStatedAndVolumesRounded() throws IOException {
        Path file = write(
                "BTCUSDT.csv",
                "ts,open,high,low,close,volume\n1704067200000,1,2,1,2,1.00005\n1704067260000,1,2,1,2,1.00015\n");
        BarColumns exact = DataFiles.of(file).venue("kraken").load().bars().get(0);
        BarColumns rounded = DataFiles.of(file)
                .instrument(exact.instrument().toBuilder().lot("0.0001").build())
                .policy(DataPolicy.DEFAULT.withRoundedVolumes())
                .load()
                .bars()
                .get(0);

        assertThat(exact.instrument().id()).isEqualTo(InstrumentId.parse("kraken:BTCUSDT"));
        assertThat(exact.rawVolume(0)).isEqualTo(100_005);
        assertThat(rounded.rawVolume(0)).isEqualTo(10_000);
        assertThat(rounded.rawVolume(1)).isEqualTo(10_002);
    }

    @Test
    void anOpenOutsideTheBarMayBeAllowed() throws IOException {
        Path file = write("BTCUSDT.csv", "ts,open,high,low,close\n1704067200000,3,2,1,2\n1704067260000,1,2,1,3\n");

        LoadedData data = DataFiles.of(file)
                .policy(DataPolicy.DEFAULT.withOpenOutside().withCloseOutside())
                .load();

        assertThat(data.quality().get(0).brokenBars()).isEqualTo(2);
        assertThat(data.bars().get(0).rawOpen(0)).isEqualTo(3);
    }

    @Test
    void aLittleDisorderIsPutInOrder() throws IOException {
        String[] rows = KLINES.split("\n");
        LoadedData data = DataFiles.of(write("BTCUSDT-1m.csv", rows[1] + "\n" + rows[0] + "\n" + rows[2] + "\n"))
                .load();

        assertKlines(data.bars().get(0));
        assertThat(data.quality().get(0).outOfOrder()).isEqualTo(1);
    }

    @Test
    void outliersAndGapsAreReportedWithTheirPlace() throws IOException {
        DataQuality quality =
                DataFiles.of(write("BTCUSDT.csv", """
                        ts,open,high,low,close,volume
                        1704067200000,100,101,99,100,1
                        1704067260000,100,101,99,100,0
                        1704067320000,100,151,99,150,1
                        1704067680000,150,151,149,150,1
                        """)).load().quality().get(0);

        assertThat(quality.outliers()).isEqualTo(1);
        assertThat(quality.largestMove()).isEqualTo(0.5);
        assertThat(quality.zeroVolume()).isEqualTo(1);
        assertThat(quality.missing()).isEqualTo(5);
        assertThat(quality.toString())
                .endsWith(
                        "BTCUSDT.csv: 4 1m bars of file:BTCUSDT, 2024-01-01T00:00:00Z to 2024-01-01T00:08:00Z; outliers: 1 (largest move"
                                + " 50.00 % at 2024-01-01T00:02:00Z); gaps: 1 (5 bars missing, longest 5 after 2024-01-01T00:02:00Z); zero"
                                + " volume: 1");
    }
}
