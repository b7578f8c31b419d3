package io.ttquant.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.SharedData;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded files of every kind, against the figures that their index states. */
class RecordedFilesTest {
    private static final Instrument SHARE =
            Instrument.spot("test:SHARE", "SHARE", "USD").tick("0.01").lot("1").build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bars/binance-spot/daily/klines/ADABTC/1m/ADABTC-1m-2021-11-27.zip | 1440 | 2021-11-27T00:00:00Z | 2021-11-27T23:59:00Z | 0 | 0 | 0 | 1 | 0.39 | 1m bars
            bars/binance-spot/daily/klines/ADABTC/1m/ADABTC-1m-2021-11-28.zip | 1440 | 2021-11-28T00:00:00Z | 2021-11-28T23:59:00Z | 0 | 0 | 0 | 0 | 0.83 | 1m bars
            bars/binance-spot/monthly/klines/BTCUSDT/1h/BTCUSDT-1h-2023-01.zip | 744 | 2023-01-01T00:00:00Z | 2023-01-31T23:00:00Z | 0 | 0 | 0 | 0 | 4.83 | 1h bars
            bars/binance-spot/monthly/klines/BTCUSDT/1h/BTCUSDT-1h-2023-02.zip | 672 | 2023-02-01T00:00:00Z | 2023-02-28T23:00:00Z | 0 | 0 | 0 | 0 | 3.54 | 1h bars
            bars/binance-spot/monthly/klines/BTCUSDT/1h/BTCUSDT-1h-2023-03.zip | 743 | 2023-03-01T00:00:00Z | 2023-03-31T23:00:00Z | 1 | 1 | 1 | 1 | 5.73 | 1h bars
            bars/binance-spot/monthly/klines/BTCUSDT/1h/BTCUSDT-1h-2023-04.zip | 720 | 2023-04-01T00:00:00Z | 2023-04-30T23:00:00Z | 0 | 0 | 0 | 0 | 6.66 | 1h bars
            bars/binance-spot/monthly/klines/BTCUSDT/1h/BTCUSDT-1h-2023-05.zip | 744 | 2023-05-01T00:00:00Z | 2023-05-31T23:00:00Z | 0 | 0 | 0 | 0 | 2.85 | 1h bars
            bars/binance-um/monthly/klines/AVAXUSDT/1m/AVAXUSDT-1m-2024-02.zip | 41760 | 2024-02-01T00:00:00Z | 2024-02-29T23:59:00Z | 0 | 0 | 0 | 0 | 7.35 | 1m bars
            bars/binance-um/monthly/klines/AVAXUSDT/1m/AVAXUSDT-1m-2026-04.zip | 43200 | 2026-04-01T00:00:00Z | 2026-04-30T23:59:00Z | 0 | 0 | 0 | 0 | 1.35 | 1m bars
            bars/binance-um/monthly/klines/BTCUSDT/5m/BTCUSDT-5m-2025-01.zip | 8928 | 2025-01-01T00:00:00Z | 2025-01-31T23:55:00Z | 0 | 0 | 0 | 2 | 2.43 | 5m bars
            bars/binance-um/monthly/klines/BTCUSDT/5m/BTCUSDT-5m-2025-08.zip | 8928 | 2025-08-01T00:00:00Z | 2025-08-31T23:55:00Z | 0 | 0 | 0 | 3 | 2.13 | 5m bars
            bars/binance-um/monthly/klines/BTCUSDT/5m/BTCUSDT-5m-2025-10.zip | 8928 | 2025-10-01T00:00:00Z | 2025-10-31T23:55:00Z | 0 | 0 | 0 | 0 | 8.41 | 5m bars
            bars/generic/BINANCE-SPOT-BTCUSDT-1m-2026-02.csv.gz | 40320 | 2026-02-01T00:00:00Z | 2026-02-28T23:59:00Z | 0 | 0 | 0 | 0 | 1.48 | 1m bars
            bars/generic/BINANCE-UM-BTCUSDT-1m-2025.csv.gz | 43199 | 2025-05-04T15:33:00Z | 2025-06-03T15:31:00Z | 0 | 0 | 0 | 0 | 0.61 | 1m bars
            bars/okx/BTC-USDT-SWAP-candles-30m.csv.gz | 1439 | 2026-05-26T20:00:00Z | 2026-06-25T19:00:00Z | 0 | 0 | 0 | 0 | 5.06 | 30m bars
            bars/okx/BTC-USDT-SWAP-mark-1h.csv.gz | 719 | 2026-05-26T20:00:00Z | 2026-06-25T18:00:00Z | 0 | 0 | 0 | 719 | 5.04 | 1h bars
            bars/okx/ETH-USDT-SWAP-candles-30m.csv.gz | 1439 | 2026-05-26T20:00:00Z | 2026-06-25T19:00:00Z | 0 | 0 | 0 | 0 | 6.27 | 30m bars
            bars/okx/ETH-USDT-SWAP-mark-1h.csv.gz | 719 | 2026-05-26T20:00:00Z | 2026-06-25T18:00:00Z | 0 | 0 | 0 | 719 | 6.35 | 1h bars
            bars/okx/SOL-USDT-SWAP-candles-30m.csv.gz | 1439 | 2026-05-26T20:00:00Z | 2026-06-25T19:00:00Z | 0 | 0 | 0 | 0 | 6.20 | 30m bars
            bars/okx/SOL-USDT-SWAP-mark-1h.csv.gz | 719 | 2026-05-26T20:00:00Z | 2026-06-25T18:00:00Z | 0 | 0 | 0 | 719 | 6.32 | 1h bars
            bars/equities-fx/BTCUSDT-1d-2017_2021.csv | 1246 | 2017-08-16T00:00:00Z | 2021-01-12T00:00:00Z | 0 | 0 | 0 | 0 | 65.30 | 1d bars
            bars/equities-fx/FXCM-USDJPY-1m-ask-2013.csv.gz | 28761 | 2013-02-01T00:00:00Z | 2013-03-01T00:00:00Z | 38 | 11560 | 2882 | 28761 | 1.28 | 1m@ask bars
            bars/equities-fx/FXCM-USDJPY-1m-bid-2013.csv.gz | 28761 | 2013-02-01T00:00:00Z | 2013-03-01T00:00:00Z | 38 | 11560 | 2882 | 28761 | 1.09 | 1m@bid bars
            """)
    void barsWhoseInstrumentTheNameTells(
            String file,
            long rows,
            String first,
            String last,
            long gaps,
            long missing,
            long longest,
            long zeroVolume,
            String largestMove,
            String series) {
        DataQuality quality = quality(DataFiles.of(SharedData.file(file)));

        assertThat(quality.rows()).isEqualTo(rows);
        assertThat(EpochNanos.format(quality.firstNanos())).isEqualTo(first);
        assertThat(EpochNanos.format(quality.lastNanos())).isEqualTo(last);
        assertThat(quality.gaps()).isEqualTo(gaps);
        assertThat(quality.missing()).isEqualTo(missing);
        assertThat(quality.longestGap()).isEqualTo(longest);
        assertThat(quality.zeroVolume()).isEqualTo(zeroVolume);
        assertThat(String.format(java.util.Locale.ROOT, "%.2f", quality.largestMove() * 100))
                .isEqualTo(largestMove);
        assertThat(quality.series()).isEqualTo(series);
        assertThat(quality.duplicates() + quality.outOfOrder() + quality.brokenBars())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bars/equities-fx/GOOG-1d.csv | 2148 | 2004-08-19 | 2013-03-01 | 19.99 | 0
            bars/equities-fx/backtrader-2006-day-001.txt | 255 | 2006-01-02 | 2006-12-29 | 3.47 | 255
            bars/equities-fx/SPY-like-default-1d.csv | 502 | 2017-01-03 | 2018-12-31 | 5.05 | 0
            bars/equities-fx/ORCL-1d-2000.csv | 252 | 2000-01-03 | 2000-12-29 | 94.73 | 0
            """)
    void dailyBarsOfStatedInstruments(
            String file, long rows, String first, String last, String largestMove, long zeroVolume) {
        DataQuality quality = quality(DataFiles.of(SharedData.file(file)).instrument(SHARE));

        assertThat(quality.series()).isEqualTo("1d bars");
        assertThat(quality.rows()).isEqualTo(rows);
        assertThat(EpochNanos.format(quality.firstNanos())).isEqualTo(first + "T00:00:00Z");
        assertThat(EpochNanos.format(quality.lastNanos())).isEqualTo(last + "T00:00:00Z");
        assertThat(String.format(java.util.Locale.ROOT, "%.2f", quality.largestMove() * 100))
                .isEqualTo(largestMove);
        assertThat(quality.zeroVolume()).isEqualTo(zeroVolume);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trades/binance-spot/BTCUSDT-trades-2024-08-08_09-11min.csv.gz | 19904 | 2024-08-08T23:54:15.342Z | 2024-08-09T00:05:05.800Z
            trades/binance-spot/BTCUSDT-trades-2026-02-03-first10min.csv.gz | 40003 | 2026-02-03T00:00:00.005Z | 2026-02-03T00:09:58.878Z
            trades/binance-um/BTCUSDT-trades-2024-08-08-last6min.csv.gz | 21313 | 2024-08-08T23:54:16.322Z | 2024-08-08T23:59:59.643Z
            trades/binance-spot/XRPETH-aggTrades-2019-10-11_13.csv.gz | 12477 | 2019-10-11T00:00:11.620Z | 2019-10-13T11:19:28.844Z
            trades/tardis-layout/binance-futures_trades_2020-02-22_BTCUSDT.csv.gz | 9999 | 2020-02-22T00:00:02.111Z | 2020-02-22T02:05:47.728Z
            formats/BYBIT-FXSUSDT-ticks-2023-10-10.sample.csv | 15 | 2023-10-10T23:58:07.492200Z | 2023-10-10T23:59:49.629700Z
            """)
    void trades(String file, long rows, String first, String last) {
        DataQuality quality = quality(DataFiles.of(SharedData.file(file)));

        assertThat(quality.series()).isEqualTo("trades");
        assertThat(quality.rows()).isEqualTo(rows);
        assertThat(EpochNanos.format(quality.firstNanos())).isEqualTo(first);
        assertThat(EpochNanos.format(quality.lastNanos())).isEqualTo(last);
        assertThat(quality.gaps() + quality.duplicates() + quality.outOfOrder()).isZero();
    }

    @Test
    void bitmexIsStampedAtTheEndAndOpensWhereTheLastBarClosed() {
        LoadedData data = DataFiles.of(SharedData.file("bars/bitmex/XBTUSD-1m-2020.csv.gz"))
                .load();
        DataQuality quality = data.quality().get(0);

        assertThat(quality.rows()).isEqualTo(527_040);
        assertThat(quality.brokenBars()).isEqualTo(17_265);
        assertThat(quality.zeroVolume()).isEqualTo(139);
        assertThat(quality.gaps() + quality.duplicates()).isZero();
        assertThat(quality.largestMove()).isCloseTo(0.1841, within(0.00005));
        BarColumns bars = data.bars().get(0);
        assertThat(EpochNanos.format(bars.tsClose(0))).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(EpochNanos.format(bars.tsClose(bars.size() - 1))).isEqualTo("2020-12-31T23:59:00Z");
    }

    @Test
    void bitfinexKeepsCloseBeforeHighAndLeavesOutMinutesWithoutTrades() {
        LoadedData data = DataFiles.of(SharedData.file("bars/bitfinex/ETHUSD-1m-2019.csv.gz"))
                .load();
        DataQuality quality = data.quality().get(0);

        assertThat(quality.rows()).isEqualTo(455_968);
        assertThat(quality.gaps()).isEqualTo(46_729);
        assertThat(quality.missing()).isEqualTo(69_629);
        assertThat(quality.longestGap()).isEqualTo(257);
        assertThat(quality.largestMove()).isCloseTo(0.0461, within(0.00005));
        assertThat(quality.brokenBars() + quality.duplicates()).isZero();
        assertThat(quality.finding("rounded volumes")).isPresent();
        BarColumns bars = data.bars().get(0);
        assertThat(bars.instrument().price(bars.rawClose(1))).isEqualTo(135.96);
        assertThat(bars.instrument().price(bars.rawLow(1))).isEqualTo(135.94);
    }

    @Test
    void monthlyBarsCoverCalendarMonths() {
        LoadedData data =
                DataFiles.of(SharedData.file("bars/equities-fx/BTCUSD-1mo.csv")).load();
        DataQuality quality = data.quality().get(0);
        BarColumns bars = data.bars().get(0);

        assertThat(quality.rows()).isEqualTo(156);
        assertThat(quality.gaps()).isZero();
        assertThat(quality.largestMove()).isCloseTo(4.4486, within(0.00005));
        assertThat(EpochNanos.format(bars.tsOpen(1))).isEqualTo("2012-02-01T00:00:00Z");
        assertThat(EpochNanos.format(bars.tsClose(1))).isEqualTo("2012-03-01T00:00:00Z");
        assertThat(EpochNanos.format(bars.tsClose(155))).isEqualTo("2025-01-01T00:00:00Z");
    }

    @Test
    void theBarOfTheOutageOfMarch2023EndsWithItsIntervalAndIsReported() {
        LoadedData data = DataFiles.of(
                        SharedData.file("bars/binance-spot/monthly/klines/BTCUSDT/1h/BTCUSDT-1h-2023-03.zip"))
                .load();
        DataQuality quality = data.quality().get(0);

        assertThat(quality.shortBars()).isEqualTo(1);
        assertThat(quality.finding("short bars").orElseThrow().detail()).contains("2023-03-24T12:00:00Z");
        assertThat(quality.finding("gaps").orElseThrow().detail()).contains("longest 1 after 2023-03-24T12:00:00Z");
    }

    @Test
    void aYearOfMonthlyFilesIsOneSeries() {
        LoadedData data = DataFiles.of(SharedData.file("bars/binance-um/monthly/klines/BTCUSDT/5m"))
                .load();

        assertThat(data.sources()).hasSize(1);
        assertThat(data.quality())
                .hasSize(12)
                .allSatisfy(q -> assertThat(q.finding("missing before")).isEmpty());
        assertThat(data.bars().get(0).size()).isEqualTo(105_120);
        assertThat(data.instruments().get(0).kind()).isEqualTo(InstrumentKind.PERPETUAL);
    }

    @Test
    void stampsThatASpreadsheetRoundedAreRefused() {
        Path file = SharedData.file("formats/BINANCE-SPOT-BTCUSDT-1h-2023-11-18.csv");

        assertThatThrownBy(() -> DataFiles.of(file).load())
                .isInstanceOf(DataException.class)
                .hasMessage(file
                        + ", line 2: column 1 (open_time) is '1.70027E+12', which was rounded by a spreadsheet, so the time"
                        + " is lost; download the file again and do not save it from a spreadsheet");
    }

    @Test
    void aHeaderThatWasMangledIsReadUpToTheSlash() {
        DataQuality quality =
                quality(DataFiles.of(SharedData.file("formats/OKX-BTC-USDT-aggtrades-2023-11-18.sample.csv"))
                        .policy(DataPolicy.DEFAULT.withSortable(0, Duration.ofMinutes(5))));

        assertThat(quality.format()).isEqualTo("OKX trades");
        assertThat(quality.rows()).isEqualTo(15);
        assertThat(quality.outOfOrder()).isPositive();
    }

    private static DataQuality quality(DataFiles files) {
        return files.load().quality().get(0);
    }
}
