package io.ttquant.backtest.data.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.backtest.data.DataException;
import io.ttquant.backtest.data.DataQuality;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused in recordings, with file, line, value, rule and remedy; and what is reported. */
class RecordingRefusalsTest {
    private static final String FUTURES =
            "{\"e\":\"depthUpdate\",\"E\":1700000000400,\"T\":1700000000%d,\"s\":\"ETHUSDT\",\"U\":%d,\"u\":%d,\"pu\":%d,\"b\":%s,\"a\":%s}";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    static Stream<Arguments> damaged() {
        String okx =
                "1700000000.40: {\"arg\":{\"channel\":\"trades\",\"instId\":\"BTC-USDT\"},\"data\":[{\"tradeId\":\"9\",\"px\":\"%s\",\"sz\":\"1\",\"side\":\"%s\",\"ts\":\"1700000000350\"}]}\n";
        String binance =
                "1700000000600000000 {\"stream\":\"ethusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1700000000550,\"T\":1700000000549,\"s\":\"ETHUSDT\",\"t\":7,%s,\"m\":true}}\n";
        String orders =
                "id,timestamp,exchange.timestamp,price,volume,action,direction\n1,1430438404518,1430438404000,236.47,2,created,bid\n";
        String tardis = "exchange,symbol,timestamp,local_timestamp,ask_amount,ask_price,bid_price,bid_amount\n";
        String depth =
                "symbol,timestamp,first_update_id,last_update_id,side,update_type,price,qty\nBTCUSDT,1704067200000,1,10,b,set,100,1\n";
        String ticker =
                "update_id,best_bid_price,best_bid_qty,best_ask_price,best_ask_qty,transaction_time,event_time\n";
        return Stream.of(
                Arguments.of(
                        "a.log",
                        okx.formatted("1", "buy") + okx.formatted("1", "long"),
                        ", line 2: has the side 'long', which must be buy or sell"),
                Arguments.of(
                        "a.log",
                        okx.formatted("1", "buy") + okx.formatted("1.x", "buy"),
                        ", line 2: value '1.x', which is no decimal number; mend the row or remove it"),
                Arguments.of(
                        "a.log",
                        okx.formatted("1", "buy") + okx.formatted("1", "buy").substring(0, 70),
                        ", line 2: ends inside its JSON message; the file was cut short, download it again"),
                Arguments.of(
                        "a.log",
                        okx.formatted("1", "buy") + "hello\n",
                        ", line 2: begins with neither a time nor an address"),
                Arguments.of(
                        "BTCUSD-o.csv",
                        orders + "2,1430438404519,0,236.47,2,created,middle\n",
                        ", line 3: column 7 is 'middle', which is no side: bid, ask, buy or sell is one"),
                Arguments.of(
                        "BTCUSD-o.csv",
                        orders + "2,1430438404519,0,236.47,2,moved,bid\n",
                        ", line 3: column 6 (action) is 'moved', and must be created, changed or deleted"),
                Arguments.of(
                        "BTCUSD-o.csv",
                        orders + "2,1430438404519,0,236.47,2\n",
                        ", line 3: has 5 columns, and more belong to this format; the row is damaged or the file was cut short"),
                Arguments.of(
                        "BTCUSD-f.log",
                        "1430438404518 order_created {\"price\":\"1\",\"amount\":\"1\",\"id\":1,\"order_type\":0}\n1430438404519 order_lost {\"id\":2}\n",
                        ", line 2: is about 'order_lost', which is no event of this feed"),
                Arguments.of(
                        "BTCUSD-f.log",
                        "1430438404518 order_created {\"price\":\"1\",\"amount\":\"1\",\"id\":1,\"order_type\":0}\n1430438404519 order_changed {\"id\":1,\"amount\":\"2\"}\n",
                        ", line 2: does not say all of id, price, amount and order_type that its event needs"),
                Arguments.of(
                        "b.log",
                        binance.formatted("\"p\":\"9.5\",\"q\":\"2\"") + binance.formatted("\"q\":\"2\""),
                        ", line 2: is a trade without its price (p), quantity (q) or maker (m)"),
                Arguments.of(
                        "b.log",
                        binance.formatted("\"p\":\"9.5\",\"q\":\"\u0132\""),
                        ", line 1: value '?', which is no decimal number"),
                Arguments.of(
                        "t.csv",
                        tardis + "x,btcusdt,soon,1582329601211000,1,1,1,1\n",
                        ", line 2: column 3 is 'soon', which is no whole number"),
                Arguments.of(
                        "t.csv",
                        tardis + "x,btcusdt,15,1582329601211000,1,1,1,1\n",
                        ", line 2: column 3 is '15', which is no time since 1973"),
                Arguments.of(
                        "d.csv",
                        depth + "BTCUSDT,1704067200000,1,10,b,set,100\n",
                        ", line 3: has 7 columns where 8 belong"),
                Arguments.of(
                        "d.csv",
                        depth + "BTCUSDT,1704067200000,1,10,up,set,100,1\n",
                        ", line 3: column 5 is 'up', which is no side"),
                Arguments.of(
                        "BTCUSDT-bookTicker.csv",
                        ticker + "1,1e99,1,2,1,1704067200000,1704067200000\n",
                        ", line 2: column 2 is '1e99', which does not fit 64 bits"),
                Arguments.of(
                        "x_ob.data",
                        "{\"topic\":\"orderbook.500.XRPUSDT\",\"type\":\"snapshot\",\"ts\":1733011200691,\"data\":{\"b\":[[\"1\",\"5\"]],\"a\":[],\"u\":100}}\n[]\n",
                        ", line 2: holds no JSON object where one belongs"),
                Arguments.of(
                        "b.json",
                        "{\"product\":\"BTC-USD\",\"level\":2,\"sequence\":5}\n",
                        ", line 1: holds neither bids nor asks, so it is no book"),
                Arguments.of(
                        "b.json",
                        "{\"product\":\"BTC-USD\",\"captured_at\":\"noon\",\"sequence\":5,\"bids\":[],\"asks\":[]}\n",
                        ", line 1: has the time 'noon', which is not of the form 2024-01-31T23:59:00Z"),
                Arguments.of(
                        "equity/ibm/20131007_trade.csv",
                        "1,1842500,100,P,0,0\n99999999,1,1,P,0,0\n",
                        ", line 2: column 1 (time) is '99999999', which is more than a day after midnight"),
                Arguments.of(
                        "equity/ibm/20131007_quote.csv",
                        "1,1842500,100,,,P,0,0\nx,1,1,1,1,P,0,0\n",
                        ", line 2: column 1 (time) is 'x', which is no number of milliseconds since midnight"),
                Arguments.of(
                        "forex/eurusd/20140505_quote.csv",
                        "1,1.1,1.2\n2,1.1\n",
                        ", line 2: has 2 columns, and more belong to this format"),
                Arguments.of(
                        "crypto/x/btcusd/20180404_trade.csv",
                        "0,1,3,2,2,1\n60000,1,3,0.5,5,1\n",
                        ", line 1: the 1m bar from 2018-04-04T00:00:00Z with open 1, high 3, low 2, close 2, volume 1 has an open or close outside low and high"),
                Arguments.of(
                        "crypto/x/btcusd/20180404_trade.csv",
                        "0,2,1,2,2,1\n",
                        ", line 1: the 1m bar from 2018-04-04T00:00:00Z with open 2, high 1, low 2, close 2, volume 1 has a high below its low"));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void aDamagedLineIsRefusedWithItsNumber(String name, String text, String message) throws IOException {
        Path file = write(name, text);

        assertThatThrownBy(() -> Recordings.of(file).inspect())
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + message);
    }

    @Test
    void aFileOfNoKnownFormatIsRefusedWithTheFormatsThatAre() throws IOException {
        Path file = write("a.log", "hello\n");

        assertThatThrownBy(() -> Recordings.of(file).load())
                .hasMessageStartingWith(
                        file
                                + ", line 1: 'hello' begins no recording that is known; known are TTQuant recording, Binance WebSocket capture,")
                .hasMessageEndingWith("Give a file of one of these, or add yours with format(...)");
        assertThat(Recordings.of(file).reads()).isFalse();
    }

    @Test
    void aPackedFileThatWasCutShortIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 20_000; i++) {
                text.append("1,42000.").append(i * 7_919 % 10_000).append(",2,42001,3,1704067200000,1704067200001\n");
            }
            gzip.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        }
        Path file = Files.write(
                folder.resolve("BTCUSDT-bookTicker-2024-01-01.csv.gz"),
                Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));

        assertThatThrownBy(() -> Recordings.of(file).inspect())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is cut short or damaged")
                .hasMessageContaining("download it again");
    }

    @Test
    void twoRecordingsOfOneThingAreRefused() throws IOException {
        String rows =
                "1,42000.1,2,42000.2,3,1704067200000,1704067200001\n2,42000.1,2,42000.2,3,1704067201000,1704067201001\n";
        Path one = write("a/BTCUSDT-bookTicker-2024-01-01.csv", rows);
        Path two = write("b/BTCUSDT-bookTicker-2024-01-01.csv", rows);

        assertThatThrownBy(() -> Recordings.of(one, two).inspect())
                .hasMessage(two
                        + ": holds quotes of BTCUSDT from 2024-01-01T00:00:00Z to 2024-01-01T00:00:01Z, and so does "
                        + one + ", so that each would count twice; leave one of them out");
    }

    @Test
    void aGapInABookIsReportedAndTheBookIsLost() throws IOException {
        Path file = write(
                "ETHUSDT.log",
                "1700000000000000000 {\"lastUpdateId\":10,\"bids\":[[\"9\",\"1\"]],\"asks\":[[\"10\",\"1\"]]}\n"
                        + change(500, 9, 12, 8, "[]", "[[\"10\",\"2\"]]")
                        + change(600, 15, 16, 14, "[[\"9\",\"3\"]]", "[]"));
        DataQuality quality = Recordings.of(file).inspect().quality().get(0);

        assertThat(quality.finding("sequence breaks").orElseThrow().count()).isEqualTo(1);
        assertThat(quality.finding("book lost").orElseThrow().count()).isEqualTo(1);
    }

    @Test
    void aBookThatCrossesAndQuotesThatCrossAreReported() throws IOException {
        Path book = write(
                "ETHUSDT.log",
                "1700000000000000000 {\"lastUpdateId\":10,\"bids\":[[\"9\",\"1\"]],\"asks\":[[\"10\",\"1\"]]}\n"
                        + change(500, 9, 12, 8, "[[\"11\",\"1\"]]", "[]"));
        Path quotes = write("BTCUSDT-bookTicker.csv", "1,5,2,5,3,1704067200000,1704067200001\n");

        assertThat(Recordings.of(book)
                        .inspect()
                        .quality()
                        .get(0)
                        .finding("crossed book")
                        .orElseThrow()
                        .count())
                .isEqualTo(1);
        assertThat(Recordings.of(quotes)
                        .inspect()
                        .quality()
                        .get(0)
                        .finding("crossed quotes")
                        .orElseThrow()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void barsThatContradictEachOtherAreRefused() throws IOException {
        Path file = write(
                "crypto/x/btcusd/20180404_trade.csv", "0,1,3,1,2,1\n0,1,3,1,2,1\n60000,1,3,1,2,1\n60000,1,3,1,3,1\n");

        assertThatThrownBy(() -> Recordings.of(file).load())
                .hasMessageContaining(
                        "has a 1m bar from 2018-04-04T00:01:00Z and another one from 2018-04-04T00:01:00Z")
                .hasMessageContaining("remove the wrong one");
    }

    private static String change(int time, int first, int last, int previous, String bids, String asks) {
        return "1700000000" + time + "000000 " + FUTURES.formatted(time, first, last, previous, bids, asks) + "\n";
    }
}
