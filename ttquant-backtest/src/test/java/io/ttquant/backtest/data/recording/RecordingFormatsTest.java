package io.ttquant.backtest.data.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.money.Currency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few hand-written lines of each format, and what is understood. */
class RecordingFormatsTest {
    @TempDir
    private Path folder;

    private TapeText read(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return TapeText.of(Files.writeString(file, text));
    }

    @Test
    void framesOfBinanceSpot() throws IOException {
        TapeText tape = read("capture.log", """
                1700000000000000000 {"lastUpdateId":10,"bids":[["100.10","1"]],"asks":[["100.20","2"]]}
                1700000000500000000 {"stream":"btcusdt@depth","data":{"e":"depthUpdate","E":1700000000400,"s":"BTCUSDT","U":11,"u":12,"b":[["100.10","0"]],"a":[]}}
                1700000000600000000 {"stream":"btcusdt@trade","data":{"e":"trade","E":1700000000550,"s":"BTCUSDT","t":7,"p":"100.20","q":"0.5","b":1,"a":2,"T":1700000000549,"m":true,"M":true}}
                1700000000700000000 {"stream":"btcusdt@bookTicker","data":{"u":13,"s":"BTCUSDT","b":"100.05","B":"3","a":"100.20","A":"1.5"}}
                1700000000800000000 {"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":1700000000750,"s":"BTCUSDT","a":70,"p":"100.2","q":"1","f":7,"l":8,"T":1700000000749,"m":false}}
                1700000000900000000 {"stream":"btcusdt@kline_1m","data":{"e":"kline","E":1700000000850,"s":"BTCUSDT","k":{"o":"1"}}}
                """);

        assertThat(tape.format()).isEqualTo("Binance WebSocket capture");
        assertThat(tape.lines())
                .containsExactly(
                        "BTCUSDT ? received 22:13:20Z snapshot ?-10 after ? bid 100.10x1.0 ask 100.20x2.0",
                        "BTCUSDT 22:13:20.400Z received 22:13:20.500Z change 11-12 after ? bid 100.10x0.0",
                        "BTCUSDT 22:13:20.549Z received 22:13:20.600Z trade 7 100.20x0.5 SELLER",
                        "BTCUSDT ? received 22:13:20.700Z quote 100.05x3.0 / 100.20x1.5",
                        "BTCUSDT 22:13:20.749Z received 22:13:20.800Z trade 70 100.20x1.0 BUYER");
    }

    @Test
    void whatElseBinanceSendsLeavesPricesAndTheirDecimalsAlone() throws IOException {
        TapeText tape = read("capture.log", """
                1700000000600000000 {"stream":"ethusdt@trade","data":{"e":"trade","E":1700000000550,"T":1700000000549,"s":"ETHUSDT","t":7,"p":"9.5","q":"2","X":"MARKET","m":true}}
                1700000000700000000 {"stream":"ethusdt@markPrice","data":{"e":"markPriceUpdate","E":1700000000650,"s":"ETHUSDT","p":"9.51234567","i":"9.6","P":"9.7","r":"0.0001","T":1700006400000}}
                1700000000800000000 {"stream":"!markPrice@arr","data":[{"e":"markPriceUpdate","E":1700000000750,"s":"ETHUSDT","p":"9.51234567","T":1700006400000}]}
                1700000000900000000 {"stream":"ethusdt@trade","data":{"e":"trade","E":1700000000850,"T":1700000000849,"s":"ETHUSDT","t":8,"p":"9.6","q":"1","X":"MARKET","m":false}}
                """);

        assertThat(tape.lines())
                .containsExactly(
                        "ETHUSDT 22:13:20.549Z received 22:13:20.600Z trade 7 9.5x2 SELLER",
                        "ETHUSDT 22:13:20.849Z received 22:13:20.900Z trade 8 9.6x1 BUYER");
    }

    @Test
    void levelsOfTwoSymbolsAtOneInstantMakeTwoBooks() throws IOException {
        TapeText tardis = read("books.csv", """
                exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount
                binance,BTCUSDT,1700000000000000,1700000000001000,true,bid,100,1
                binance,ETHUSDT,1700000000000000,1700000000001000,true,ask,10,2
                """);
        TapeText binance = read("depth.csv", """
                symbol,timestamp,first_update_id,last_update_id,side,update_type,price,qty
                BTCUSDT,1700000000000,,,b,snap,100,1
                ETHUSDT,1700000000000,,,a,snap,10,2
                """);

        assertThat(tardis.lines())
                .containsExactly(
                        "BTCUSDT 22:13:20Z received 22:13:20.001Z snapshot ?-? after ? bid 100x1",
                        "ETHUSDT 22:13:20Z received 22:13:20.001Z snapshot ?-? after ? ask 10x2");
        assertThat(binance.lines())
                .containsExactly(
                        "BTCUSDT 22:13:20Z snapshot ?-? after ? bid 100x1",
                        "ETHUSDT 22:13:20Z snapshot ?-? after ? ask 10x2");
    }

    @Test
    void aSideWithoutOrdersIsEmptyInATickerOfOkx() throws IOException {
        TapeText tape = read("okx.log", """
                1700000000.50: {"arg":{"channel":"tickers","instId":"BTC-USDT"},"data":[{"askPx":"101","askSz":"1","bidPx":"","bidSz":"","ts":"1700000000450"}]}
                """);

        assertThat(tape.lines()).containsExactly("BTC-USDT 22:13:20.450Z received 22:13:20.500Z quote 0x0 / 101x1");
    }

    @Test
    void framesWithAddressesAndAChainOfFutures() throws IOException {
        TapeText tape = read("capture.log", """
                wss://fstream.binance.com/ws <-> 1700000000.1
                https://fapi.binance.com/fapi/v1/depth?symbol=ETHUSDT&limit=1000 -> 1700000000.25: {"lastUpdateId":10,"T":1700000000200,"bids":[["9","1"]],"asks":[]}
                wss://fstream.binance.com/ws <- 1700000000.3: {"method":"SUBSCRIBE"}
                1700000000.5: {"stream":"ethusdt@depth","data":{"e":"depthUpdate","E":1700000000400,"T":1700000000399,"s":"ETHUSDT","U":11,"u":12,"pu":10,"b":[],"a":[["9.5","2"]]}}
                """);

        assertThat(tape.lines())
                .containsExactly(
                        "ETHUSDT 22:13:20.200Z received 22:13:20.250Z snapshot ?-10 after ? bid 9.0x1",
                        "ETHUSDT 22:13:20.399Z received 22:13:20.500Z change 11-12 after 10 ask 9.5x2");
    }

    @Test
    void framesOfOkx() throws IOException {
        TapeText tape = read("okx.log", """
                1700000000.10: {"event":"subscribe","arg":{"channel":"books","instId":"BTC-USDT"}}
                1700000000.20: {"arg":{"channel":"books","instId":"BTC-USDT"},"action":"snapshot","data":[{"asks":[["101","2","0","1"]],"bids":[["100","1","0","3"]],"ts":"1700000000150","checksum":-5,"prevSeqId":-1,"seqId":5}]}
                1700000000.30: {"arg":{"channel":"books","instId":"BTC-USDT"},"action":"update","data":[{"asks":[["101","0","0","0"]],"bids":[],"ts":"1700000000250","checksum":7,"prevSeqId":5,"seqId":6}]}
                1700000000.40: {"arg":{"channel":"trades","instId":"BTC-USDT"},"data":[{"instId":"BTC-USDT","tradeId":"9","px":"100.5","sz":"0.25","side":"sell","ts":"1700000000350"}]}
                1700000000.50: {"arg":{"channel":"tickers","instId":"BTC-USDT"},"data":[{"askPx":"101","askSz":"1","bidPx":"100","bidSz":"2","ts":"1700000000450"}]}
                1700000000.60: {"arg":{"channel":"bbo-tbt","instId":"BTC-USDT"},"data":[{"asks":[["101","1","0","1"]],"bids":[["100","2","0","1"]],"ts":"1700000000550"}]}
                1700000000.70: {"arg":{"channel":"funding-rate","instId":"BTC-USDT"},"data":[{"fundingRate":"0.1"}]}
                """);

        assertThat(tape.format()).isEqualTo("OKX WebSocket capture");
        assertThat(tape.lines())
                .containsExactly(
                        "BTC-USDT 22:13:20.150Z received 22:13:20.200Z snapshot ?-5 after -1 ask 101.0x2.00 bid 100.0x1.00 checksum -5",
                        "BTC-USDT 22:13:20.250Z received 22:13:20.300Z change ?-6 after 5 ask 101.0x0.00 checksum 7",
                        "BTC-USDT 22:13:20.350Z received 22:13:20.400Z trade 9 100.5x0.25 SELLER",
                        "BTC-USDT 22:13:20.450Z received 22:13:20.500Z quote 100.0x2.00 / 101.0x1.00",
                        "BTC-USDT 22:13:20.550Z received 22:13:20.600Z quote 100.0x2.00 / 101.0x1.00");
    }

    @Test
    void ordersOfBitstampInBothForms() throws IOException {
        assertThat(read("BTCUSD-orders.csv", """
                id,timestamp,exchange.timestamp,price,volume,action,direction
                1,1430438404518,1430438404000,236.47,200000000,created,bid
                1,1430438404518,1430438404000,236.47,200000000,created,bid
                1,1430438404600,1430438404000,236.47,150000000,changed,bid
                2,1430438404700,1430438404000,237,0,created,ask
                2,1430438404701,1430438404000,237,0,deleted,ask
                1,1430438404800,1430438404000,236.47,150000000,deleted,bid
                """).lines())
                .containsExactly(
                        "BTCUSD ? received 00:00:04.518Z orders clear buy:1:236.47x2.0",
                        "BTCUSD ? received 00:00:04.600Z orders modify:1:236.47x1.5",
                        "BTCUSD ? received 00:00:04.700Z orders",
                        "BTCUSD ? received 00:00:04.701Z orders",
                        "BTCUSD ? received 00:00:04.800Z orders delete:1");
        assertThat(read("BTCUSD-feed.log", """
                1430438404518 order_created {"price": "236.47", "amount": "2.5", "datetime": "1430438404", "id": 1, "order_type": 0}
                1430438404600 trade {"price": 236.47, "amount": 1.7885566900000001, "id": 77}
                1430438404700 order_book {"bids": [], "asks": []}
                1430438404800 order_deleted {"price": "236.47", "amount": "0.7", "datetime": "1430438404", "id": 1, "order_type": 0}
                """).lines())
                .containsExactly(
                        "BTCUSD ? received 00:00:04.518Z orders clear buy:1:236.47x2.50000000",
                        "BTCUSD ? received 00:00:04.600Z trade 77 236.47x1.78855669 NONE",
                        "BTCUSD ? received 00:00:04.800Z orders delete:1");
    }

    @Test
    void theArchiveOfBybitIsLostWhereAnUpdateIsMissing() throws IOException {
        assertThat(read("2024-12-01_XRPUSDT_ob500.data", """
                {"topic":"orderbook.500.XRPUSDT","type":"snapshot","ts":1733011200691,"data":{"s":"XRPUSDT","b":[["1.9","5"]],"a":[["2","7"]],"u":100,"seq":1}}
                {"topic":"orderbook.500.XRPUSDT","type":"delta","ts":1733011200791,"data":{"s":"XRPUSDT","b":[["1.9","0"]],"a":[],"u":101,"seq":2}}
                {"topic":"orderbook.500.XRPUSDT","type":"delta","ts":1733011200891,"data":{"s":"XRPUSDT","b":[["1.8","1"]],"a":[],"u":103,"seq":3}}
                """).lines())
                .containsExactly(
                        "XRPUSDT 00:00:00.691Z snapshot ?-100 after ? bid 1.9x5 ask 2.0x7",
                        "XRPUSDT 00:00:00.791Z change ?-101 after ? bid 1.9x0",
                        "XRPUSDT 00:00:00.891Z lost");
    }

    @Test
    void snapshotsOfCoinbaseByLevelAndByOrder() throws IOException {
        assertThat(read("book2.json", """
                {"product":"BTC-USD","level":2,"captured_at":"2026-08-07T20:04:08Z","sequence":5,"bids":[["100.5","1",3]],"asks":[["101","2",1]]}
                """).lines())
                .containsExactly("BTC-USD 20:04:08Z snapshot ?-5 after ? bid 100.5x1 ask 101.0x2");
        assertThat(read("book3.json", """
                {"product":"BTC-USD","level":3,"captured_at":"2026-08-07T20:04:08Z","sequence":5,"bids":[["100.5","1","a-b"]],"asks":[["101","2","c-d"]]}
                """).lines())
                .containsExactly("BTC-USD 20:04:08Z orders clear buy:1:100.5x1 sell:2:101.0x2");
    }

    @Test
    void archivesOfBinance() throws IOException {
        assertThat(read("BTCUSDT-bookTicker-2024-01-01.csv", "1,42000.1,2,42000.2,3,1704067200000,1704067200001\n")
                        .lines())
                .containsExactly("BTCUSDT 00:00:00Z quote 42000.1x2 / 42000.2x3");
        assertThat(read("BTCUSDT_T_DEPTH.csv", """
                symbol,timestamp,first_update_id,last_update_id,side,update_type,price,qty,pu
                BTCUSDT,1704067200000,,10,b,snap,100,1,
                BTCUSDT,1704067200000,,10,a,snap,101,2,
                BTCUSDT,1704067200100,11,12,a,set,101,0,10
                BTCUSDT,1704067200200,13,13,b,set,100,3,12
                BTCUSDT,1704067200200,13,13,b,set,99.5,4,12
                """).lines())
                .containsExactly(
                        "BTCUSDT 00:00:00Z snapshot ?-10 after ? bid 100.0x1 ask 101.0x2",
                        "BTCUSDT 00:00:00.100Z change 11-12 after 10 ask 101.0x0",
                        "BTCUSDT 00:00:00.200Z change 13-13 after 12 bid 100.0x3 bid 99.5x4");
    }

    @Test
    void quotesAndBooksInTheLayoutOfTardis() throws IOException {
        assertThat(read("quotes.csv", """
                exchange,symbol,timestamp,local_timestamp,ask_amount,ask_price,bid_price,bid_amount
                binance-futures,btcusdt,1582329601096000,1582329601211000,3.5,9700.1,9700,2
                """).lines())
                .containsExactly("BTCUSDT 00:00:01.096Z received 00:00:01.211Z quote 9700.0x2.0 / 9700.1x3.5");
        assertThat(read("book.csv", """
                exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount
                deribit,BTC-PERPETUAL,1582329601096000,1582329601211000,true,bid,9700,2
                deribit,BTC-PERPETUAL,1582329601096000,1582329601211000,true,ask,9701,3
                deribit,BTC-PERPETUAL,1582329601300000,1582329601400000,false,ask,9701,0
                """).lines())
                .containsExactly(
                        "BTC-PERPETUAL 00:00:01.096Z received 00:00:01.211Z snapshot ?-? after ? bid 9700x2 ask 9701x3",
                        "BTC-PERPETUAL 00:00:01.300Z received 00:00:01.400Z change ?-? after ? ask 9701x0");
    }

    @Test
    void ticksInLeansLayout() throws IOException {
        assertThat(read(
                                "equity/usa/tick/ibm/20131007_trade.csv",
                                "34200000,1842500,100,P,0,0\n34200000.5,1842600,5,P,0,1\n")
                        .lines())
                .as("a suspicious trade is left out, and New York is four hours behind in October")
                .containsExactly("IBM 13:30:00Z trade ? 184.25x100 NONE");
        assertThat(read(
                                "equity/usa/tick/ibm/20131007_quote.csv",
                                "34200000,1842500,100,0,0,P,0,0\n34200001,,,1842600,7,P,0,0\n")
                        .lines())
                .as("a side that is 0 or empty did not change")
                .containsExactly(
                        "IBM 13:30:00Z quote 184.25x100 / 0.00x0", "IBM 13:30:00.001Z quote 184.25x100 / 184.26x7");
        assertThat(read("forex/oanda/tick/eurusd/20140505_quote.csv", "23668,1.38712,1.38725\n")
                        .lines())
                .containsExactly("EURUSD 00:00:23.668Z quote 1.38712x1 / 1.38725x1");
    }

    @Test
    void barsInLeansLayout() throws IOException {
        assertThat(read("equity/usa/minute/spy/20131007_trade.csv", "34200000,1674100,1674200,1672500,1672700,1\n")
                        .lines())
                .as("a volume of 1 does not make it a tick")
                .containsExactly("SPY 13:31:00Z bar 1m from 13:30:00Z 167.41 167.42 167.25 167.27 1");
        assertThat(read(
                                "crypto/bybit/minute/btcusdt/20221213_quote.csv",
                                "60000,10,12,9,11,0.5,11,13,10,12,33.35399601000002\n")
                        .lines())
                .containsExactly(
                        "BTCUSDT 00:02:00Z bar 1m@bid from 00:01:00Z 10 12 9 11 0.50000000",
                        "BTCUSDT 00:02:00Z bar 1m@ask from 00:01:00Z 11 13 10 12 33.35399601");
        assertThat(read(
                                "crypto/binance/hour/btcusdt_trade.csv",
                                "20180501 00:00,10,12,9,11,0.5\n20180501 01:00,11,12,9,10,0.5\n")
                        .lines())
                .containsExactly(
                        "BTCUSDT 01:00:00Z bar 1h from 00:00:00Z 10 12 9 11 0.5",
                        "BTCUSDT 02:00:00Z bar 1h from 01:00:00Z 11 12 9 10 0.5");
        assertThat(read(
                                "equity/usa/daily/spy.csv",
                                "20240308 00:00,100000,110000,90000,100000,5\n20240311 00:00,100000,110000,90000,100000,5\n")
                        .lines())
                .as("a day begins and ends at New York's midnight, in summer as in winter")
                .containsExactly(
                        "SPY 05:00:00Z bar 1d from 05:00:00Z 10 11 9 10 5",
                        "SPY 04:00:00Z bar 1d from 04:00:00Z 10 11 9 10 5");
    }

    @Test
    void anOfferedInstrumentTakesThePlaceOfTheInferredOneOfItsNameAndKind() throws IOException {
        Path file = Files.writeString(
                folder.resolve("BTCUSDT-bookTicker-2024-01-01.csv"),
                "1,42000.1,2,42000.2,3,1704067200000,1704067200001\n");
        Instrument swap = Instrument.perpetual(
                        InstrumentId.parse("binance:BTCUSDT"), Currency.of("BTC"), Currency.of("USDT"))
                .tick("0.05")
                .lot("0.001")
                .build();
        Instrument spot = Instrument.spot("binance:BTCUSDT", "BTC", "USDT")
                .tick("0.01")
                .lot("1")
                .build();

        assertThat(Recordings.of(file).known(List.of(spot, swap)).load().instruments())
                .containsExactly(swap);
        assertThat(Recordings.of(file)
                        .known(List.of(spot))
                        .load()
                        .instruments()
                        .get(0)
                        .kind())
                .isEqualTo(InstrumentKind.PERPETUAL);
    }
}
