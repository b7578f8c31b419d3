package io.ttquant.backtest.data.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.backtest.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files have the columns that the index of the shared data lists for them, or no header where it says so; and what it says
 * of books and stamps.
 */
class SharedIndexColumnsTest {
    private static final Pattern ROW = Pattern.compile(
            "\\| (\\S+) \\| [^|]* \\| [^|]* \\| ([^|]*) \\| (\\d+) \\|" + " [^|]* \\| [^|]* \\| ([^|]*) \\|.*");
    private static final Pattern EVERY_EIGHT_HOURS = Pattern.compile("(\\d+),8,.*");
    private static final long EIGHT_HOURS = 8 * 3_600_000L;
    /** What the stamps of Binance are behind the hour at most. */
    private static final long LATE = 50;

    /** A file and the columns that its section lists. */
    record Listed(String file, String kind, String notes, List<String> columns) {
        boolean hasHeader() {
            boolean isSpotKline = file.startsWith("bars/binance-spot/") && !notes.contains("header row present");
            return !isSpotKline && !notes.contains("headerless") && !kind.contains("no header");
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static List<Listed> listed() {
        List<Listed> all = new ArrayList<>();
        List<String> columns = List.of();
        for (String line : SharedData.lines("INDEX.md")) {
            if (line.startsWith("Columns: ")) {
                columns = columns(line.substring("Columns: ".length()));
            }
            Matcher row = ROW.matcher(line);
            if (row.matches() && columns.size() > 2 && isText(row.group(1))) {
                all.add(new Listed(row.group(1), row.group(2), row.group(4), columns));
            }
        }
        return all;
    }

    /** Names up to the end of the sentence, without what stands in brackets. */
    private static List<String> columns(String text) {
        String plain = text.replaceAll("\\([^)]*\\)", "").replaceAll("\\[[^]]*]", "");
        String names = plain.replaceAll("(\\.( .*)?|:.*)$", "").replaceAll("\\.(?= [A-Za-z]).*", "");
        return Arrays.stream(names.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Files of Lean and raw captures have no header, as their sections say; of samples no columns are listed. */
    private static boolean isText(String file) {
        return !file.contains("lean") && !file.startsWith("book/b") && !file.startsWith("capture/")
                || file.startsWith("book/bitstamp/BTCUSD-orders");
    }

    private static Stream<String> lines(String file) throws IOException {
        InputStream raw = Files.newInputStream(SharedData.file(file));
        InputStream plain = raw;
        if (file.endsWith(".gz")) {
            plain = new GZIPInputStream(raw);
        } else if (file.endsWith(".zip")) {
            ZipInputStream zip = new ZipInputStream(raw);
            zip.getNextEntry();
            plain = zip;
        }
        BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
        return reader.lines().onClose(() -> {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String first(String file) throws IOException {
        try (Stream<String> lines = lines(file)) {
            return lines.findFirst().orElseThrow();
        }
    }

    private static List<String> all(String file) throws IOException {
        try (Stream<String> lines = lines(file)) {
            return lines.toList();
        }
    }

    @Test
    void mostFilesHaveColumnsThatAreListed() {
        assertThat(listed()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("listed")
    void theFirstLineIsTheHeaderThatIsListedOrNone(Listed listed) throws IOException {
        String first = first(listed.file());
        List<String> cells = Arrays.stream(first.split(",", -1))
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!listed.hasHeader()) {
            assertThat(cells.get(0)).matches("\\d+");
            assertThat(cells).hasSizeGreaterThanOrEqualTo(listed.columns().size());
            return;
        }
        List<String> expected = new ArrayList<>(listed.columns());
        if (listed.notes().contains("first column unnamed")) {
            expected.set(0, "");
        }
        assertThat(cells).startsWith(expected.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("shifted")
    void stampsOfFundingThatWereShiftedToUtcLieOnTheHoursOfTheVenues(Listed listed) throws IOException {
        List<Long> stamps = all(listed.file()).stream()
                .map(EVERY_EIGHT_HOURS::matcher)
                .filter(Matcher::matches)
                .map(m -> Long.parseLong(m.group(1)))
                .toList();

        assertThat(stamps).hasSizeGreaterThan(3_000);
        assertThat(stamps).allMatch(stamp -> stamp % EIGHT_HOURS < LATE);
    }

    static List<Listed> shifted() {
        return listed().stream()
                .filter(each -> each.notes().matches(".*shifted by -\\d h to UTC.*"))
                .toList();
    }

    @Test
    void fourHistoriesOfFundingWereShifted() {
        assertThat(shifted()).hasSize(4);
    }

    @Test
    void theArchiveOfBybitBeginsWithFiveHundredLevelsOfEachSide() throws IOException {
        List<String> messages = all("book/bybit/2024-12-01_XRPUSDT_ob500.data.zip");

        assertThat(messages.get(0)).contains("\"topic\":\"orderbook.500.XRPUSDT\"", "\"type\":\"snapshot\"");
        for (String side : List.of("b", "a")) {
            assertThat(levels(messages.get(0), side))
                    .as("levels of side " + side)
                    .isEqualTo(500);
        }
        assertThat(messages.subList(1, messages.size())).allMatch(text -> text.contains("\"type\":\"delta\""));
    }

    @Test
    void theSnapshotOfCoinbaseHasAsManyLevelsAsStated() throws IOException {
        Pattern stated = Pattern.compile("bids (\\d+), asks (\\d+)");
        String file = "book/coinbase/COINBASE-BTC-USD-L2-snapshot.json.gz";
        Matcher m = stated.matcher(String.join("\n", SharedData.lines("INDEX.md")));
        assertThat(m.find()).isTrue();
        String text = String.join("", all(file));

        assertThat(levels(text, "bids")).isEqualTo(Long.parseLong(m.group(1)));
        assertThat(levels(text, "asks")).isEqualTo(Long.parseLong(m.group(2)));
    }

    /** Levels of an array of arrays. */
    private static long levels(String text, String name) {
        int start = text.indexOf("\"" + name + "\":[") + name.length() + 4;
        int end = text.indexOf("]]", start);
        return text.substring(start, end).chars().filter(c -> c == '[').count();
    }

    @Test
    void theLogOfBitstampHasTwentyLevelsOfEachSide() throws IOException {
        Pattern book = Pattern.compile("\\d+ order_book (.*)");
        try (Stream<String> lines = lines("book/bitstamp/BTCUSD-feed-2015-05-01-00h-05h.log.gz")) {
            List<String> books = lines.map(book::matcher)
                    .filter(Matcher::matches)
                    .map(m -> m.group(1).replace(" ", ""))
                    .toList();
            assertThat(books).isNotEmpty().allMatch(text -> levels(text, "bids") == 20 && levels(text, "asks") == 20);
        }
    }

    @Test
    void barsOfBitmexOpenAtThePreviousClose() throws IOException {
        try (Stream<String> lines = lines("bars/bitmex/XBTUSD-1m-2020.csv.gz")) {
            List<String[]> rows = lines.skip(1).map(row -> row.split(",")).toList();
            for (int i = 1; i < rows.size(); i++) {
                if (!rows.get(i)[2].equals(rows.get(i - 1)[5])) {
                    throw new AssertionError("bar " + rows.get(i)[0] + " opens at " + rows.get(i)[2]);
                }
            }
            assertThat(rows).hasSize(527_040);
        }
    }

    @Test
    void capturesOfOneSymbolAreContiguousAndOnlyTheFirstHasASnapshot() throws IOException {
        for (String symbol : List.of("cm/btcusd_perp", "spot/btcusdt")) {
            List<String> first = all("book/binance-raw/" + symbol + "_20240808.gz");
            List<String> second = all("book/binance-raw/" + symbol + "_20240809.gz");

            long gap = nanos(second.get(0)) - nanos(first.get(first.size() - 1));
            assertThat(gap).isBetween(0L, 1_000_000_000L);
            assertThat(first).anyMatch(text -> text.contains("\"lastUpdateId\""));
            assertThat(second).noneMatch(text -> text.contains("\"lastUpdateId\""));
        }
    }

    private static long nanos(String line) {
        return Long.parseLong(line.substring(0, line.indexOf(' ')));
    }
}
