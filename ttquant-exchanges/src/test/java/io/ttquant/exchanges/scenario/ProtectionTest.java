package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.exchanges.emulator.exchange.ConditionalStatus;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protective and conditional orders: they exist once, for what is held, in whichever service keeps them. */
class ProtectionTest {
    private static final BinanceVenues USDM = BinanceVenues.USDM;

    private static Order stop(Scenario s, String quantity, String trigger) {
        return s.order(p -> {
            OrderBuilder stop =
                    p.hands().sell(s.instrument()).quantity(quantity).stop(trigger);
            return s.venue().isDerivative() ? stop.reduceOnly() : stop;
        });
    }

    @Row({"A22", "A6"})
    @ParameterizedTest
    @EnumSource
    void aStopThatWasToReplaceAnotherWhenTheProgramDiedLeavesBothAndBothAreKnown(BinanceVenues venue) {
        Scenario s = Scenarios.withoutDeadMan(venue).begin();
        s.buy("0.02");
        s.seconds(1);
        stop(s, "0.02", "59000");
        s.seconds(1);
        if (venue.isDerivative()) {
            // Placed first and cancelled then: the program dies between the two. On Spot the coins are locked by the
            // first.
            stop(s, "0.02", "59200");
            s.millis(10);
        }
        s.restart().untilTrading().untilPriced();
        s.settle().agree();
        int kept = venue.isDerivative() ? 2 : 1;
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT).size()
                        + s.exchange().conditionals().open(Scenario.ACCOUNT).size())
                .isEqualTo(kept);
    }

    @Row({"A22", "A1"})
    @Test
    void aReplacementWhoseAnswerIsLostNeverLeavesThePositionNaked() {
        Scenario s = Scenario.at(USDM).begin();
        s.buy("0.02");
        s.seconds(1);
        Order first = stop(s, "0.02", "59000");
        s.seconds(1);
        s.faults().requests(USDM::isCreate, new RequestFault.LoseAnswer(), 1);
        Order second = stop(s, "0.02", "59200");
        s.until("the second one is there", () -> second.status() == OrderStatus.ACCEPTED);
        s.cancel(first);
        s.settle().agree();
        assertThat(second.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(first.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row({"A22", "F10"})
    @Test
    void twoStopsForOnePositionSellItOnce() {
        Scenario s = Scenario.at(USDM).begin();
        s.buy("0.02");
        s.seconds(1);
        stop(s, "0.02", "59950");
        stop(s, "0.02", "59940");
        s.seconds(1).trade(Side.SELL, "59900", "6");
        s.settle().agree();
        assertThat(s.exchange().accounts().positions(Scenario.ACCOUNT)).isEmpty();
    }

    @Row("A23")
    @ParameterizedTest
    @EnumSource
    void aProfitTargetGrowsWithEachPartOfTheEntryThatFills(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        OrderGroup entry = s.act(p -> p.hands()
                .oto(
                        p.hands().buy(s.instrument()).quantity("0.03").limit("59995"),
                        OtoTrigger.FULL,
                        p.hands().sell(s.instrument()).quantity("0.02").limit("60500")));
        s.seconds(1);
        for (int i = 0; i < 3; i++) {
            s.trade(Side.SELL, "59995", "0.01").seconds(3);
        }
        s.settle().agree();
        assertThat(entry.order(1).status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"A23", "A11"})
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBracketsTargetsAreForWhatIsHeldThoughNewsAreLost(boolean isLost) {
        Scenario s = Scenario.at(USDM).begin();
        OrderGroup bracket = bracket(s, "0.03");
        if (isLost) {
            s.faults().frames(USDM.orderNews(), new FrameFault.Lose(), 1);
        }
        s.trade(Side.SELL, "59995", "0.01").seconds(3).trade(Side.SELL, "59995", "0.01");
        s.settle().agree();
        assertThat(bracket.orders().stream()
                        .filter(order -> order.type() == OrderType.LIMIT && order.parent() != null)
                        .mapToLong(Order::rawLeaves)
                        .sum())
                .isEqualTo(bracket.order(0).rawFilled());
    }

    @Row("A23")
    @Test
    void aTakeProfitThatFillsEndsTheStop() {
        Scenario s = Scenario.at(USDM).begin();
        OrderGroup bracket = bracket(s, "0.02");
        s.trade(Side.SELL, "59995", "0.02").seconds(3);
        s.trade(Side.BUY, "60005", "0.02").seconds(3);
        s.settle().agree();
        assertThat(bracket.isClosed()).isTrue();
        assertThat(s.exchange().conditionals().open(Scenario.ACCOUNT)).isEmpty();
    }

    private static OrderGroup bracket(Scenario s, String quantity) {
        OrderGroup group = s.act(p -> p.hands()
                .bracket(
                        p.hands().buy(s.instrument()).quantity(quantity).limit("59995"),
                        p.hands().sell(s.instrument()).limit("60005"),
                        p.hands().sell(s.instrument()).stop("59000")));
        s.seconds(1);
        return group;
    }

    @Row("A27")
    @Test
    void cancellingAllReachesBothServices() {
        Scenario s = Scenario.at(USDM).begin();
        s.buy("0.02");
        s.seconds(1);
        Order stop = stop(s, "0.02", "59000");
        Order rest = s.buy("0.01", "58000");
        s.seconds(1);
        s.act(p -> {
            p.hands().cancelAll();
            return p;
        });
        s.settle().agree();
        assertThat(List.of(stop, rest)).allMatch(o -> o.status() == OrderStatus.CANCELED);
    }

    @Row("A27")
    @ParameterizedTest
    @EnumSource
    void theKillSwitchReachesBothServicesAndOrdersOfEarlierRuns(BinanceVenues venue) {
        Scenario s = Scenarios.withoutDeadMan(venue).begin();
        s.buy("0.02");
        s.seconds(1);
        stop(s, "0.01", "59000");
        s.buy("0.01", "58000");
        s.seconds(1);
        s.restart().untilTrading().untilPriced();
        s.buy("0.01", "58500");
        s.seconds(1);
        s.engine().risk().trip("test", "the test", false);
        s.settle().agree();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
        assertThat(s.exchange().conditionals().open(Scenario.ACCOUNT)).isEmpty();
    }

    @Row({"A27", "A11"})
    @ParameterizedTest
    @EnumSource
    void aStopThatFiresUnheardIsFoundWithItsFill(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.02");
        s.seconds(1);
        Order stop = stop(s, "0.02", "59950");
        s.seconds(1);
        s.faults().silence(true);
        s.trade(Side.SELL, "59900", "6").seconds(5);
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A27")
    @ParameterizedTest
    @EnumSource
    void aStopThatFiresIsOneOrderWithItsOwnFill(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.02");
        s.seconds(1);
        Order stop = stop(s, "0.02", "59950");
        s.seconds(1).trade(Side.SELL, "59900", "6");
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"A27", "A16"})
    @Test
    void theOrderOfAStopMayBeToldBeforeTheTriggerIs() {
        Scenario s = Scenario.at(USDM).begin();
        s.buy("0.02");
        s.seconds(1);
        Order stop = stop(s, "0.02", "59950");
        s.seconds(1);
        s.faults().frames("\"ALGO_UPDATE\"", new FrameFault.Delay(Duration.ofSeconds(4)), 1);
        s.trade(Side.SELL, "59900", "6");
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A27")
    @Test
    void aStopWhoseOrderIsRefusedWhenItFiresHasEnded() {
        Scenario s = Scenario.at(USDM).begin();
        s.buy("0.02");
        s.seconds(1);
        Order stop = stop(s, "0.02", "59950");
        s.seconds(1);
        s.sell("0.02");
        s.seconds(1).trade(Side.SELL, "59900", "6");
        s.settle().agree();
        assertThat(stop.isClosed()).isTrue();
        assertThat(stop.rawFilled()).isZero();
    }

    @Row({"A27", "F5"})
    @ParameterizedTest
    @EnumSource
    void aStopThatIsCancelledByHandHasEnded(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.02");
        s.seconds(1);
        Order stop = stop(s, "0.02", "59000");
        s.seconds(1);
        OrderRef ref = OrderRef.client(stop.clientId());
        if (venue.isDerivative()) {
            s.exchange()
                    .conditionals()
                    .cancel(Scenario.ACCOUNT, s.symbol(), ref)
                    .get();
        } else {
            s.exchange().trading().cancel(Scenario.ACCOUNT, s.symbol(), ref).get();
        }
        s.settle().agree();
        assertThat(stop.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(s.exchange().conditionals().ended(Scenario.ACCOUNT))
                .allMatch(each -> each.status() == ConditionalStatus.CANCELED);
    }
}
