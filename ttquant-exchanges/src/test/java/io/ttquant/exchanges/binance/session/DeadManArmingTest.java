package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.transport.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * When the timers of symbols are armed, with their default of two minutes: what the venue refuses, what fails, and what
 * leaves while nobody extends them.
 */
class DeadManArmingTest {
    private static final String ARMING = "POST /fapi/v1/countdownCancelAll ";

    private static final List<String> MORE = List.of("AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH");

    private SessionHarness h = world("120");

    private static SessionHarness world(String timeout) {
        Map<String, String> settings = SessionHarness.keys("live");
        settings.put("dead_man_seconds", timeout);
        return SessionHarness.open(false, settings, venue -> {
                    venue.listed.put("ETH", "TRADING");
                    MORE.forEach(base -> venue.listed.put(base, "TRADING"));
                })
                .seconds(5)
                .attach()
                .seconds(5);
    }

    private long armed(String base) {
        return h.venue.count(ARMING + base + "USDT");
    }

    private Instrument instrument(String base) {
        return h.session.instruments().stream()
                .filter(i -> i.id().symbol().equals(base + "USDT"))
                .findFirst()
                .orElseThrow();
    }

    private void buys(String clientId, String base) {
        h.session.execution().submit(h.order(clientId, OrderRequest.limit(instrument(base), Side.BUY, 1_000, 1000)));
        h.seconds(1);
    }

    private OrderRequest exit() {
        return Orders.of(instrument("BTC"), Side.SELL, OrderType.LIMIT, "1")
                .at("200")
                .reduceOnly()
                .request();
    }

    private void exits(String clientId) {
        h.session.execution().submit(h.order(clientId, exit()));
        h.seconds(1);
    }

    private void arming(String base, Supplier<HttpResponse> answer) {
        h.venue.own.put(
                "POST countdownCancelAll",
                p -> base.isEmpty() || (base + "USDT").equals(p.get("symbol"))
                        ? answer.get()
                        : FakeBinance.ok("{\"symbol\":\"" + p.get("symbol") + "\",\"countdownTime\":\"120000\"}"));
    }

    private void loseNews() {
        h.network.link("fstream.binance.com").refuse(true).cut();
        h.seconds(1);
        assertThat(h.log.isTrading).isFalse();
    }

    @Test
    void aSymbolWhoseTimerIsRefusedHasTheOthersExtendedInTheirPeriod() {
        arming("ETH", () -> FakeBinance.error(400, -1020, "This operation is not supported."));
        buys("a1", "BTC");
        buys("a2", "ETH");
        long before = armed("BTC");
        h.seconds(300);
        assertThat(armed("BTC") - before).isBetween(9L, 11L);
        assertThat(armed("ETH")).as("it is tried again too").isGreaterThan(9);
    }

    @Test
    void anArmingOfWhichNothingIsKnownIsTriedAgainSooner() {
        arming("ETH", () -> FakeBinance.error(500, -1000, "An unknown error occurred."));
        buys("a1", "BTC");
        buys("a2", "ETH");
        long before = armed("ETH");
        long ofOther = armed("BTC");
        h.seconds(300);
        assertThat(armed("ETH") - before).isGreaterThan(30);
        assertThat(armed("BTC") - ofOther).as("which did not fail").isBetween(9L, 11L);
    }

    @Test
    void withTheShortestTimerOneIsTriedAgainOnceASecond() {
        h = world("10");
        arming("ETH", () -> FakeBinance.error(500, -1000, "An unknown error occurred."));
        buys("a1", "BTC");
        buys("a2", "ETH");
        long before = armed("ETH");
        long ofOther = armed("BTC");
        h.seconds(60);
        assertThat(armed("ETH") - before)
                .as("in a period of 2.5 s and twice between")
                .isBetween(66L, 74L);
        assertThat(armed("BTC") - ofOther).isBetween(23L, 25L);
        h.venue.own.clear();
        h.seconds(5);
        before = armed("ETH");
        h.seconds(60);
        assertThat(armed("ETH") - before).isBetween(23L, 25L);
    }

    @Test
    void manyThatFailAreTriedAgainOneASecondAtMost() {
        h = world("30");
        arming("", () -> FakeBinance.error(500, -1000, "An unknown error occurred."));
        for (String base : MORE) {
            buys("a" + base, base);
        }
        h.seconds(10);
        long before = h.venue.count(ARMING);
        h.seconds(60);
        assertThat(h.venue.count(ARMING) - before)
                .as("eight of them, each 7.5 s")
                .isBetween(56L, 72L);
    }

    @Test
    void ordersDoNotArmAShortTimerThatFailsOftenerThanOnceASecond() {
        h = world("10");
        arming("", () -> FakeBinance.error(500, -1000, "An unknown error occurred."));
        loseNews();
        exits("a1");
        exits("a2");
        long before = armed("BTC");
        for (int i = 0; i < 50; i++) {
            h.session.execution().submit(h.order("b" + i, exit()));
            h.millis(100);
        }
        assertThat(armed("BTC") - before).as("by fifty orders in 5 s").isBetween(4L, 5L);
    }

    @Test
    void anExitThatLeavesLongAfterTheNewsWereLostArmsTheTimerThatNobodyExtended() {
        exits("a1");
        loseNews();
        long before = armed("BTC");
        h.seconds(200);
        assertThat(armed("BTC")).as("nobody extends it").isEqualTo(before);
        exits("a2");
        assertThat(armed("BTC")).isEqualTo(before + 1);
        exits("a3");
        h.seconds(50);
        exits("a4");
        assertThat(armed("BTC")).as("it has half its time left").isEqualTo(before + 1);
        h.seconds(30);
        exits("a5");
        assertThat(armed("BTC")).isEqualTo(before + 2);
    }

    @Test
    void anExitWhoseArmingFailedHasItDoneByTheNextOne() {
        loseNews();
        arming("", () -> FakeBinance.error(500, -1000, "An unknown error occurred."));
        exits("a1");
        long before = armed("BTC");
        h.venue.own.clear();
        exits("a2");
        exits("a3");
        assertThat(armed("BTC")).isEqualTo(before + 1);
    }

    private void burst(String prefix) {
        for (int i = 0; i < 50; i++) {
            h.session
                    .execution()
                    .submit(h.order(prefix + i, OrderRequest.limit(instrument("BTC"), Side.BUY, 1_000, 1000)));
            h.millis(100);
        }
    }

    /** Each arming costs weight that is kept for cancels, which would not be sent once it is used up. */
    private void ordersDoNotArmItEachWhile(Supplier<HttpResponse> answer) {
        arming("", answer);
        long before = armed("BTC");
        burst("a");
        assertThat(armed("BTC") - before).as("by fifty orders in 5 s").isBetween(2L, 3L);
        h.seconds(4);
        before = armed("BTC");
        burst("b");
        assertThat(armed("BTC") - before).as("it is tried again").isBetween(1L, 2L);
        h.venue.own.clear();
        h.seconds(10);
        before = armed("BTC");
        burst("c");
        assertThat(armed("BTC") - before).as("it runs").isBetween(1L, 2L);
    }

    @Test
    void ordersDoNotArmATimerEachThatTheVenueFailsToArm() {
        ordersDoNotArmItEachWhile(() -> FakeBinance.error(500, -1000, "An unknown error occurred."));
    }

    @Test
    void ordersDoNotArmATimerEachThatTheKeyMayNotArm() {
        ordersDoNotArmItEachWhile(
                () -> FakeBinance.error(401, -2015, "Invalid API-key, IP, or permissions for action."));
    }

    @Test
    void whileNobodyExtendsItAnOrderTriesAgainAfterAWhile() {
        arming("", () -> FakeBinance.error(500, -1000, "An unknown error occurred."));
        loseNews();
        exits("a1");
        exits("a2");
        long before = armed("BTC");
        exits("a3");
        assertThat(armed("BTC")).as("it failed twice").isEqualTo(before);
        h.seconds(8);
        h.venue.own.clear();
        exits("a4");
        assertThat(armed("BTC")).isEqualTo(before + 1);
        exits("a5");
        assertThat(armed("BTC")).as("it runs").isEqualTo(before + 1);
    }

    @Test
    void whileTheTimerIsExtendedNoOrderArmsItAgain() {
        buys("a1", "BTC");
        h.seconds(28);
        long before = armed("BTC");
        for (int i = 0; i < 40; i++) {
            buys("b" + i, "BTC");
            h.seconds(2);
        }
        assertThat(armed("BTC") - before).as("each 30 s").isBetween(4L, 5L);
    }
}
