package io.ttquant.backtest.data.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.PriceSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.SharedData;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.DataFiles;
import io.ttquant.backtest.data.TradeColumns;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coarser bars, against a version that groups rows by a key and knows no aggregator. */
class ResamplingTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** What makes the key of a row: the interval in which it lies, or none. */
    private interface Interval {
        long[] of(long nanos);
    }

    private static Interval aligned(long step, long offset) {
        return nanos -> {
            long start = Math.floorDiv(nanos - offset, step) * step + offset;
            return new long[] {start, start + step};
        };
    }

    private static Interval inHours(ZoneId zone, LocalTime open, LocalTime close, long step) {
        return nanos -> {
            LocalDate date = EpochNanos.toInstant(nanos).atZone(zone).toLocalDate();
            long start = at(date, open, zone);
            long end = at(date, close, zone);
            if (nanos < start || nanos >= end) {
                return new long[0];
            }
            long from = start + (nanos - start) / step * step;
            return new long[] {from, Math.min(from + step, end)};
        };
    }

    private static long at(LocalDate date, LocalTime time, ZoneId zone) {
        return EpochNanos.of(ZonedDateTime.of(date, time, zone).toInstant());
    }

    private static List<String> naively(BarColumns finer, Interval interval) {
        Map<Long, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < finer.size(); i++) {
            long[] found = interval.of(finer.tsOpen(i));
            if (found.length > 0) {
                groups.computeIfAbsent(found[0], key -> new ArrayList<>()).add(i);
            }
        }
        List<String> lines = new ArrayList<>();
        groups.forEach((start, rows) -> {
            long end = interval.of(start)[1];
            boolean isWhole = (!lines.isEmpty() || finer.tsOpen(rows.get(0)) == start || start > finer.tsOpen(0))
                    && finer.tsClose(finer.size() - 1) >= end;
            if (isWhole) {
                lines.add(MadeUp.line(
                        start,
                        end,
                        finer.rawOpen(rows.get(0)),
                        rows.stream().mapToLong(finer::rawHigh).max().orElseThrow(),
                        rows.stream().mapToLong(finer::rawLow).min().orElseThrow(),
                        finer.rawClose(rows.get(rows.size() - 1)),
                        rows.stream().mapToLong(finer::rawVolume).sum()));
            }
        });
        return lines;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void barsAreThoseOfANaiveVersion(long seed) {
        Random random = new Random(seed);
        BarColumns minutes =
                MadeUp.minutes(random, "2024-03-01T0" + random.nextInt(10) + ":07:00Z", 5_000, random.nextInt(3) * 0.3);
        for (int length : new int[] {1, 5, 15, 60, 240, 1440}) {
            long offset = random.nextInt(3) * 13 * MadeUp.MINUTE;
            BarColumns made = Resampling.to(BarSpec.minutes(length))
                    .offset(Duration.ofNanos(offset))
                    .bars(minutes);

            assertThat(MadeUp.lines(made))
                    .as("seed %d, %d minutes offset by %d", seed, length, offset)
                    .isEqualTo(naively(minutes, aligned(length * MadeUp.MINUTE, offset)));
        }
    }

    @ParameterizedTest
    @CsvSource({"2024-03-06T00:00:00Z, 30", "2024-10-31T00:00:00Z, 60", "2024-10-31T00:00:00Z, 1440"})
    void barsOfASessionCountFromItsOpenAlsoWhereClocksChange(String start, int length) {
        BarColumns minutes = MadeUp.minutes(new Random(7), start, 8 * 1440, 0.1);
        Session hours = Session.of("America/New_York", "09:30", "16:00");
        BarColumns made = Resampling.to(BarSpec.minutes(length)).session(hours).bars(minutes);

        assertThat(made.size()).isGreaterThan(6);
        assertThat(MadeUp.lines(made))
                .isEqualTo(naively(
                        minutes, inHours(NEW_YORK, LocalTime.of(9, 30), LocalTime.of(16, 0), length * MadeUp.MINUTE)));
        assertThat(made.tsClose(0))
                .isLessThanOrEqualTo(at(LocalDate.parse(start.substring(0, 10)), LocalTime.of(16, 0), NEW_YORK));
    }

    @Test
    void aSessionMayLastOverMidnightAndADayOfItHas25Hours() {
        BarColumns minutes = MadeUp.minutes(new Random(3), "2024-11-01T22:00:00Z", 5 * 1440, 0);
        Session hours = Session.of("America/New_York", "18:00", "17:00");
        BarColumns days = Resampling.to(BarSpec.days(1)).session(hours).bars(minutes);

        assertThat(MadeUp.lines(days).stream()
                        .map(line -> line.substring(0, 41))
                        .toList())
                .containsExactly(
                        "2024-11-01T22:00:00Z 2024-11-02T21:00:00Z",
                        "2024-11-02T22:00:00Z 2024-11-03T22:00:00Z",
                        "2024-11-03T23:00:00Z 2024-11-04T22:00:00Z",
                        "2024-11-04T23:00:00Z 2024-11-05T22:00:00Z",
                        "2024-11-05T23:00:00Z 2024-11-06T22:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void tradesAreGroupedAsANaiveVersionDoes(long seed) {
        TradeColumns trades = MadeUp.trades(new Random(seed), "2024-03-01T00:00:10Z", 3_000);
        for (int length : new int[] {1, 5, 60}) {
            Map<Long, List<Integer>> groups = new TreeMap<>();
            for (int i = 0; i < trades.size(); i++) {
                long step = length * MadeUp.MINUTE;
                groups.computeIfAbsent(trades.tsEvent(i) / step * step, key -> new ArrayList<>())
                        .add(i);
            }
            List<String> expected = new ArrayList<>();
            groups.forEach((start, rows) -> expected.add(MadeUp.line(
                    start,
                    start + length * MadeUp.MINUTE,
                    trades.rawPrice(rows.get(0)),
                    rows.stream().mapToLong(trades::rawPrice).max().orElseThrow(),
                    rows.stream().mapToLong(trades::rawPrice).min().orElseThrow(),
                    trades.rawPrice(rows.get(rows.size() - 1)),
                    rows.stream().mapToLong(trades::rawQuantity).sum())));

            assertThat(MadeUp.lines(Resampling.to(BarSpec.minutes(length)).trades(trades)))
                    .as("seed %d, %d minutes", seed, length)
                    .isEqualTo(expected);
        }
    }

    @Test
    void weeksBeginOnMondayWithAnOffsetOfFourDays() {
        BarColumns days = Resampling.to(BarSpec.days(1))
                .bars(MadeUp.minutes(new Random(5), "2024-01-01T00:00:00Z", 15 * 1440, 0));
        BarColumns weeks =
                Resampling.to(BarSpec.days(7)).offset(Duration.ofDays(4)).bars(days);

        assertThat(weeks.size()).isEqualTo(2);
        assertThat(EpochNanos.toInstant(weeks.tsOpen(0)).atZone(ZoneOffset.UTC).getDayOfWeek())
                .isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void bidsStayBids() {
        BarColumns.Builder bids =
                BarColumns.builder(MadeUp.SHARE, BarSpec.minutes(1).withSource(PriceSource.BID));
        bids.add(0, MadeUp.MINUTE, 1, 1, 1, 1, 0).add(MadeUp.MINUTE, 2 * MadeUp.MINUTE, 2, 2, 2, 2, 0);

        assertThat(Resampling.to(BarSpec.minutes(2)).bars(bids.build()).spec()).hasToString("2m@bid");
    }

    @Test
    void whatCannotBeMadeIsRefused() {
        BarColumns minutes = MadeUp.minutes(new Random(1), "2024-01-01T00:00:00Z", 10, 0);

        assertThatThrownBy(() -> Resampling.to(BarSpec.ticks(100)))
                .hasMessageContaining("bars of 100tick may begin and end at one instant");
        assertThatThrownBy(() -> Resampling.to(BarSpec.seconds(30)).bars(minutes))
                .hasMessageContaining("the coarser must be a multiple of the finer");
        assertThatThrownBy(() -> Resampling.to(BarSpec.minutes(5))
                        .offset(Duration.ofSeconds(30))
                        .bars(minutes))
                .hasMessageContaining(
                        "lies in two 5m bars; give an offset or a session that begins and ends between two bars");
        assertThatThrownBy(() -> Resampling.to(BarSpec.days(7)).session(Session.of("UTC", "00:00", "00:00")))
                .hasMessageContaining("a session lasts a day at most");
        Session hours = Session.of("UTC", "09:00", "17:00");
        assertThatThrownBy(() -> Resampling.to(BarSpec.hours(1)).session(hours).offset(Duration.ofMinutes(5)))
                .hasMessageContaining("state an offset or a session, not both");
        assertThatThrownBy(() -> Resampling.to(BarSpec.hours(1))
                        .offset(Duration.ofMinutes(5))
                        .session(hours))
                .hasMessageContaining("state an offset or a session, not both");
    }

    @Test
    void recordedMinutesMakeTheRecordedFiveMinutes() {
        BarColumns minutes = DataFiles.of(SharedData.file("bars/generic/BINANCE-UM-BTCUSDT-1m-2025.csv.gz"))
                .load()
                .bars()
                .get(0);
        BarColumns official = DataFiles.of(SharedData.file("bars/binance-um/monthly/klines/BTCUSDT/5m"))
                .load()
                .bars()
                .get(0);
        BarColumns made = Resampling.to(BarSpec.minutes(5)).bars(minutes);

        assertThat(made.size()).isEqualTo(8_639);
        List<String> recorded = prices(official);
        assertThat(recorded).containsAll(prices(made));
    }

    @Test
    void eightOfTenRecordedMinutesAreThoseThatTheirTradesMake() {
        BarColumns made = Resampling.to(BarSpec.minutes(1))
                .trades(DataFiles.of(SharedData.file("trades/binance-spot/BTCUSDT-trades-2026-02-03-first10min.csv.gz"))
                        .load()
                        .trades()
                        .get(0));
        List<String> recorded =
                prices(DataFiles.of(SharedData.file("bars/generic/BINANCE-SPOT-BTCUSDT-1m-2026-02.csv.gz"))
                        .load()
                        .bars()
                        .get(0));

        assertThat(prices(made)).hasSize(10);
        assertThat(prices(made).stream().filter(recorded::contains)).hasSize(8);
    }

    /** Bars as people write them, since two files may keep other decimals. */
    private static List<String> prices(BarColumns bars) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            lines.add(bars.tsOpen(i) + " " + bars.instrument().price(bars.rawOpen(i)) + " "
                    + bars.instrument().price(bars.rawHigh(i)) + " "
                    + bars.instrument().price(bars.rawLow(i)) + " "
                    + bars.instrument().price(bars.rawClose(i)) + " "
                    + bars.instrument().quantity(bars.rawVolume(i)));
        }
        return lines;
    }
}
