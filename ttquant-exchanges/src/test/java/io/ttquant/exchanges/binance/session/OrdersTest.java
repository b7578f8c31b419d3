package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.transport.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private static final String SPOT_ORDER = "POST /api/v3/order";

    @Test
    void anOrderIsAcceptedFilledAndEachFillToldOnce() {
        for (boolean isSpot : new boolean[] {true, false}) {
            SessionHarness h = SessionHarness.trading(isSpot);
            TestOrder order = h.limit("a1", 2_000, 1000);
            h.session.execution().submit(order);
            h.seconds(1);
            FakeOrder its = h.venue.orders.get(0);
            h.venue.fill(its, "0.5", "100", true);
            h.venue.fill(its, "1.5", "99.9", true);
            h.venue.sockets.tellAccount(h.venue.event(its, "TRADE", 1002, "1.5", "99.9"));
            h.seconds(90);
            assertThat(h.reports()).containsExactly("accepted a1", "filled a1 500 @1000", "filled a1 1500 @999");
            assertThat(order.isClosed()).isTrue();
        }
    }

    @Test
    void whatOnlyReducesIsSentAndFollowedWhileTheStreamIsDown() {
        SessionHarness h = SessionHarness.trading(false);
        h.network.link("fstream.binance.com").refuse(true).cut();
        h.seconds(1);
        assertThat(h.log.isTrading).isFalse();
        Orders sale = Orders.of(h.session.instruments().get(0), Side.SELL, OrderType.MARKET, "1");
        h.session.execution().submit(h.order("a1", sale.request()));
        h.session.execution().submit(h.order("a2", sale.reduceOnly().request()));
        h.millis(500);
        assertThat(h.reports()).containsExactly("rejected a1 NOT_RUNNING", "accepted a2");
        h.venue.fill(h.venue.orders.get(0), "1", "100", false);
        h.seconds(5);
        assertThat(h.reports()).last().isEqualTo("filled a2 1000 @1000");
        assertThat(h.log.isTrading).isFalse();
    }

    @Test
    void fillsThatNoStreamToldAreFoundByTheAudit() {
        SessionHarness h = SessionHarness.trading(false);
        h.session.execution().submit(h.limit("a1", 2_000, 1000));
        h.seconds(1);
        h.venue.fill(h.venue.orders.get(0), "2", "100", false);
        h.seconds(120);
        assertThat(h.reports()).containsExactly("accepted a1", "filled a1 2000 @1000");
    }

    @Test
    void aRefusalIsToldWithItsReason() {
        SessionHarness h = SessionHarness.trading(true);
        h.venue.bend(SPOT_ORDER, answer -> {
            h.venue.orders.clear();
            return FakeBinance.error(400, -2010, "Account has insufficient balance for requested action.");
        });
        h.session.execution().submit(h.limit("a1", 2_000, 1000));
        h.seconds(60);
        assertThat(h.reports()).containsExactly("rejected a1 INSUFFICIENT_FUNDS");
        assertThat(h.venue.count(SPOT_ORDER)).isEqualTo(1);
    }

    @Test
    void anOrderWhoseAnswerIsLostAfterItsEffectIsFoundAndNeverSentTwice() {
        for (int kind = 0; kind < 4; kind++) {
            int its = kind;
            SessionHarness h = SessionHarness.trading(true);
            h.venue.bend(SPOT_ORDER, answer -> switch (its) {
                case 0 -> null;
                case 1 -> FakeBinance.error(504, -1007, "Timeout waiting for response from backend server.");
                case 2 -> FakeBinance.error(500, -1000, "An unknown error occurred while processing the request.");
                default -> HttpResponse.of(200, "<html>");
            });
            h.session.execution().submit(h.limit("a1", 2_000, 1000));
            h.seconds(120);
            assertThat(h.reports()).as("kind " + kind).containsExactly("unknown a1", "accepted a1", "known a1");
            assertThat(h.venue.count(SPOT_ORDER)).isEqualTo(1);
        }
    }

    @Test
    void anOrderThatNeverArrivedIsRefusedOnlyAfterItsDeadlineAndByEveryPlaceThatCouldHoldIt() {
        SessionHarness h = SessionHarness.trading(false);
        h.network.link("fapi.binance.com").requestLoss(1);
        h.session.execution().submit(h.limit("a1", 2_000, 1000));
        h.seconds(12);
        h.network.link("fapi.binance.com").requestLoss(0);
        assertThat(h.reports()).containsExactly("unknown a1");
        h.seconds(120);
        assertThat(h.reports()).containsExactly("unknown a1", "rejected a1 EXCHANGE");
        assertThat(h.venue.orders).isEmpty();
        assertThat(h.venue.count("GET /fapi/v1/order ")).isGreaterThanOrEqualTo(2);
        assertThat(h.venue.count("GET /fapi/v1/algoOrder ")).isGreaterThanOrEqualTo(2);
        assertThat(h.venue.count("GET /fapi/v1/allOrders ")).isGreaterThanOrEqualTo(2);
        assertThat(h.venue.count("GET /fapi/v1/allAlgoOrders ")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aCancelIsDoneOrFindsOutThatTheOrderWasFilled() {
        SessionHarness h = SessionHarness.trading(true);
        TestOrder first = h.limit("a1", 1_000, 1000);
        TestOrder second = h.limit("a2", 1_000, 1000);
        h.session.execution().submitAll(List.of(first, second));
        h.seconds(1);
        h.venue.fill(h.venue.orders.get(1), "1", "100", false);
        h.session.execution().cancelAll(List.of(first, second));
        h.seconds(60);
        assertThat(h.reports()).contains("canceled a1", "filled a2 1000 @1000").doesNotContain("canceled a2");
    }

    @Test
    void aConditionalOrderOfFuturesLivesWithTheAlgoServiceAndGoesOnAsItsChild() {
        SessionHarness h = SessionHarness.trading(false);
        OrderRequest stop = Orders.of(h.session.instruments().get(0), Side.SELL, OrderType.STOP_MARKET, "1")
                .trigger("90", TriggerSource.LAST)
                .request();
        TestOrder order = h.order("s1", stop);
        h.session.execution().submit(order);
        h.seconds(2);
        assertThat(h.reports()).containsExactly("accepted s1");
        assertThat(h.venue.count("POST /fapi/v1/algoOrder")).isEqualTo(1);
        FakeOrder parent = h.venue.orders.get(0);
        FakeOrder child = new FakeOrder(
                77,
                Map.of(
                        "symbol",
                        "BTCUSDT",
                        "side",
                        "SELL",
                        "type",
                        "MARKET",
                        "quantity",
                        "1",
                        "newClientOrderId",
                        "x77"),
                h.venue.millis(),
                false);
        h.venue.orders.add(child);
        parent.status = "TRIGGERED";
        parent.childId = "77";
        h.venue.sockets.tellAccount(String.format(
                Locale.ROOT,
                "{\"e\":\"ALGO_UPDATE\",\"E\":%d,\"T\":%d,\"o\":{\"caid\":\"s1\",\"aid\":%d,\"at\":\"CONDITIONAL\",\"o\":\"STOP_MARKET\",\"s\":\"BTCUSDT\","
                        + "\"S\":\"SELL\",\"ps\":\"BOTH\",\"f\":\"GTC\",\"q\":\"1\",\"X\":\"TRIGGERED\",\"ai\":\"77\",\"tp\":\"90\",\"p\":\"0\"}}",
                h.venue.millis(),
                h.venue.millis(),
                parent.id));
        h.seconds(1);
        h.venue.fill(child, "1", "89.9", true);
        h.seconds(60);
        assertThat(h.reports()).containsExactly("accepted s1", "triggered s1", "filled s1 1000 @899");
        assertThat(order.isClosed()).isTrue();
    }

    /** Found by the local exchange, which counts both from the same number. */
    @Test
    void aConditionalAndAPlainOrderMayHaveTheSameNumber() {
        SessionHarness h = SessionHarness.trading(false);
        h.session.execution().submit(h.limit("a1", 1_000, 1000));
        h.seconds(1);
        FakeOrder plain = h.venue.orders.get(0);
        OrderRequest stop = Orders.of(h.session.instruments().get(0), Side.SELL, OrderType.STOP_MARKET, "1")
                .trigger("90", TriggerSource.LAST)
                .request();
        TestOrder conditional = h.order("s1", stop);
        h.venue.nextId = plain.id;
        h.session.execution().submit(conditional);
        h.seconds(1);
        h.venue.nextId = plain.id + 1000;
        h.venue.fill(plain, "0.4", "100", true);
        h.seconds(1);
        h.session.execution().cancel(conditional);
        h.seconds(100);
        assertThat(h.reports()).containsExactly("accepted a1", "accepted s1", "filled a1 400 @1000", "canceled s1");
        assertThat(h.log.isTrading).isTrue();
    }

    @Test
    void anOrderThatIsOffTheTickNeverLeaves() {
        SessionHarness h = SessionHarness.trading(true);
        OrderRequest odd = Orders.of(h.session.instruments().get(0), Side.BUY, OrderType.LIMIT, "1")
                .rawPrice(-5)
                .request();
        h.session.execution().submit(h.order("a1", odd));
        h.seconds(5);
        assertThat(h.reports()).containsExactly("rejected a1 " + RejectReason.PRICE_NOT_POSITIVE);
        assertThat(h.venue.orders).isEmpty();
    }

    @Test
    void ofOrdersInOneRequestEachHasItsOwnOutcome() {
        SessionHarness h = SessionHarness.trading(false);
        h.venue.bend("POST /fapi/v1/batchOrders", answer -> {
            FakeOrder taken = new FakeOrder(
                    50,
                    Map.of(
                            "symbol",
                            "BTCUSDT",
                            "side",
                            "BUY",
                            "type",
                            "LIMIT",
                            "quantity",
                            "1",
                            "price",
                            "100",
                            "newClientOrderId",
                            "b1"),
                    h.venue.millis(),
                    false);
            h.venue.orders.add(taken);
            return FakeBinance.ok("[" + taken.json() + ",{\"code\":-2019,\"msg\":\"Margin is insufficient.\"}]");
        });
        h.session.execution().submitAll(List.of(h.limit("b1", 1_000, 1000), h.limit("b2", 1_000, 1000)));
        h.seconds(30);
        assertThat(h.reports()).containsExactlyInAnyOrder("accepted b1", "rejected b2 INSUFFICIENT_MARGIN");
    }

    @Test
    void afterABanNothingLeavesAndTheOrderIsToldSo() {
        SessionHarness h = SessionHarness.trading(true);
        h.venue.bend(SPOT_ORDER, answer -> {
            h.venue.orders.clear();
            return FakeBinance.error(
                    418, -1003, "Way too many requests; IP banned until " + (h.venue.millis() + 300_000) + ".");
        });
        h.session.execution().submit(h.limit("a1", 1_000, 1000));
        h.seconds(1);
        int asked = h.venue.asked.size();
        h.session.execution().submit(h.limit("a2", 1_000, 1000));
        h.seconds(290);
        assertThat(h.reports()).hasSize(2).allMatch(line -> line.startsWith("rejected a"));
        assertThat(h.venue.asked.subList(asked, h.venue.asked.size()))
                .allMatch(line -> line.startsWith("GET /api/v3/time"));
    }

    @Test
    void ordersThatWereOpenBeforeAreAdoptedAndCancelledByTheirOwnName() {
        SessionHarness h = SessionHarness.open(
                        true,
                        SessionHarness.keys("live"),
                        venue -> venue.orders.add(new FakeOrder(
                                9,
                                Map.of(
                                        "symbol",
                                        "BTCUSDT",
                                        "side",
                                        "BUY",
                                        "type",
                                        "LIMIT",
                                        "quantity",
                                        "1",
                                        "price",
                                        "90",
                                        "newClientOrderId",
                                        "web:1/x"),
                                1_700_000_000_000L,
                                false)))
                .seconds(5);
        h.attach().seconds(5);
        h.session.execution().cancel(h.log.adoptions.get(0));
        h.seconds(5);
        assertThat(h.venue.orders.get(0).status).isEqualTo("CANCELED");
        assertThat(h.reports()).containsExactly("adopt web:1/x", "canceled web:1/x");
    }

    /** Such a client id is legal in the venue's own programs, and in no request of ours. */
    private static SessionHarness withAnOrderOfAnother(boolean isSpot, boolean isAlgo) {
        Map<String, String> theirs = Map.of(
                "symbol",
                "BTCUSDT",
                "side",
                "SELL",
                "type",
                isAlgo ? "STOP_MARKET" : "LIMIT",
                "quantity",
                "1",
                "price",
                "190",
                "triggerPrice",
                isAlgo ? "90" : "0",
                isAlgo ? "clientAlgoId" : "newClientOrderId",
                "web:1/x");
        SessionHarness h = SessionHarness.open(
                isSpot,
                SessionHarness.keys("live"),
                venue -> venue.orders.add(new FakeOrder(9, theirs, 1_700_000_000_000L, isAlgo)));
        h.seconds(5);
        return h;
    }

    @Test
    void anOrderOfAnotherIsCancelledByTheVenuesNumberWhileNoNewsComes() {
        for (int kind = 0; kind < 3; kind++) {
            SessionHarness h = withAnOrderOfAnother(kind == 0, kind == 2);
            h.network.link("ws-api.binance.com").refuse(true);
            h.network.link("fstream.binance.com").refuse(true);
            h.attach().seconds(5);
            h.session.execution().cancel(h.log.adoptions.get(0));
            h.seconds(20);
            assertThat(h.venue.orders.get(0).status).as("kind %d", kind).isEqualTo("CANCELED");
            assertThat(h.reports()).as("kind %d", kind).containsExactly("adopt web:1/x", "canceled web:1/x");
        }
    }

    @Test
    void anOrderOfAnotherThatEndedBeforeTheFirstNewsOfItIsFoundByTheVenuesNumber() {
        for (int kind = 0; kind < 3; kind++) {
            SessionHarness h = withAnOrderOfAnother(kind == 0, kind == 2);
            h.venue.orders.get(0).status = "CANCELED";
            h.attach().seconds(30);
            assertThat(h.reports()).as("kind %d", kind).containsExactly("adopt web:1/x", "canceled web:1/x");
            assertThat(h.log.isTrading).as("kind %d", kind).isTrue();
        }
    }

    @Test
    void anAmendmentOfALimitOrderOfFuturesIsMade() {
        SessionHarness h = SessionHarness.trading(false);
        TestOrder order = h.limit("a1", 1_000, 1000);
        h.session.execution().submit(order);
        h.seconds(1);
        h.venue.bend(
                "PUT /fapi/v1/order",
                answer ->
                        FakeBinance.ok(h.venue.orders.get(0).json().replace("\"price\":\"100\"", "\"price\":\"101\"")));
        h.session.execution().amend(order, Amendment.ofPrice(1010));
        h.seconds(2);
        assertThat(h.reports()).containsExactly("accepted a1", "updated a1");
    }

    @Test
    void anOrderOfSpotIsMadeSmallerInPlaceAndItsNewsConfirmsThat() {
        SessionHarness h = SessionHarness.trading(true);
        TestOrder order = h.limit("a1", 1_000, 1000);
        h.session.execution().submit(order);
        h.seconds(1);
        h.session.execution().amend(order, Amendment.ofQuantity(400));
        h.millis(500);
        assertThat(h.reports()).as("acknowledged is not in effect").containsExactly("accepted a1");
        h.venue.sockets.tellAccount(h.venue.event(h.venue.orders.get(0), "REPLACED", -1, "0", "0"));
        h.seconds(1);
        assertThat(h.reports()).containsExactly("accepted a1", "updated a1");
        h.session.execution().cancel(order);
        h.seconds(2);
        assertThat(h.venue.orders.get(0).status).isEqualTo("CANCELED");
    }

    @Test
    void anAmendmentOfSpotWhoseNewsIsLostIsFoundByAsking() {
        SessionHarness h = SessionHarness.trading(true);
        TestOrder order = h.limit("a1", 1_000, 1000);
        h.session.execution().submit(order);
        h.seconds(1);
        h.session.execution().amend(order, Amendment.ofQuantity(400));
        h.seconds(10);
        assertThat(h.reports()).containsExactly("accepted a1", "updated a1");
    }

    @Test
    void anotherPriceOrALargerQuantityOfSpotIsNotSent() {
        SessionHarness h = SessionHarness.trading(true);
        TestOrder order = h.limit("a1", 1_000, 1000);
        h.session.execution().submit(order);
        h.seconds(1);
        h.session.execution().amend(order, Amendment.ofQuantity(2_000));
        h.session.execution().amend(order, Amendment.ofPrice(1010));
        h.seconds(2);
        assertThat(h.venue.count("PUT /api/v3/order/amend/keepPriority")).isZero();
        assertThat(h.reports())
                .filteredOn(line -> line.startsWith("updateRejected"))
                .hasSize(2);
    }

    @Test
    void anOrderWhoseTimeIsRefusedIsRejectedNotSentAgainAndTheClockIsReadAnew() {
        SessionHarness h = SessionHarness.trading(true);
        long read = h.venue.count("GET /api/v3/time");
        h.venue.aheadMillis += 2_000;
        h.venue.bend("POST /api/v3/order", answer -> {
            h.venue.orders.clear();
            return FakeBinance.error(400, -1021, "Timestamp for this request is outside of the recvWindow.");
        });
        h.session.execution().submit(h.limit("a1", 1_000, 1000));
        h.seconds(30);
        assertThat(h.venue.count("POST /api/v3/order")).isEqualTo(1);
        assertThat(h.venue.count("GET /api/v3/time")).isGreaterThan(read);
        assertThat(h.reports()).hasSize(1).allMatch(line -> line.startsWith("rejected a1"));
        h.session.execution().submit(h.limit("a2", 1_000, 1000));
        h.seconds(1);
        assertThat(h.reports()).last().isEqualTo("accepted a2");
    }

    @Test
    void aClockThatDriftsTooFarStopsNewOrdersUntilItIsGoodAgain() {
        SessionHarness h = SessionHarness.trading(true);
        h.venue.aheadMillis = 7_000;
        h.seconds(700);
        assertThat(h.log.isTrading).isFalse();
        assertThat(h.log.session).anyMatch(line -> line.startsWith("trading false") && line.contains("NTP"));
        h.venue.aheadMillis = 3;
        h.seconds(1_300);
        assertThat(h.log.isTrading).isTrue();
    }

    @Test
    void aSessionThatEndsWithAnOrderOpenLeavesItAndTheTimerThatCancelsIt() {
        SessionHarness h = SessionHarness.trading(false);
        h.session.execution().submit(h.limit("a1", 1_000, 1000));
        h.seconds(40);
        List<String> after = countdowns(h);
        h.session.close();
        h.session.close();
        h.seconds(30);
        assertThat(after).isEmpty();
        assertThat(h.venue.orders.get(0).isOpen()).isTrue();
        requireSilence(h);
    }

    @Test
    void aSessionThatEndsWithNothingOpenDisarmsTheTimerOnce() {
        SessionHarness h = SessionHarness.trading(false);
        Order order = h.limit("a1", 1_000, 1000);
        h.session.execution().submit(order);
        h.seconds(40);
        h.session.execution().cancel(order);
        h.seconds(5);
        List<String> after = countdowns(h);
        h.session.close();
        h.session.close();
        h.seconds(30);
        assertThat(after).hasSize(1).allMatch(text -> text.contains("\"countdownTime\":\"0\""));
        requireSilence(h);
    }

    private static List<String> countdowns(SessionHarness h) {
        List<String> answers = new ArrayList<>();
        h.venue.bend("POST /fapi/v1/countdownCancelAll", answer -> {
            answers.add(answer == null ? "" : answer.text());
            return answer;
        });
        return answers;
    }

    private static void requireSilence(SessionHarness h) {
        assertThat(h.network.openSockets()).isZero();
        int asked = h.venue.asked.size();
        h.seconds(3600);
        assertThat(h.venue.asked).hasSize(asked);
    }

    @Test
    void twoRunsWithOneSeedAreTheSame() {
        assertThat(run()).isEqualTo(run()).hasSizeGreaterThan(5);
    }

    private static List<String> run() {
        SessionHarness h = SessionHarness.trading(false);
        h.network.link("fapi.binance.com").answerLoss(0.2).requestLoss(0.1);
        h.network.link("fstream.binance.com").messageLoss(0.2).messageDuplication(0.2);
        for (int i = 0; i < 6; i++) {
            h.session.execution().submit(h.limit("a" + i, 1_000, 1000));
            h.seconds(20);
            for (FakeOrder order : h.venue.orders) {
                if (order.isOpen()) {
                    h.venue.fill(order, "0.5", "100", true);
                }
            }
        }
        h.network.link("fapi.binance.com").answerLoss(0).requestLoss(0);
        h.seconds(300);
        long filled = h.venue.fills.size();
        assertThat(h.reports().stream()
                        .filter(line -> line.startsWith("filled"))
                        .count())
                .isEqualTo(filled);
        return h.log.orders;
    }
}
