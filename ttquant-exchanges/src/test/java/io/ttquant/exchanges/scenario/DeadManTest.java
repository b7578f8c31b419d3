package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.engine.Inheritance;
import io.ttquant.core.engine.Inheritance.OwnOrder;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import io.ttquant.exchanges.emulator.server.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The timers by which futures cancel what a lost program left, with their default of two minutes, over restarts and
 * while orders come and go.
 */
class DeadManTest {
    private static final Pattern ZERO = Pattern.compile("(^|&)countdownTime=0(&|$)");

    private final List<OwnOrder> stored = new ArrayList<>();

    /** A world whose engines get back what {@link #store} was given. */
    private Scenario world() {
        return Scenario.at(BinanceVenues.USDM)
                .engine(builder -> builder.inherit(new Inheritance(List.of(), stored, Map.of())));
    }

    private void store(Order order) {
        stored.add(new OwnOrder(
                "puppet",
                new ExternalOrder(order.clientId(), "", order.sent(), OrderStatus.ACCEPTED, 0, order.createdNanos())));
    }

    private static boolean isTimer(Call call) {
        return call.path().equals("/fapi/v1/countdownCancelAll");
    }

    private static boolean isDisarming(Call call) {
        return isTimer(call) && ZERO.matcher(call.query() + '&' + call.text()).find();
    }

    private static long armed(Scenario s) {
        return s.log().count(call -> isTimer(call) && !isDisarming(call));
    }

    private static long disarmed(Scenario s) {
        return s.log().count(DeadManTest::isDisarming);
    }

    private static boolean isOpen(Scenario s, Order order) {
        return s.truth(order).status().isOpen();
    }

    private static io.ttquant.exchanges.emulator.exchange.Order byHand(Scenario s, String symbol, String price) {
        return s.byHand(OrderRequest.limit(symbol, Side.BUY, new BigDecimal(price), new BigDecimal("0.01")));
    }

    private static boolean isOpen(Scenario s, io.ttquant.exchanges.emulator.exchange.Order byHand) {
        return s.exchange().accounts().openOrders(Scenario.ACCOUNT).stream().anyMatch(o -> o.id() == byHand.id());
    }

    @Row({"I3", "A6"})
    @Test
    void anOrderThatTheNextRunRecallsIsNotCancelledByTheTimerOfTheRunBefore() {
        Scenario s = world().begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(5);
        store(order);
        s.kill().seconds(60).start().untilTrading().untilPriced();
        s.pass(Duration.ofMinutes(10));
        assertThat(isOpen(s, order)).isTrue();
        s.calm().agree();
        s.kill().pass(Duration.ofSeconds(125));
        assertThat(isOpen(s, order)).as("the second run has a timer too").isFalse();
    }

    @Row({"I3", "A6"})
    @Test
    void itIsKeptThoughTheNextRunTakesLongUntilItTrades() {
        Scenario s = world().begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(5);
        store(order);
        s.kill().seconds(80);
        s.faults()
                .requests(
                        call -> call.method().equals("POST") && call.path().equals("/fapi/v1/listenKey"),
                        new RequestFault.DelayAnswer(Duration.ofSeconds(20)),
                        3);
        s.start().untilTrading().untilPriced();
        s.pass(Duration.ofMinutes(3));
        assertThat(isOpen(s, order)).isTrue();
        s.settle().agree();
    }

    @Row("I3")
    @Test
    void anOrderThatWasLeftWithoutATimerHasOneAsSoonAsARunHasIt() {
        Scenario s = world().setting("dead_man_seconds", "0").begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(5);
        store(order);
        s.kill().pass(Duration.ofHours(1)).setting("dead_man_seconds", "120");
        s.start().until("the timer is armed", () -> armed(s) > 0);
        assertThat(isOpen(s, order)).isTrue();
        s.kill().pass(Duration.ofSeconds(125));
        assertThat(isOpen(s, order)).isFalse();
    }

    @Row({"I3", "F5"})
    @Test
    void whatARunWithoutAStoreLeftIsOfOthersAndEndsByItsTimer() {
        Scenario s = world().begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(5);
        s.kill().seconds(30).start().untilTrading().untilPriced();
        long before = armed(s);
        s.pass(Duration.ofMinutes(3));
        assertThat(isOpen(s, order)).isFalse();
        assertThat(armed(s)).isEqualTo(before);
        s.calm().agree();
    }

    @Row({"I3", "F5"})
    @Test
    void aSymbolWithOrdersOfOthersAloneHasNoTimer() {
        Scenario s = world().begin();
        var manual = byHand(s, "ETHUSDT", "2000");
        Order order = s.buy("0.01", "59000");
        s.seconds(60).kill().pass(Duration.ofMinutes(5));
        assertThat(isOpen(s, order)).isFalse();
        assertThat(isOpen(s, manual)).isTrue();
    }

    @Row({"I3", "D6", "F5"})
    @Test
    void aSymbolWithoutOrdersOfOursIsLetGo() {
        Scenario s = world().begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(5).cancel(order).seconds(35);
        assertThat(disarmed(s)).isEqualTo(1);
        long before = armed(s);
        var manual = byHand(s, s.symbol(), "58000");
        s.pass(Duration.ofMinutes(10));
        assertThat(armed(s)).as("no weight is spent on it").isEqualTo(before);
        assertThat(disarmed(s)).isEqualTo(1);
        s.kill().pass(Duration.ofMinutes(10));
        assertThat(isOpen(s, manual)).isTrue();
    }

    @Row({"I3", "A6"})
    @Test
    void aRecalledOrderThatIsGoneLeavesNoTimerBehind() {
        Scenario s = world().begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(5);
        store(order);
        s.kill().pass(Duration.ofMinutes(5)).start().untilTrading().untilPriced();
        s.seconds(35);
        long before = armed(s);
        assertThat(disarmed(s)).isEqualTo(1);
        s.pass(Duration.ofMinutes(5));
        assertThat(armed(s)).isEqualTo(before);
        s.calm().agree();
    }

    @Row({"I3", "D6"})
    @Test
    void anOrderThatIsSentWhileItsTimerIsDisarmedEndsWithATimer() {
        Scenario s = world().begin();
        Order first = s.buy("0.01", "59000");
        s.seconds(5).cancel(first).seconds(1);
        s.faults().requests(DeadManTest::isDisarming, new RequestFault.DelayRequest(Duration.ofSeconds(4)), 1);
        s.until("the disarming is under way", () -> s.faults().armed() == 0);
        s.seconds(1);
        Order second = s.buy("0.01", "59000");
        // The arming of the order comes first, then the disarming, then the one that mends that.
        s.seconds(6).kill().pass(Duration.ofSeconds(125));
        assertThat(isOpen(s, second)).isFalse();
    }

    @Row({"I3", "D6"})
    @Test
    void anOrderThatIsSentAfterItsTimerWasDisarmedArmsItFirst() {
        Scenario s = world().begin();
        Order first = s.buy("0.01", "59000");
        s.seconds(5).cancel(first).seconds(40);
        long before = armed(s);
        Order second = s.buy("0.01", "59000");
        s.seconds(1);
        assertThat(armed(s)).isEqualTo(before + 1);
        s.kill().pass(Duration.ofSeconds(125));
        assertThat(isOpen(s, second)).isFalse();
    }

    @Row({"I3", "A20"})
    @Test
    void aDisarmingThatIsLostIsSentAgain() {
        Scenario s = world().begin();
        Order order = s.buy("0.01", "59000");
        s.faults().requests(DeadManTest::isDisarming, new RequestFault.LoseRequest(), 1);
        s.seconds(5).cancel(order).seconds(75);
        var manual = byHand(s, s.symbol(), "58000");
        assertThat(disarmed(s)).isEqualTo(2);
        s.kill().pass(Duration.ofMinutes(5));
        assertThat(isOpen(s, manual)).isTrue();
    }

    private static Order exit(Scenario s, String price) {
        return s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.01").limit(price).reduceOnly());
    }

    @Row({"I3", "F10"})
    @Test
    void anExitThatLeavesLongAfterTheNewsWereLostHasATimerToo() {
        Scenario s = world().begin();
        s.buy("0.02");
        s.seconds(1);
        Order first = exit(s, "60500");
        s.seconds(5);
        s.faults().refuseHandshakes(1_000_000);
        s.faults().cutSockets();
        s.until("news are gone", () -> !s.isTrading());
        s.seconds(200);
        assertThat(isOpen(s, first)).as("nobody extended its timer").isFalse();
        Order second = exit(s, "60600");
        s.seconds(5);
        assertThat(isOpen(s, second)).isTrue();
        s.kill().pass(Duration.ofSeconds(125));
        assertThat(isOpen(s, second)).isFalse();
    }

    @Row("I3")
    @Test
    void theTimerIsExtendedAtOnceWhenTradingGoesOn() {
        Scenario s = world().begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(2);
        s.link().refuse(true);
        s.faults().cutSockets();
        s.until("news are gone", () -> !s.isTrading());
        s.seconds(7);
        long before = armed(s);
        s.link().refuse(false);
        s.untilTrading().millis(500);
        assertThat(armed(s)).isEqualTo(before + 1);
        assertThat(isOpen(s, order)).isTrue();
    }
}
