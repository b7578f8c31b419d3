package io.ttquant.exchanges.emulator.binance;

import static io.ttquant.exchanges.emulator.exchange.Side.BUY;
import static io.ttquant.exchanges.emulator.exchange.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.answer.AssetBalance;
import io.ttquant.exchanges.answer.BookAnswer;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.answer.VenuePosition;
import io.ttquant.exchanges.binance.BinanceAccounts;
import io.ttquant.exchanges.binance.BinanceMarkets;
import io.ttquant.exchanges.binance.BinanceOrders;
import io.ttquant.exchanges.emulator.exchange.Balance;
import io.ttquant.exchanges.emulator.exchange.Bill;
import io.ttquant.exchanges.emulator.exchange.BillKind;
import io.ttquant.exchanges.emulator.server.Json;
import io.ttquant.exchanges.emulator.server.Line;
import io.ttquant.exchanges.emulator.server.Wire;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.request.RestRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our own requests and readers against the front of futures. */
abstract class UsdmFrontCases {
    final UsdmDesk desk = new UsdmDesk();

    abstract Wire wire(Wire.Maker maker);

    @BeforeEach
    void connect() {
        desk.connect(wire(desk::make));
    }

    @AfterEach
    void end() {
        desk.wire.ask(() -> {
            desk.exchange.assertConservation();
            return true;
        });
        desk.wire.close();
    }

    @Test
    void carriesAnOrderFromPlacingOverAmendingAndFillingToAPosition() {
        Orders buy = desk.limit(Side.BUY, "30000", "0.5");
        VenueOrder placed = BinanceOrders.order(desk.data(desk.requests.place("my-1", buy.request())));
        assertThat(placed.status()).isEqualTo(OrderStatus.ACCEPTED);
        desk.data(desk.requests.amend("my-1", buy.request(), 400, 300_010));
        VenueOrder open = BinanceOrders.orders(desk.data(desk.requests.openOrders("BTCUSDT")))
                .get(0);
        assertThat(open.price()).isEqualByComparingTo("30001");
        assertThat(open.quantity()).isEqualByComparingTo("0.4");

        desk.bob(SELL, "30001", "0.1");
        VenueOrder part = BinanceOrders.order(desk.data(desk.requests.order("BTCUSDT", "my-1")));
        assertThat(part.filled()).isEqualByComparingTo("0.1");
        VenueOrder canceled = BinanceOrders.order(desk.data(desk.requests.cancel("BTCUSDT", "my-1")));
        assertThat(canceled.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(BinanceOrders.fills(desk.data(desk.requests.fills("BTCUSDT", Page.latest(100)))))
                .hasSize(1);

        VenuePosition position = BinanceAccounts.positions(
                        desk.data(desk.requests.account().positions(null)))
                .get(0);
        assertThat(position.quantity()).isEqualByComparingTo("0.1");
        assertThat(position.entryPrice()).isEqualByComparingTo("30001");
        assertBalances();
    }

    private void assertBalances() {
        List<AssetBalance> told =
                BinanceAccounts.balances(desk.data(desk.requests.account().account()));
        assertThat(told).hasSize(1);
        Balance known = desk.wire.ask(() -> desk.exchange.accounts().balance(UsdmDesk.ALICE, "USDT"));
        assertThat(told.get(0).cash()).isEqualByComparingTo(known.total());
        assertThat(told.get(0).free()).isEqualByComparingTo(known.free());
    }

    @Test
    void refusesWithTheCodesOfTheVenue() {
        desk.bob(SELL, "30000", "0.5");
        Orders small = desk.limit(Side.BUY, "30000", "0.001");
        assertThat(desk.code(desk.requests.place("a", small.request()))).isEqualTo(-4164);
        Orders taking = desk.limit(Side.BUY, "30000", "0.5").postOnly();
        assertThat(desk.code(desk.requests.place("a", taking.request()))).isEqualTo(-5022);
        Orders large = desk.limit(Side.BUY, "30000", "900");
        assertThat(desk.code(desk.requests.place("a", large.request()))).isEqualTo(-2019);
        Orders reducing = desk.limit(Side.SELL, "31000", "0.5").reduceOnly();
        assertThat(desk.code(desk.requests.place("a", reducing.request()))).isEqualTo(-2022);
        assertThat(desk.code(desk.requests.cancel("BTCUSDT", "never"))).isEqualTo(-2011);
        assertThat(desk.code(desk.requests.order("BTCUSDT", "never"))).isEqualTo(-2013);
    }

    @Test
    void answersABatchWithEachItsOwnResult() {
        Orders good = desk.limit(Side.BUY, "30000", "0.5");
        Orders small = desk.limit(Side.BUY, "30000", "0.001");
        JsonNode answers =
                desk.data(desk.requests.placeAll(List.of("b-1", "b-2"), List.of(good.request(), small.request())));
        assertThat(answers.path(0).path("status").asText()).isEqualTo("NEW");
        assertThat(answers.path(1).path("code").asInt()).isEqualTo(-4164);
    }

    @Test
    void firesAConditionalOrderThatLivesInAServiceOfItsOwn() {
        desk.bob(BUY, "29999", "1");
        desk.bob(SELL, "30001", "1");
        Orders stop = Orders.of(desk.instrument(), Side.BUY, OrderType.STOP_MARKET, "0.1")
                .trigger("30500", TriggerSource.LAST);
        desk.data(desk.requests.place("s-1", stop.request()));
        assertThat(desk.data(desk.requests.openOrders("BTCUSDT"))).isEmpty();
        assertThat(desk.data(desk.requests.openConditionals("BTCUSDT"))).hasSize(1);
        desk.bob(SELL, "30600", "1");
        desk.data(
                desk.requests.place("m-1", desk.limit(Side.BUY, "30600", "1.5").request()));
        JsonNode fired = desk.data(desk.requests.conditional("s-1"));
        assertThat(fired.path("algoStatus").asText()).isEqualTo("FINISHED");
        assertThat(fired.path("actualOrderId").asText()).isNotEmpty();
        assertBalances();
    }

    @Test
    void tellsAnAccountOverTheStreamOfItsListenKey() {
        String key = desk.data(desk.requests.newListenKey()).path("listenKey").asText();
        Line line = desk.wire.open(desk.wire.ws() + "/private/ws?listenKey=" + key);
        desk.data(
                desk.requests.place("u-1", desk.limit(Side.BUY, "30000", "0.5").request()));
        assertThat(line.next("ORDER_TRADE_UPDATE")).contains("\"x\":\"NEW\"", "\"c\":\"u-1\"");
        desk.bob(SELL, "30000", "0.5");
        assertThat(line.next("TRADE_LITE")).contains("\"c\":\"u-1\"");
        List<String> seen = List.of(line.next("\"e\":"), line.next("\"e\":"), line.next("\"e\":"));
        assertThat(seen).anyMatch(text -> text.contains("\"X\":\"FILLED\""));
        assertThat(seen).anyMatch(text -> text.contains("ACCOUNT_UPDATE"));
        desk.data(desk.requests.endListenKey());
        assertThat(line.next("listenKeyExpired")).contains(key);
    }

    @Test
    void keepsAStreamOnTheWrongPathSilentThoughAcknowledged() {
        Line wrong = desk.wire.open(desk.wire.ws() + "/market/ws");
        Line right = desk.wire.open(desk.wire.ws() + "/public/ws");
        for (Line line : List.of(wrong, right)) {
            line.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@depth@100ms\"],\"id\":1}");
            assertThat(line.next("\"id\":1")).contains("\"result\":null");
        }
        desk.bob(SELL, "30000", "0.5");
        right.next("depthUpdate");
        assertThat(wrong.rest()).isEmpty();
    }

    @Test
    void streamsABookWhosePreviousIdsChain() {
        Line line = desk.wire.open(desk.wire.ws() + "/public/stream?streams=btcusdt@depth@100ms");
        long previous = -1;
        for (int i = 0; i < 5; i++) {
            desk.bob(SELL, "3000" + i, "0.5");
            JsonNode event = Json.parse(line.next("depthUpdate")).path("data");
            if (previous >= 0) {
                assertThat(event.path("pu").asLong()).isEqualTo(previous);
            }
            previous = event.path("u").asLong();
            desk.wire.pass(Duration.ofMillis(5));
        }
        BookAnswer book = BinanceMarkets.book(desk.data(desk.requests.market().depth("BTCUSDT", 1000)));
        assertThat(book.sequence()).isEqualTo(previous);
    }

    @Test
    void answersQuestionsAboutMarketAndAccount() {
        desk.bob(SELL, "30000", "0.5");
        desk.data(
                desk.requests.place("q-1", desk.limit(Side.BUY, "30000", "0.2").request()));
        var account = desk.requests.account();
        var bars = BinanceMarkets.klines(desk.data(desk.requests.market().klines("BTCUSDT", "1h", Page.latest(10))));
        assertThat(bars.get(bars.size() - 1).close()).isEqualByComparingTo("30000");
        assertThat(BinanceMarkets.marks(desk.data(account.markPrice("BTCUSDT")))
                        .get(0)
                        .mark())
                .isEqualByComparingTo("30000");
        assertThat(BinanceMarkets.funding(desk.data(account.fundingRates("BTCUSDT", Page.latest(10)))))
                .isEmpty();
        assertThat(BinanceAccounts.tiers(desk.data(account.brackets("BTCUSDT"))))
                .hasSize(1);
        assertThat(BinanceAccounts.fees(desk.data(account.fees("BTCUSDT")))
                        .get(0)
                        .taker())
                .isEqualByComparingTo("0.0004");
        assertThat(desk.data(account.income("BTCUSDT", Page.latest(10))))
                .singleElement()
                .satisfies(row -> assertThat(row.path("incomeType").asText()).isEqualTo("COMMISSION"));
        assertThat(desk.data(account.balances())).hasSize(1);
        assertThat(desk.code(account.setPositionMode(true))).isEqualTo(-4068);
        assertThat(desk.code(account.setMarginMode("BTCUSDT", false))).isEqualTo(-4046);
        assertThat(desk.data(desk.requests.countdownCancelAll("BTCUSDT", 5000))
                        .path("countdownTime")
                        .asText())
                .isEqualTo("5000");
    }

    @Test
    void listsPaymentsByTypeTimeAndPage() {
        desk.bob(SELL, "30000", "0.5");
        desk.data(
                desk.requests.place("q-1", desk.limit(Side.BUY, "30000", "0.2").request()));
        List<Long> paid = desk.wire.ask(() -> {
            desk.exchange.operator().fundingRate("BTCUSDT", new BigDecimal("0.0001"));
            for (int i = 0; i < 5; i++) {
                desk.exchange.operator().payFunding("BTCUSDT");
            }
            return desk.exchange.accounts().bills(UsdmDesk.ALICE, 0).stream()
                    .filter(bill -> bill.kind() == BillKind.FUNDING)
                    .map(Bill::id)
                    .toList();
        });
        var account = desk.requests.account();
        long since = desk.wire.millis() - 600_000;
        assertThat(ids(account.income("BTCUSDT", "FUNDING_FEE", since, 1, 1000)))
                .hasSize(5)
                .isEqualTo(paid);
        assertThat(ids(account.income(null, "FUNDING_FEE", since, 1, 2))).isEqualTo(paid.subList(0, 2));
        assertThat(ids(account.income(null, "FUNDING_FEE", since, 3, 2))).isEqualTo(paid.subList(4, 5));
        assertThat(ids(account.income(null, "FUNDING_FEE", since, 4, 2))).isEmpty();
        assertThat(ids(account.income("BTCUSDT", "TRANSFER", since, 1, 10))).isEmpty();
        assertThat(ids(account.income(null, "FUNDING_FEE", desk.wire.millis() + 600_000, 1, 10)))
                .isEmpty();
        assertThat(ids(account.income("BTCUSDT", Page.latest(2)))).isEqualTo(paid.subList(3, 5));
        assertThat(desk.code(account.income(null, "FUNDING", since, 1, 10))).isEqualTo(-1130);
        JsonNode first =
                desk.data(account.income(null, "FUNDING_FEE", since, 1, 1)).path(0);
        assertThat(first.path("income").asText()).isEqualTo("-0.60000000");
        assertThat(first.path("asset").asText()).isEqualTo("USDT");
    }

    private List<Long> ids(RestRequest request) {
        List<Long> ids = new ArrayList<>();
        desk.data(request).forEach(row -> ids.add(row.path("tranId").asLong()));
        return ids;
    }

    @Test
    void tellsFundingWithItsAmountAndWithoutSayingForWhat() {
        desk.bob(SELL, "30000", "0.5");
        desk.data(
                desk.requests.place("q-1", desk.limit(Side.BUY, "30000", "0.2").request()));
        String key = desk.data(desk.requests.newListenKey()).path("listenKey").asText();
        Line line = desk.wire.open(desk.wire.ws() + "/private/ws?listenKey=" + key);
        desk.wire.ask(() -> {
            desk.exchange.operator().fundingRate("BTCUSDT", new BigDecimal("0.0001"));
            desk.exchange.operator().payFunding("BTCUSDT");
            return true;
        });
        assertThat(line.next("FUNDING_FEE")).contains("\"bc\":\"-0.60000000\"", "\"P\":[]");
    }
}
