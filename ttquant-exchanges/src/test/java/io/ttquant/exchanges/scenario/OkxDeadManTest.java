package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import io.ttquant.exchanges.emulator.server.Call;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The timer by which OKX cancels all orders of an account, of 30 s here, while the account's news are missing: it is kept for exits alone, runs out on what may
 * open a position, and is not armed for the orders of others.
 */
class OkxDeadManTest {
    private static final Duration TIMER = Duration.ofSeconds(35);

    private static Scenario held() {
        Scenario s =
                Scenario.at(OkxVenues.SWAP).setting("dead_man_seconds", "30").begin();
        s.buy("0.02");
        return s.seconds(5);
    }

    private static boolean isTimer(Call call) {
        return call.path().equals("/api/v5/trade/cancel-all-after");
    }

    private static long armed(Scenario s) {
        return s.log().count(call -> isTimer(call) && !call.text().contains("\"timeOut\":\"0\""));
    }

    private static Order exit(Scenario s, String price) {
        return s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.01").limit(price).reduceOnly());
    }

    private static void loseNews(Scenario s) {
        s.faults().refuseHandshakes(1_000_000);
        s.faults().cutSockets();
        s.until("news are gone", () -> !s.isTrading());
    }

    private static boolean isOpen(Scenario s, Order order) {
        return s.truth(order).status().isOpen();
    }

    @Row({"I3", "F10"})
    @Test
    void anExitThatLeavesLongAfterTheNewsWereLostRestsWhileTheProgramLivesAndNotLonger() {
        Scenario s = held();
        loseNews(s);
        s.pass(Duration.ofMinutes(3)).seconds(3);
        long before = armed(s);
        Order exit = exit(s, "60600");
        s.until("it is sent", () -> exit.status() == OrderStatus.ACCEPTED);
        assertThat(armed(s)).as("not only when its period is over").isEqualTo(before + 1);
        s.pass(Duration.ofMinutes(5));
        assertThat(isOpen(s, exit)).isTrue();
        assertThat(armed(s) - before).as("in its period").isBetween(38L, 43L);
        s.kill().pass(TIMER);
        assertThat(isOpen(s, exit)).isFalse();
    }

    @Row({"I3", "F10", "A10"})
    @Test
    void anExitThatRestedWhenTheNewsWereLostIsKeptAndKnownToHaveFilled() {
        Scenario s = held();
        Order exit = exit(s, "60005");
        s.seconds(5);
        loseNews(s);
        s.pass(Duration.ofMinutes(5));
        assertThat(isOpen(s, exit)).isTrue();
        s.trade(Side.BUY, "60005", "0.01").seconds(35);
        assertThat(exit.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(s.isTrading()).isFalse();
        long before = armed(s);
        s.pass(Duration.ofMinutes(5));
        assertThat(armed(s)).as("nothing of ours is open").isEqualTo(before);
        s.calm().agree();
    }

    @Row({"I3", "F10"})
    @Test
    void whatMayOpenAPositionIsLeftToTheTimerAndExitsThatAreSentAfterItAreNot() {
        Scenario s = held();
        Order entry = s.buy("0.01", "59000");
        Order first = exit(s, "60500");
        s.seconds(5);
        loseNews(s);
        long before = armed(s);
        Order second = exit(s, "60600");
        s.seconds(40);
        assertThat(armed(s)).as("an exit does not keep an entry").isEqualTo(before);
        assertThat(isOpen(s, entry)).isFalse();
        assertThat(first.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(second.status()).isEqualTo(OrderStatus.CANCELED);
        Order third = exit(s, "60700");
        s.pass(Duration.ofMinutes(3));
        assertThat(isOpen(s, third)).isTrue();
        s.kill().pass(TIMER);
        assertThat(isOpen(s, third)).isFalse();
    }

    @Row({"I3", "F5"})
    @Test
    void whatSomebodySendsByHandWhileTheProgramIsCutOffIsNotCancelled() {
        Scenario s = held();
        s.buy("0.01", "59000");
        s.seconds(5);
        loseNews(s);
        s.seconds(40);
        long before = armed(s);
        var manual =
                s.byHand(OrderRequest.limit(s.symbol(), Side.SELL, new BigDecimal("60900"), new BigDecimal("0.01")));
        s.pass(Duration.ofMinutes(5));
        assertThat(armed(s)).isEqualTo(before);
        s.kill().pass(TIMER);
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).hasSize(1);
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT).get(0).id())
                .isEqualTo(manual.id());
    }

    @Row("I3")
    @Test
    void manyExitsArmItOnceAndOneThatIsLostIsArmedAgain() {
        Scenario s = held();
        loseNews(s);
        s.pass(Duration.ofMinutes(3));
        long before = armed(s);
        s.faults().requests(OkxDeadManTest::isTimer, new RequestFault.LoseRequest(), 1);
        for (int i = 0; i < 10; i++) {
            exit(s, "60" + (500 + i));
        }
        s.millis(500);
        assertThat(armed(s)).isEqualTo(before + 1);
        s.seconds(20).kill().pass(TIMER);
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    @Row("I3")
    @Test
    void theTimerRunsOutIfTheVenueDoesNotAnswerToo() {
        Scenario s = held();
        Order exit = exit(s, "60500");
        s.seconds(5);
        loseNews(s);
        s.faults().requests(call -> true, new RequestFault.LoseRequest(), 1_000_000);
        s.pass(TIMER);
        assertThat(isOpen(s, exit)).isFalse();
        assertThat(exit.status()).as("a question that failed says nothing").isEqualTo(OrderStatus.ACCEPTED);
    }
}
