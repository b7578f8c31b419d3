package io.ttquant.backtest.data.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ttquant.backtest.SharedData;
import io.ttquant.backtest.data.DataQuality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the notes of the index of the shared data measured beyond rows, ranges and gaps: each figure, wherever it is stated. */
class SharedIndexNotesTest {
    private static final Pattern MISSING = Pattern.compile("gaps \\d+ \\((\\d+) missing(?:, longest (\\d+))?\\)");
    private static final Pattern MOVE = Pattern.compile("max abs close-to-close move (\\d+\\.\\d+)%");
    private static final Pattern COUNT_BEHIND = Pattern.compile("[{,] ?([a-zA-Z_ ]+): (\\d+)");
    private static final Pattern COUNT_BEFORE =
            Pattern.compile("(\\d+) (depth|bookTicker|aggTrade|kline|trades|tickers|snapshot|deltas)\\b");
    private static final Pattern MEDIAN =
            Pattern.compile("(?:receive-minus-event|local-minus-exchange time) median (-?\\d+) ms");
    private static final Pattern BEST = Pattern.compile("best (?:bid/ask )?(\\d+\\.\\d+)/(\\d+\\.\\d+)");
    private static final Pattern RATES =
            Pattern.compile("min (-?\\d+\\.\\d+), max (-?\\d+\\.\\d+), mean (-?\\d+\\.\\d+)");
    private static final Pattern OUR_RATES = Pattern.compile("from (\\S+) to (\\S+), mean (\\S+), every 8 h");

    /** One book of the index is crossed at its end; what the venue quotes last in that file is this. */
    private static final String LAST_QUOTE = "61685.99/61686.00";

    /** How reports call the messages that the index counts. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("depth", "book changes"),
            Map.entry("deltas", "book changes"),
            Map.entry("bookTicker", "quotes"),
            Map.entry("tickers", "quotes"),
            Map.entry("trade", "trades"),
            Map.entry("trades", "trades"),
            Map.entry("aggTrade", "trades"),
            Map.entry("kline", "kline messages"),
            Map.entry("rest snapshot", "book snapshots"),
            Map.entry("snapshot", "book snapshots"),
            Map.entry("order_created", "order_created lines"),
            Map.entry("order_changed", "order_changed lines"),
            Map.entry("order_deleted", "order_deleted lines"),
            Map.entry("order_book", "order_book lines"));

    /** Counts in the notes beside those of {@link SharedIndexTest}, and how reports call them. */
    private static final Map<String, String> STATED = Map.of(
            "id jumps", "gaps",
            "duplicates", "duplicates",
            "crossed or locked", "crossed quotes",
            "receive stamps out of order", "disorder",
            "orders deleted with no create in file", "orders never created");

    static List<IndexRow> rows() {
        return IndexRow.all().stream().filter(row -> statesMore(row.notes())).toList();
    }

    private static boolean statesMore(String notes) {
        return Stream.of(MISSING, MOVE, COUNT_BEHIND, COUNT_BEFORE, MEDIAN, BEST, RATES)
                        .anyMatch(pattern -> pattern.matcher(notes).find())
                || STATED.keySet().stream().anyMatch(notes::contains);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyFigureOfTheNotesIsFoundInItsFile(IndexRow row) {
        DataReport report = DataCheck.of(List.of(SharedData.file(row.file()))).run();
        Set<String> checked = new HashSet<>();

        bars(row.notes(), report.series().get(0), checked);
        kinds(row.notes(), report.files().get(0).kinds(), checked);
        transit(row.notes(), report, checked);
        book(row.notes(), report, checked);
        funding(row.notes(), report, checked);
        STATED.forEach((words, check) -> row.stated(words).ifPresent(count -> {
            assertThat(sum(report, check)).as(check).isEqualTo(count);
            checked.add(words);
        }));
        assertThat(checked).as("a note that states something is checked").isNotEmpty();
    }

    private static void bars(String notes, DataQuality series, Set<String> checked) {
        Matcher missing = MISSING.matcher(notes);
        if (missing.find()) {
            assertThat(series.missing()).isEqualTo(Long.parseLong(missing.group(1)));
            assertThat(series.longestGap())
                    .isEqualTo(missing.group(2) == null ? series.missing() : Long.parseLong(missing.group(2)));
            checked.add("missing");
        }
        Matcher move = MOVE.matcher(notes);
        if (move.find()) {
            assertThat(100 * series.largestMove()).isCloseTo(Double.parseDouble(move.group(1)), within(0.00501));
            checked.add("move");
        }
    }

    private static void kinds(String notes, Map<String, Long> kinds, Set<String> checked) {
        for (Pattern pattern : List.of(COUNT_BEHIND, COUNT_BEFORE)) {
            Matcher m = pattern.matcher(notes);
            while (m.find()) {
                boolean isBehind = pattern.equals(COUNT_BEHIND);
                String kind = KINDS.get(m.group(isBehind ? 1 : 2).strip());
                // Of order events in rows only their sum is reported, which is that of the rows.
                if (kind != null) {
                    assertThat(kinds).as(m.group()).containsEntry(kind, Long.parseLong(m.group(isBehind ? 2 : 1)));
                    checked.add(kind);
                }
            }
        }
    }

    /** The index takes the time at which the venue sent a message, and we that of what happened, some milliseconds before. */
    private static void transit(String notes, DataReport report, Set<String> checked) {
        Matcher stated = MEDIAN.matcher(notes);
        if (stated.find()) {
            report.series().get(0).finding("transit").ifPresent(finding -> {
                long ours = Long.parseLong(finding.detail().replaceAll("[^-\\d]", ""));
                assertThat(ours).isCloseTo(Long.parseLong(stated.group(1)), within(15L));
            });
            checked.add("median");
        }
    }

    /** A book that begins in another file is served only with it: that is what {@code RecordedBooksTest} loads. */
    private static void book(String notes, DataReport report, Set<String> checked) {
        Matcher best = BEST.matcher(notes);
        if (best.find()) {
            report.series().get(0).finding("final book").ifPresent(finding -> {
                boolean isCrossed = new BigDecimal(best.group(1)).compareTo(new BigDecimal(best.group(2))) >= 0;
                assertThat(finding.detail())
                        .isEqualTo("best bid/ask " + (isCrossed ? LAST_QUOTE : best.group(1) + "/" + best.group(2)));
            });
            checked.add("best");
        }
    }

    private static void funding(String notes, DataReport report, Set<String> checked) {
        Matcher stated = RATES.matcher(notes);
        if (stated.find()) {
            Matcher ours = OUR_RATES.matcher(
                    report.series().get(0).finding("rates").orElseThrow().detail());
            assertThat(ours.find()).isTrue();
            for (int i = 1; i <= 3; i++) {
                BigDecimal expected = new BigDecimal(stated.group(i));
                assertThat(new BigDecimal(ours.group(i)).setScale(expected.scale(), RoundingMode.HALF_EVEN))
                        .isEqualTo(expected);
            }
            checked.add("rates");
        }
    }

    private static long sum(DataReport report, String check) {
        return report.series().stream()
                .flatMap(series -> series.finding(check).stream())
                .mapToLong(finding -> finding.count())
                .sum();
    }

    @Test
    void mostRowsStateMore() {
        assertThat(rows()).hasSizeGreaterThan(60);
    }
}
