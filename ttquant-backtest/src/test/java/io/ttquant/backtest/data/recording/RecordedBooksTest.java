package io.ttquant.backtest.data.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.BacktestResult;
import io.ttquant.backtest.SharedData;
import io.ttquant.backtest.data.DataException;
import io.ttquant.backtest.data.DataQuality;
import io.ttquant.backtest.data.LoadedData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings of every kind, against the figures that their index states, and traded on. */
class RecordedBooksTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            book/binance-raw/usdm/btcusdt_20240808.gz | 93954 | 2024-08-08T23:54:15.030 | 2024-08-08T23:59:59.833
            book/binance-raw/spot/btcusdt_20240808.gz | 41249 | 2024-08-08T23:54:13.937 | 2024-08-08T23:59:59.999
            book/binance-raw/spot/btcusdt_20240809.gz | 58325 | 2024-08-09T00:00:00.001 | 2024-08-09T00:05:04.535
            book/binance-raw/cm/btcusd_perp_20240808.gz | 48270 | 2024-08-08T23:54:16.172 | 2024-08-08T23:59:59.994
            book/binance-raw/cm/btcusd_perp_20240809.gz | 50116 | 2024-08-09T00:00:00.002 | 2024-08-09T00:05:03.531
            book/bitstamp/BTCUSD-orders-2015-05-01-00h-05h.csv.gz | 50415 | 2015-05-01T00:00:04.518 | 2015-05-01T05:04:42.957
            book/bitstamp/BTCUSD-feed-2015-05-01-00h-05h.log.gz | 56000 | 2015-05-01T00:00:04.518 | 2015-05-01T05:04:42.957
            book/bybit/2024-12-01_XRPUSDT_ob500.data.zip | 50 | 2024-12-01T00:00:00.691 | 2024-12-01T00:00:05.490
            book/coinbase/COINBASE-BTC-USD-L2-snapshot.json.gz | 1 | 2026-08-07T20:04:08Z | 2026-08-07T20:04:08Z
            capture/BINANCE-spot-ws-2021-10-12.log.gz | 267 | 2021-10-12T00:28:32.063 | 2021-10-12T00:29:02.077
            capture/BINANCE-usdm-ws-2021-07-22.log.gz | 1536 | 2021-07-22T22:25:41.062 | 2021-07-22T22:26:11.201
            capture/OKX-ws-public-2022-05-13.log.gz | 414 | 2022-05-13T16:27:05.506 | 2022-05-13T16:27:16.341
            trades/tardis-layout/binance-futures_quotes_2020-02-22_BTCUSDT.csv.gz | 10000 | 2020-02-22T00:00:01.096 | 2020-02-22T00:03:47.061
            trades/lean-equity-tick/ibm/20131007_trade.zip | 24293 | 2013-10-07T08:00:30.270 | 2013-10-07T23:26:07.550
            trades/lean-equity-tick/ibm/20131008_trade.zip | 33381 | 2013-10-08T12:47:49.457 | 2013-10-08T23:23:56.822
            trades/lean-equity-tick/ibm/20131009_trade.zip | 27042 | 2013-10-09T13:12:36.320 | 2013-10-09T23:31:35.155
            trades/lean-equity-tick/ibm/20131010_trade.zip | 22415 | 2013-10-10T11:13:28.739 | 2013-10-10T22:20:07.626
            trades/lean-equity-tick/ibm/20131011_trade.zip | 19264 | 2013-10-11T12:11:15.725 | 2013-10-11T23:52:28.922
            trades/lean-equity-tick/spy/20131007_trade.zip | 250601 | 2013-10-07T08:00:00.464 | 2013-10-07T23:59:59.536
            trades/lean-equity-tick/ibm/20131007_quote.zip | 109067 | 2013-10-07T08:00:00.054 | 2013-10-08T00:00:00.122
            trades/lean-equity-tick/ibm/20131008_quote.zip | 125750 | 2013-10-08T08:00:00.640 | 2013-10-09T00:00:00.646
            trades/lean-forex-tick/eurusd/20140505_quote.zip | 25177 | 2014-05-05T00:00:23.668 | 2014-05-05T23:59:59.513
            trades/lean-forex-tick/eurusd/20140506_quote.zip | 44864 | 2014-05-06T00:00:00.158 | 2014-05-06T23:59:56.706
            """)
    void everyRowIsReadAndNoneStepsBack(String file, long rows, String first, String last) {
        Inspection found = Recordings.of(SharedData.file(file)).inspect();
        FileSummary summary = found.files().get(0);

        assertThat(summary.rows()).isEqualTo(rows);
        assertThat(EpochNanos.format(summary.firstNanos())).startsWith(first);
        assertThat(EpochNanos.format(summary.lastNanos())).startsWith(last);
        assertThat(found.quality()).allSatisfy(q -> {
            assertThat(q.outOfOrder()).isZero();
            assertThat(count(q, "sequence breaks")).isZero();
            assertThat(count(q, "crossed book")).isZero();
            assertThat(count(q, "checksum mismatches")).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "book/binance-raw/usdm, 61659.7/61659.8",
        "book/binance-raw/spot, 61602.01/61602.02",
        "book/binance-raw/cm, 61600.0/61600.1"
    })
    void aBookFromSnapshotAndChangesEndsWhereTheVenueSays(String folder, String top) {
        Inspection found = Recordings.of(SharedData.file(folder)).inspect();

        assertThat(found.quality()).hasSize(1);
        assertThat(found.quality().get(0).finding("final book").orElseThrow().detail())
                .endsWith(top);
        assertThat(found.quality().get(0).gaps()).isZero();
    }

    @Test
    void everyChecksumOfTheRecordedVenueAgrees() {
        Inspection found = Recordings.of(SharedData.file("capture/OKX-ws-public-2022-05-13.log.gz"))
                .inspect();

        assertThat(found.files().get(0).count("trades")).isEqualTo(74);
        assertThat(found.files().get(0).count("quotes")).isEqualTo(28);
        assertThat(found.quality().stream()
                        .mapToLong(q -> count(q, "checksums"))
                        .sum())
                .isEqualTo(290);
    }

    @ParameterizedTest
    @CsvSource({
        "BINANCE-usdm-ws-2021-07-22, BINANCE-usdm-rest-snapshot-2021-07-22, 764, 613, 91, 67",
        "BINANCE-spot-ws-2021-10-12, BINANCE-spot-rest-snapshot-2021-10-12, 177, 84, 2, 2"
    })
    void snapshotsOfAFileOfTheirOwnAreMergedIntoTheStream(
            String stream, String snapshots, long depth, long quotes, long trades, long klines) {
        Inspection found = Recordings.of(
                        SharedData.file("capture/" + stream + ".log.gz"),
                        SharedData.file("capture/" + snapshots + ".log.gz"))
                .inspect();
        FileSummary summary = found.files().get(0);

        assertThat(summary.count("book changes")).isEqualTo(depth);
        assertThat(summary.count("quotes")).isEqualTo(quotes);
        assertThat(summary.count("trades")).isEqualTo(trades);
        assertThat(summary.count("kline messages")).isEqualTo(klines);
        assertThat(found.files().get(1).count("book snapshots")).isEqualTo(4);
        assertThat(found.quality()).hasSize(4).allSatisfy(q -> {
            assertThat(q.finding("no snapshot")).isEmpty();
            assertThat(count(q, "crossed book")).isZero();
        });
    }

    @Test
    void orderEventsAreCountedWithWhatIsMissingOrRepeated() {
        Inspection found = Recordings.of(SharedData.file("book/bitstamp/BTCUSD-orders-2015-05-01-00h-05h.csv.gz"))
                .inspect();

        assertThat(found.files().get(0).count("repeated rows, left out")).isEqualTo(1);
        assertThat(found.files().get(0).count("order events")).isEqualTo(50_413);
        assertThat(count(found.quality().get(0), "orders never created")).isEqualTo(182);
    }

    @Test
    void aStrategyTradesOnABookFromAFile() {
        LoadedData data =
                Recordings.of(SharedData.file("book/binance-raw/spot")).load();
        Taker taker = new Taker(data.instruments().get(0));
        BacktestResult result = Backtest.of(data.sources())
                .cash("100000 USDT")
                .strategy("taker", taker)
                .run();

        assertThat(taker.books).isGreaterThan(6_000);
        assertThat(taker.fills).hasSize(1);
        assertThat(taker.fills.get(0)).isEqualTo(taker.askBefore);
        assertThat(result.toString()).isNotEmpty();
    }

    @Test
    void aContractWhoseValueIsUnknownIsRefused() {
        assertThatThrownBy(() ->
                        Recordings.of(SharedData.file("book/binance-raw/cm")).load())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("whose value no recording tells")
                .hasMessageContaining("instrument(Instrument.inversePerpetual(");
    }

    private static long count(DataQuality quality, String check) {
        return quality.finding(check).map(f -> f.count()).orElse(0L);
    }

    /** Buys once at the market, after a thousand changes of the book. */
    private static final class Taker extends Strategy {
        private final Instrument instrument;
        private int books;
        private double askBefore;
        private final List<Double> fills = new java.util.ArrayList<>();

        Taker(Instrument instrument) {
            this.instrument = instrument;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBook(instrument.id());
        }

        @Override
        protected void onBook(OrderBook book) {
            books++;
            if (books == 1_000) {
                askBefore = instrument.price(book.rawAsk(0));
                orders().buy(instrument).quantity("0.001").market().submit();
            }
        }

        @Override
        protected void onFill(io.ttquant.api.order.Fill fill) {
            fills.add(instrument.price(fill.rawPrice()));
        }
    }
}
