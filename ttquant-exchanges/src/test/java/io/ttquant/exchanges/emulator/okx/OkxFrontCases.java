package io.ttquant.exchanges.emulator.okx;

import static io.ttquant.exchanges.emulator.exchange.Side.BUY;
import static io.ttquant.exchanges.emulator.exchange.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.answer.AssetBalance;
import io.ttquant.exchanges.answer.BookAnswer;
import io.ttquant.exchanges.answer.CommandResult;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.answer.VenuePosition;
import io.ttquant.exchanges.emulator.exchange.Balance;
import io.ttquant.exchanges.emulator.server.Json;
import io.ttquant.exchanges.emulator.server.Line;
import io.ttquant.exchanges.emulator.server.Wire;
import io.ttquant.exchanges.okx.OkxAccounts;
import io.ttquant.exchanges.okx.OkxMarkets;
import io.ttquant.exchanges.okx.OkxOrders;
import io.ttquant.exchanges.okx.OkxPage;
import io.ttquant.exchanges.okx.TradeMode;
import io.ttquant.exchanges.transport.HttpResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our own requests and readers against the front of OKX. */
abstract class OkxFrontCases {
    final OkxFloor floor = new OkxFloor();

    abstract Wire wire(Wire.Maker maker);

    @BeforeEach
    void connect() {
        floor.connect(wire(floor::make));
    }

    @AfterEach
    void end() {
        floor.wire.ask(() -> {
            floor.exchange.assertConservation();
            return true;
        });
        floor.wire.close();
    }

    @Test
    void carriesAnOrderFromPlacingOverAmendingAndFillingToTheEnd() {
        var spot = floor.spot();
        Orders buy = OkxFloor.limit(spot, Side.BUY, "30000", "0.5");
        CommandResult placed = floor.result(floor.requests.place("my1", buy.request()));
        assertThat(placed.verdict().isAccepted()).isTrue();
        assertThat(placed.venueId()).isNotEmpty();
        Amendment smaller = new Amendment(40_000, 300_010, 0);
        assertThat(floor.result(floor.requests.amend("my1", spot, smaller))
                        .verdict()
                        .isAccepted())
                .isTrue();
        VenueOrder open = OkxOrders.orders(floor.data(floor.requests.openOrders("BTC-USDT", OkxPage.latest(100))))
                .get(0);
        assertThat(open.quantity()).isEqualByComparingTo("0.4");
        assertThat(open.price()).isEqualByComparingTo("30001");

        floor.bob("BTC-USDT", SELL, "30001", "0.1");
        VenueOrder part = OkxOrders.orders(floor.data(floor.requests.order("BTC-USDT", "my1")))
                .get(0);
        assertThat(part.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(part.averagePrice()).isEqualByComparingTo("30001");
        assertThat(floor.result(floor.requests.cancel("BTC-USDT", "my1"))
                        .verdict()
                        .isAccepted())
                .isTrue();
        VenueOrder ended = OkxOrders.orders(floor.data(floor.requests.order("BTC-USDT", "my1")))
                .get(0);
        assertThat(ended.status()).isEqualTo(OrderStatus.CANCELED);
        List<VenueFill> fills =
                OkxOrders.fills(floor.data(floor.requests.fills("SPOT", "BTC-USDT", OkxPage.latest(100))));
        assertThat(fills).hasSize(1);
        assertThat(fills.get(0).fee().currency()).isEqualTo("BTC");
        assertThat(fills.get(0).fee().amount()).isEqualByComparingTo("0.00008");
        assertBalances();
    }

    private void assertBalances() {
        List<AssetBalance> told =
                OkxAccounts.balances(floor.data(floor.requests.account().balance(null)));
        assertThat(told).hasSize(2);
        for (AssetBalance balance : told) {
            Balance known = floor.wire.ask(() -> floor.exchange.accounts().balance(OkxFloor.ALICE, balance.currency()));
            assertThat(balance.cash()).isEqualByComparingTo(known.total());
            assertThat(balance.free()).isEqualByComparingTo(known.free());
        }
    }

    @Test
    void holdsPositionsInContractsAndNamesThemSo() {
        var swap = floor.swap();
        assertThat(floor.data(floor.requests.account().setLeverage("BTC-USDT-SWAP", 10, TradeMode.CROSS, null)))
                .hasSize(1);
        floor.bob("BTC-USDT-SWAP", SELL, "30000", "5");
        floor.result(floor.requests.place(
                "s1", OkxFloor.limit(swap, Side.BUY, "30000", "2").request()));
        VenuePosition position = OkxAccounts.positions(
                        floor.data(floor.requests.account().positions("SWAP", null)))
                .get(0);
        assertThat(position.quantity()).isEqualByComparingTo("2");
        assertThat(position.entryPrice()).isEqualByComparingTo("30000");
        assertThat(position.leverage()).isEqualByComparingTo("10");
        assertBalances();
    }

    @Test
    void keepsALeverageForEachSideOfIsolatedHedging() {
        var account = floor.requests.account();
        floor.data(account.setPositionMode(true));
        floor.data(account.setLeverage(OkxFloor.SWAP, 5, TradeMode.ISOLATED, "long"));
        floor.data(account.setLeverage(OkxFloor.SWAP, 10, TradeMode.CROSS, null));
        JsonNode short7 = floor.data(account.setLeverage(OkxFloor.SWAP, 7, TradeMode.ISOLATED, "short"));
        assertThat(short7).hasSize(1);
        assertThat(OkxAccounts.leverage(short7, "short")).isEqualTo("7");

        JsonNode isolated = floor.data(account.leverage(OkxFloor.SWAP, TradeMode.ISOLATED));
        assertThat(OkxAccounts.leverage(isolated, "long")).isEqualTo("5");
        assertThat(OkxAccounts.leverage(isolated, "short")).isEqualTo("7");
        JsonNode cross = floor.data(account.leverage(OkxFloor.SWAP, TradeMode.CROSS));
        assertThat(cross).hasSize(1);
        assertThat(OkxAccounts.leverage(cross, null)).isEqualTo("10");
    }

    @Test
    void wantsToKnowTheSideWhoseLeverageIsMeant() {
        var account = floor.requests.account();
        floor.data(account.setPositionMode(true));
        assertThat(floor.send(account.setLeverage(OkxFloor.SWAP, 5, TradeMode.ISOLATED, null))
                        .text())
                .contains("50014", "posSide");
        assertThat(floor.send(account.setLeverage(OkxFloor.SWAP, 5, TradeMode.ISOLATED, "net"))
                        .text())
                .contains("51000", "posSide");
        assertThat(OkxAccounts.leverage(floor.data(account.leverage(OkxFloor.SWAP, TradeMode.ISOLATED)), null))
                .isEqualTo("20");
    }

    @Test
    void refusesInTheItemAndNotInTheStatus() {
        var spot = floor.spot();
        HttpResponse poor = floor.send(floor.requests.place(
                "p1", OkxFloor.limit(spot, Side.BUY, "30000", "500").request()));
        assertThat(poor.status()).isEqualTo(200);
        assertThat(poor.text()).contains("\"code\":\"1\"", "\"sCode\":\"51008_1000\"");
        assertThat(floor.result(floor.requests.cancel("BTC-USDT", "never"))
                        .verdict()
                        .code())
                .startsWith("51400");
        assertThat(floor.send(floor.requests.order("BTC-USDT", "never")).text()).contains("51603");
        HttpResponse forged = floor.send(floor.requests("wrong").account().balance(null));
        assertThat(forged.status()).isEqualTo(401);
        assertThat(forged.text()).contains("50113");
    }

    @Test
    void answersABatchThatPartlyFailedWithCodeTwo() {
        var spot = floor.spot();
        HttpResponse answer = floor.send(floor.requests.placeAll(
                List.of("b1", "b2"),
                List.of(
                        OkxFloor.limit(spot, Side.BUY, "30000", "0.5").request(),
                        OkxFloor.limit(spot, Side.BUY, "30000", "500").request())));
        assertThat(answer.text()).contains("\"code\":\"2\"", "\"sCode\":\"0\"", "\"sCode\":\"51008_1000\"");
    }

    @Test
    void cancelsAPostOnlyOrderThatWouldTakeInsteadOfRefusingIt() {
        var spot = floor.spot();
        floor.bob("BTC-USDT", SELL, "30000", "0.5");
        Orders taking = OkxFloor.limit(spot, Side.BUY, "30000", "0.5").postOnly();
        assertThat(floor.result(floor.requests.place("po1", taking.request()))
                        .verdict()
                        .isAccepted())
                .isTrue();
        VenueOrder order = OkxOrders.orders(floor.data(floor.requests.order("BTC-USDT", "po1")))
                .get(0);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(order.cancelSource()).isEqualTo("31");
    }

    @Test
    void firesAConditionalOrder() {
        var swap = floor.swap();
        floor.bob("BTC-USDT-SWAP", SELL, "30600", "50");
        Orders stop = Orders.of(swap, Side.BUY, OrderType.STOP_MARKET, "1").trigger("30500", TriggerSource.LAST);
        assertThat(floor.result(floor.requests.algos().place("a1", stop.request()))
                        .verdict()
                        .isAccepted())
                .isTrue();
        assertThat(floor.data(floor.requests.algos().openOrders("conditional", null, OkxPage.latest(10))))
                .hasSize(1);
        floor.result(floor.requests.place(
                "x1", OkxFloor.limit(swap, Side.BUY, "30600", "1").request()));
        JsonNode fired = floor.data(floor.requests.algos().order("a1"));
        assertThat(fired.path(0).path("state").asText()).isEqualTo("effective");
        assertThat(fired.path(0).path("ordId").asText()).isNotEmpty();
    }

    @Test
    void logsInAnswersPingsAndTakesOrdersByTheNumberOfTheInstrument() {
        Line line = floor.open("private");
        line.send("ping");
        assertThat(line.next("pong")).isEqualTo("pong");
        OkxFloor.subscribe(line, "\"channel\":\"orders\",\"instType\":\"ANY\"");
        var listing = floor.listing("SPOT");
        Orders buy = OkxFloor.limit(listing.instrument(), Side.BUY, "30000", "0.5");
        OkxFloor.say(line, floor.frames(listing.code()).place("7", "w1", buy.request()));
        assertThat(line.next("\"state\":\"live\"")).contains("\"clOrdId\":\"w1\"");
        assertThat(line.next("\"op\":\"order\"")).contains("\"id\":\"7\"", "\"sCode\":\"0\"");
        floor.bob("BTC-USDT", SELL, "30000", "0.5");
        assertThat(line.next("\"state\":\"filled\""))
                .contains("\"fillSz\":\"0.5\"", "\"execType\":\"M\"", "\"fillFee\":\"-0.0004\"");
    }

    @Test
    void tellsAccountsAndPositionsFirstWholeAndThenWhatChanges() {
        Line line = floor.open("private");
        OkxFloor.subscribe(line, "\"channel\":\"account\"");
        assertThat(line.next("snapshot")).contains("\"lastPage\":true", "\"ccy\":\"BTC\"");
        OkxFloor.subscribe(line, "\"channel\":\"positions\",\"instType\":\"ANY\"");
        line.next("snapshot");
        floor.bob("BTC-USDT-SWAP", SELL, "30000", "5");
        floor.result(floor.requests.place(
                "s1", OkxFloor.limit(floor.swap(), Side.BUY, "30000", "2").request()));
        assertThat(line.next(text -> text.contains("positions") && text.contains("event_update")))
                .contains("\"pos\":\"2\"");
    }

    @Test
    void refusesChannelsOfOtherSocketsAndForgedLogins() {
        Line line = floor.wire.open(floor.wire.ws() + "/ws/v5/public");
        line.send("{\"op\":\"subscribe\",\"args\":[{\"channel\":\"candle1m\",\"instId\":\"BTC-USDT\"}]}");
        assertThat(line.next("error")).contains("64001");
        line.send("{\"op\":\"subscribe\",\"args\":[{\"channel\":\"trades\",\"instId\":\"NO-SUCH\"}]}");
        assertThat(line.next("error")).contains("60018");
        line.send("{\"op\":\"login\",\"args\":[{\"apiKey\":\"aliceKey\",\"passphrase\":\"alicePass\",\"timestamp\":\""
                + floor.wire.millis() / 1000 + "\",\"sign\":\"forged\"}]}");
        assertThat(line.next("error")).contains("60007");
    }

    @Test
    void streamsABookWhosePreviousIdsChainAndWhoseChecksumsHold() {
        Line line = floor.open("public");
        floor.bob("BTC-USDT", SELL, "30000", "0.5");
        OkxFloor.subscribe(line, "\"channel\":\"books\",\"instId\":\"BTC-USDT\"");
        TreeMap<BigDecimal, String> asks = new TreeMap<>();
        TreeMap<BigDecimal, String> bids = new TreeMap<>(Comparator.reverseOrder());
        JsonNode first = Json.parse(line.next("snapshot")).path("data").path(0);
        long sequence = apply(first, -1, bids, asks);
        for (int i = 1; i < 6; i++) {
            floor.bob("BTC-USDT", SELL, "3000" + i, "0.5");
            floor.bob("BTC-USDT", BUY, "2999" + i, "0.25");
            floor.wire.pass(Duration.ofMillis(30));
        }
        floor.bob("BTC-USDT", BUY, "30000", "0.5");
        while (asks.containsKey(new BigDecimal("30000"))) {
            sequence = apply(Json.parse(line.next("update")).path("data").path(0), sequence, bids, asks);
        }
        BookAnswer book = OkxMarkets.book(floor.data(floor.requests.market().book("BTC-USDT", 400)));
        assertThat(book.sequence()).isEqualTo(sequence);
        assertThat(asks).hasSize(book.asks().size());
        assertThat(bids).hasSize(book.bids().size());
    }

    private static long apply(
            JsonNode data, long sequence, TreeMap<BigDecimal, String> bids, TreeMap<BigDecimal, String> asks) {
        assertThat(data.path("prevSeqId").asLong()).isEqualTo(sequence);
        change(data.path("bids"), bids);
        change(data.path("asks"), asks);
        assertThat(data.path("checksum").asInt()).isEqualTo(checksum(bids, asks));
        return data.path("seqId").asLong();
    }

    private static void change(JsonNode rows, TreeMap<BigDecimal, String> side) {
        for (JsonNode row : rows) {
            BigDecimal price = new BigDecimal(row.path(0).asText());
            if (row.path(1).asText().equals("0")) {
                side.remove(price);
            } else {
                side.put(price, row.path(0).asText() + ":" + row.path(1).asText());
            }
        }
    }

    private static int checksum(TreeMap<BigDecimal, String> bids, TreeMap<BigDecimal, String> asks) {
        List<String> bidTexts = List.copyOf(bids.values());
        List<String> askTexts = List.copyOf(asks.values());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            for (List<String> side : List.of(bidTexts, askTexts)) {
                if (i < side.size()) {
                    text.append(text.isEmpty() ? "" : ":").append(side.get(i));
                }
            }
        }
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return (int) crc.getValue();
    }

    @Test
    void showsTradesOfOneOrderAtOnePriceAsOne() {
        Line line = floor.open("public");
        OkxFloor.subscribe(line, "\"channel\":\"trades\",\"instId\":\"BTC-USDT\"");
        OkxFloor.subscribe(line, "\"channel\":\"bbo-tbt\",\"instId\":\"BTC-USDT\"");
        floor.bob("BTC-USDT", SELL, "30000", "0.1");
        assertThat(line.next("bbo-tbt")).isNotEmpty();
        floor.bob("BTC-USDT", SELL, "30000", "0.2");
        floor.result(floor.requests.place(
                "t1", OkxFloor.limit(floor.spot(), Side.BUY, "30000", "0.3").request()));
        assertThat(line.next("\"channel\":\"trades\""))
                .contains("\"sz\":\"0.3\"", "\"count\":\"2\"", "\"side\":\"buy\"");
    }

    @Test
    void answersQuestionsAboutMarketAndAccount() {
        floor.bob("BTC-USDT-SWAP", SELL, "30000", "5");
        floor.result(floor.requests.place(
                "q1", OkxFloor.limit(floor.swap(), Side.BUY, "30000", "2").request()));
        var market = floor.requests.market();
        var bars = OkxMarkets.candles(floor.data(market.candles("BTC-USDT-SWAP", "1Dutc", OkxPage.latest(10))));
        assertThat(bars.get(0).close()).isEqualByComparingTo("30000");
        assertThat(OkxMarkets.trades(floor.data(market.trades("BTC-USDT-SWAP", 10))))
                .hasSize(1);
        assertThat(OkxMarkets.tickers(floor.data(market.tickers("SWAP")))).hasSize(1);
        assertThat(OkxMarkets.marks(floor.data(market.markPrice("SWAP", null)))).hasSize(1);
        assertThat(OkxMarkets.funding(floor.data(market.fundingRate("BTC-USDT-SWAP"))))
                .hasSize(1);
        assertThat(OkxAccounts.permissions(floor.data(floor.requests.account().config()))
                        .mayWithdraw())
                .isFalse();
        assertThat(OkxAccounts.fees(floor.data(floor.requests.account().fees("SWAP")), "USDT")
                        .get(0)
                        .taker())
                .isEqualByComparingTo("0.001");
        assertThat(OkxOrders.orders(floor.data(floor.requests.orders("SWAP", null, OkxPage.latest(10)))))
                .hasSize(1);
        assertThat(floor.send(floor.requests.account().setPositionMode(true)).text())
                .contains("59000");
        assertThat(floor.data(floor.requests.cancelAllAfter(30))
                        .path(0)
                        .path("triggerTime")
                        .asLong())
                .isPositive();
    }

    @Test
    void listsBillsByTypeAndPagesThemByTheirIds() {
        floor.bob(OkxFloor.SWAP, SELL, "30000", "5");
        floor.result(floor.requests.place(
                "s1", OkxFloor.limit(floor.swap(), Side.BUY, "30000", "2").request()));
        Line line = floor.open("private");
        OkxFloor.subscribe(line, "\"channel\":\"balance_and_position\"");
        floor.wire.ask(() -> {
            for (String rate : List.of("0.0001", "-0.0002", "0.0001")) {
                floor.exchange.operator().fundingRate(OkxFloor.SWAP, new BigDecimal(rate));
                floor.exchange.operator().payFunding(OkxFloor.SWAP);
            }
            return true;
        });
        assertThat(line.next("funding_fee")).contains("\"ccy\":\"USDT\"");
        JsonNode paid = floor.data(floor.requests.fundingBills(OkxPage.latest(100)));
        assertThat(texts(paid, "pnl")).containsExactly("-0.06", "0.12", "-0.06");
        assertThat(texts(paid, "balChg")).containsExactly("-0.06", "0.12", "-0.06");
        assertThat(texts(paid, "subType")).containsExactly("173", "174", "173");
        assertThat(texts(paid, "type")).containsOnly("8");
        assertThat(texts(paid, "instId")).containsOnly(OkxFloor.SWAP);
        assertThat(texts(paid, "px")).containsOnly("30000");
        assertThat(texts(paid, "ordId")).containsOnly("");
        List<String> ids = texts(paid, "billId");
        assertThat(ids).isSortedAccordingTo(Comparator.comparing(Long::parseLong, Comparator.reverseOrder()));
        long middle = Long.parseLong(ids.get(1));
        assertThat(texts(floor.data(floor.requests.fundingBills(OkxPage.after(middle, 100))), "billId"))
                .isEqualTo(ids.subList(2, 3));
        assertThat(texts(
                        floor.data(floor.requests.fundingBills(
                                new OkxPage(OkxPage.ABSENT, middle, OkxPage.ABSENT, OkxPage.ABSENT, 100))),
                        "billId"))
                .isEqualTo(ids.subList(0, 1));
        assertThat(texts(floor.data(floor.requests.fundingBills(OkxPage.latest(2))), "billId"))
                .isEqualTo(ids.subList(0, 2));
        assertThat(floor.data(floor.requests.fundingBills(OkxPage.since(floor.wire.millis() + 600_000, 100))))
                .isEmpty();
    }

    @Test
    void writesATradeAsOneBillOfEachCurrencyWithItsFee() {
        floor.bob(OkxFloor.SPOT, SELL, "30000", "0.5");
        floor.result(floor.requests.place(
                "t1", OkxFloor.limit(floor.spot(), Side.BUY, "30000", "0.5").request()));
        JsonNode bills = floor.data(floor.requests.bills("2", OkxPage.latest(100)));
        assertThat(texts(bills, "ccy")).containsExactly("USDT", "BTC");
        assertThat(texts(bills, "balChg")).containsExactly("-15000", "0.4995");
        assertThat(texts(bills, "fee")).containsExactly("0", "-0.0005");
        assertThat(texts(bills, "bal")).containsExactly("85000", "10.4995");
        assertThat(texts(bills, "clOrdId")).containsOnly("t1");
        assertThat(texts(bills, "execType")).containsOnly("T");
        assertThat(texts(bills, "subType")).containsOnly("1");
        JsonNode moved = floor.data(floor.requests.bills("1", OkxPage.latest(100)));
        assertThat(texts(moved, "subType")).containsOnly("11");
        assertThat(texts(moved, "from")).containsOnly("6");
    }

    private static List<String> texts(JsonNode rows, String name) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.path(name).asText()));
        return texts;
    }

    @Test
    void tellsAccountsAndPositionsAgainThoughNothingChanged() {
        floor.bob(OkxFloor.SWAP, SELL, "30000", "5");
        floor.result(floor.requests.place(
                "s1", OkxFloor.limit(floor.swap(), Side.BUY, "30000", "2").request()));
        Line line = floor.open("private");
        Line quiet = floor.open("private");
        OkxFloor.subscribe(line, "\"channel\":\"account\"");
        OkxFloor.subscribe(
                line,
                "\"channel\":\"positions\",\"instType\":\"ANY\",\"extraParams\":\"{\\\"updateInterval\\\":\\\"2000\\\"}\"");
        String never = "\"extraParams\":\"{\\\"updateInterval\\\":\\\"0\\\"}\"";
        OkxFloor.subscribe(quiet, "\"channel\":\"account\"," + never);
        OkxFloor.subscribe(quiet, "\"channel\":\"positions\",\"instType\":\"ANY\"," + never);
        quiet.next(text -> text.contains("positions") && text.contains("snapshot"));
        for (int i = 0; i < 3; i++) {
            assertThat(line.next(text -> text.contains("\"channel\":\"positions\"") && text.contains("\"data\"")))
                    .contains("\"eventType\":\"snapshot\"", "\"lastPage\":true", "\"pos\":\"2\"");
            floor.wire.pass(Duration.ofSeconds(2));
        }
        assertThat(line.next(text -> text.contains("\"channel\":\"account\"") && text.contains("\"data\"")))
                .contains("\"eventType\":\"snapshot\"", "\"ccy\":\"USDT\"");
        assertThat(quiet.rest()).isEmpty();
    }
}
