package io.ttquant.backtest.data.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
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
        Recordings recordings = Recordings.of(SharedData.file("book/binance-raw/cm"));

        assertThatThrownBy(recordings::load)
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
