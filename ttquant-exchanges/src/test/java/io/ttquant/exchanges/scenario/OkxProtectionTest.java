package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.exchanges.emulator.exchange.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stops at OKX that are moved, grow with their position, or are there twice. */
class OkxProtectionTest {
    private static Order stop(Scenario s, String quantity, String trigger) {
        return s.order(p ->
                p.hands().sell(s.instrument()).quantity(quantity).stop(trigger).reduceOnly());
    }

    private static Scenario holding() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.buy("0.05");
        return s.seconds(1);
    }

    private static void moved(Scenario s, Order stop, long rawTrigger) {
        s.act(p -> {
            p.hands().amend(stop, Amendment.ofTrigger(rawTrigger));
            return stop;
        });
    }

    @Row({"A22", "A21", "A27"})
    @ParameterizedTest
    @EnumSource(
            names = {"REQUEST_LOST", "ANSWER_LOST", "ORDER_TIMES_OUT_AFTER", "ITEM_TIMES_OUT_AFTER", "CUT_BODY_AFTER"})
    void aStopThatIsMovedInPlaceIsThereOnceWhateverBecameOfTheRequest(OkxCommandFault fault) {
        Scenario s = holding();
        Order stop = stop(s, "0.05", "59000");
        s.seconds(1);
        s.faults().requests(s.venue()::isAmend, fault.fault(), 1);
        moved(s, stop, 595_000);
        s.settle().agree();
        assertThat(stop.isOpen()).isTrue();
        assertThat(s.exchange().conditionals().open(Scenario.ACCOUNT)).hasSize(1);
        assertThat(stop.rawTrigger()).isEqualTo(fault.hasEffect() ? 595_000 : 590_000);
    }

    @Row({"A22", "F10"})
    @Test
    void twoStopsForOnePositionSellItOnce() {
        Scenario s = holding();
        stop(s, "0.05", "59950");
        stop(s, "0.05", "59940");
        s.seconds(1).trade(Side.SELL, "59900", "8");
        s.settle().agree();
        assertThat(s.engine().ledger().netPosition(s.instrument()).rawQuantity())
                .isZero();
    }

    @Row({"A22", "A6"})
    @Test
    void aStopThatWasToReplaceAnotherWhenTheProgramDiedLeavesBothAndBothAreKnown() {
        Scenario s = holding();
        stop(s, "0.05", "59000");
        s.seconds(1);
        stop(s, "0.05", "59500");
        s.restart().untilTrading().untilPriced();
        s.settle().agree();
        assertThat(s.life().record.orders.values().stream().filter(Order::isOpen))
                .hasSize(2);
    }

    @Row({"A21", "A18", "A27"})
    @Test
    void aMoveOfAStopThatWasTriggeredMeanwhileIsRefused() {
        Scenario s = holding();
        Order stop = stop(s, "0.05", "59950");
        s.seconds(1).trade(Side.SELL, "59900", "8");
        moved(s, stop, 595_000);
        s.settle().agree();
        assertThat(stop.isClosed()).isTrue();
    }
}
