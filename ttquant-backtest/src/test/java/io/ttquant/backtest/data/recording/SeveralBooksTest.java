package io.ttquant.backtest.data.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.data.DataException;
import io.ttquant.backtest.data.DataQuality;
import io.ttquant.backtest.data.LoadedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Books of several symbols, of several channels and of both kinds in one recording, and levels that belong to no side. */
class SeveralBooksTest {
    private static final String BOOKS = """
            1700000000.20: {"arg":{"channel":"books","instId":"BTC-USDT"},"action":"snapshot","data":[{"asks":[["101","2","0","1"],["102","1","0","1"]],"bids":[["100","1","0","3"],["99","4","0","1"]],"ts":"1700000000150","prevSeqId":-1,"seqId":5}]}
            """;
    private static final String BOOKS5 = """
            1700000000.25: {"arg":{"channel":"books5","instId":"BTC-USDT"},"data":[{"asks":[["101","2","0","1"]],"bids":[["100","1","0","3"]],"ts":"1700000000200","seqId":7}]}
            """;
    private static final String UPDATE = """
            1700000000.30: {"arg":{"channel":"books","instId":"BTC-USDT"},"action":"update","data":[{"asks":[["101","0","0","0"]],"bids":[],"ts":"1700000000250","prevSeqId":5,"seqId":9}]}
            """;

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> books(LoadedData data) {
        Instrument instrument = data.instruments().get(0);
        Looker looker = new Looker(instrument);
        Backtest.of(data.sources())
                .cash("1000 " + instrument.quote())
                .strategy("looker", looker)
                .run();
        return looker.seen;
    }

    @Test
    void theDeeperOfTwoChannelsOfOkxIsTheBookWhicheverComesFirst() throws IOException {
        String[] expected = {"99.0 100.0 / 101.0 102.0", "99.0 100.0 / 102.0"};
        LoadedData after = Recordings.of(write("a.log", BOOKS + BOOKS5 + UPDATE + BOOKS5.replace("00.25", "00.35")))
                .load();
        LoadedData before = Recordings.of(write("b.log", BOOKS5.replace("00.25", "00.15") + BOOKS + BOOKS5 + UPDATE))
                .load();

        for (LoadedData data : List.of(after, before)) {
            assertThat(books(data)).containsExactly(expected);
            DataQuality quality = data.quality().get(0);
            assertThat(quality.finding("messages of a second book left out")
                            .orElseThrow()
                            .count())
                    .isEqualTo(2);
            assertThat(quality.finding("sequence breaks").orElseThrow().count()).isZero();
            assertThat(quality.findings().get(0).detail()).isEqualTo("1 book snapshots, 1 book changes");
            assertThat(data.sources().get(0).size()).isEqualTo(2);
            assertThat(data.sources().get(0).describe())
                    .isEqualTo("recorded order book, without 2 book snapshots of another one");
        }
    }

    @Test
    void aShallowChannelAloneIsTheBook() throws IOException {
        LoadedData data = Recordings.of(write("a.log", BOOKS5)).load();

        assertThat(books(data)).containsExactly("100.0 / 101.0");
        assertThat(data.quality().get(0).finding("messages of a second book left out"))
                .isEmpty();
        assertThat(data.sources().get(0).describe()).isEqualTo("recorded order book");
    }

    @Test
    void theArchiveOfBybitCountsUpdatesOfEachTopicByItself() throws IOException {
        Path file = write(
                "2024-12-01_ob.data",
                bybit("500.XRPUSDT", "snapshot", 100)
                        + bybit("500.ADAUSDT", "snapshot", 7)
                        + bybit("50.XRPUSDT", "snapshot", 61)
                        + bybit("500.XRPUSDT", "delta", 101)
                        + bybit("500.ADAUSDT", "delta", 8)
                        + bybit("50.XRPUSDT", "delta", 62)
                        + bybit("500.ADAUSDT", "delta", 10)
                        + bybit("500.XRPUSDT", "delta", 102));

        assertThat(TapeText.of(file).lines())
                .extracting(line -> line.replaceAll(" 00:00:00Z| after.*", ""))
                .containsExactly(
                        "XRPUSDT snapshot ?-100",
                        "ADAUSDT snapshot ?-7",
                        "XRPUSDT snapshot ?-61",
                        "XRPUSDT change ?-101",
                        "ADAUSDT change ?-8",
                        "XRPUSDT change ?-62",
                        "ADAUSDT lost",
                        "XRPUSDT change ?-102");
        DataQuality first = Recordings.of(file).inspect().quality().get(0);
        assertThat(first.finding("messages of a second book left out")
                        .orElseThrow()
                        .count())
                .isEqualTo(2);
    }

    private static String bybit(String topic, String type, int id) {
        return "{\"topic\":\"orderbook." + topic + "\",\"type\":\"" + type
                + "\",\"ts\":1733011200000,\"data\":{\"b\":[[\"1.9\",\"5\"]],\"a\":[[\"2\",\"7\"]],\"u\":" + id
                + "}}\n";
    }

    @Test
    void messagesByOrderBesideABookByLevelAreLeftOutAndItIsSaid() throws IOException {
        String head = "{\"product\":\"BTC-USD\",\"level\":%d,\"captured_at\":\"2026-08-07T20:04:0%dZ\",\"sequence\":5,";
        Path levels = write(
                "book2.json", head.formatted(2, 8) + "\"bids\":[[\"100.5\",\"1\",3]],\"asks\":[[\"101\",\"2\",1]]}\n");
        Path byOrder = write(
                "book3.json",
                head.formatted(3, 9) + "\"bids\":[[\"100.4\",\"1\",\"a-b\"]],\"asks\":[[\"101\",\"2\",\"c-d\"]]}\n");
        LoadedData both = Recordings.of(levels, byOrder).load();

        assertThat(books(both)).containsExactly("100.5 / 101.0");
        assertThat(both.quality()
                        .get(0)
                        .finding("messages by order left out")
                        .orElseThrow()
                        .toString())
                .contains("load the messages by order alone to replay them");
        assertThat(both.sources().get(0).describe())
                .isEqualTo("recorded order book, without 1 order events of another one");
        assertThat(both.sources().get(0).size()).isEqualTo(1);
        LoadedData alone = Recordings.of(byOrder).load();
        assertThat(books(alone)).containsExactly("100.4 / 101.0");
        assertThat(alone.quality().get(0).finding("messages by order left out")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"b, -1.5, bid", "a, -1.5, ask", "b, 0, bid", "a, 0, ask"})
    void aLevelWhosePriceIsNotAboveZeroIsRefusedAndDoesNotChangeSides(String field, String price, String side)
            throws IOException {
        String row = bybit("500.XRPUSDT", "delta", 101);
        String of = field.equals("b") ? "\"1.9\"" : "\"2\"";
        Path file = write(
                "2024-12-01_ob.data",
                bybit("500.XRPUSDT", "snapshot", 100) + row.replace("[[" + of, "[[\"" + price + "\""));

        assertThatThrownBy(() -> Recordings.of(file).inspect())
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ", line 2: has a level of XRPUSDT whose " + side + " price is " + price)
                .hasMessageEndingWith("; a price in a book must be above zero: remove the level, or the file");
    }

    private static final class Looker extends Strategy {
        private final Instrument instrument;
        private final List<String> seen = new ArrayList<>();

        Looker(Instrument instrument) {
            this.instrument = instrument;
        }

        @Override
        protected void onStart(StrategyContext context) {
            context.subscribeBook(instrument.id());
        }

        @Override
        protected void onBook(OrderBook book) {
            seen.add(IntStream.range(0, book.bidDepth())
                            .mapToObj(level -> "" + instrument.price(book.rawBid(book.bidDepth() - 1 - level)))
                            .collect(Collectors.joining(" "))
                    + " / "
                    + IntStream.range(0, book.askDepth())
                            .mapToObj(level -> "" + instrument.price(book.rawAsk(level)))
                            .collect(Collectors.joining(" ")));
        }
    }
}
