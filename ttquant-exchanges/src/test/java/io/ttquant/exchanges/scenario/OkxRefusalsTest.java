package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.MarketStatus;
import io.ttquant.exchanges.emulator.exchange.PriceRule;
import io.ttquant.exchanges.emulator.exchange.QuantityRule;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What OKX refuses, what it is too busy for, and what never should be sent there. */
class OkxRefusalsTest {
    @Row({"A24", "A29", "E8"})
    @ParameterizedTest
    @ValueSource(strings = {"51008_1000", "51006", "51020", "51121", "51169", "51000", "51001"})
    void aRefusalInsideASuccessIsARefusalAndIsNotTriedAgain(String code) {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.faults()
                .requests(
                        s.venue()::isCreate,
                        OkxCommandFault.answer(200, OkxCommandFault.item(code, "Order failed."), false),
                        1);
        Order order = s.buy("0.01", "59000");
        s.seconds(2);
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        s.settle().agree();
        assertThat(s.log().count(s.venue()::isCreate)).isEqualTo(1);
    }

    @Row({"D1", "A24"})
    @ParameterizedTest
    @CsvSource({"429, 50011", "200, 50011", "429, 50013", "503, 50001", "200, 50061"})
    void aCreateThatTheVenueIsTooBusyForIsNotSentTwice(int status, String code) {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.faults()
                .requests(
                        s.venue()::isCreate,
                        OkxCommandFault.answer(status, OkxCommandFault.error(code, "Too many requests"), false),
                        1);
        Order order = s.buy("0.01", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        Order next = s.untilPriced().buy("0.01", "59000");
        s.settle().agree();
        assertThat(next.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"D1", "A20", "D6"})
    @ParameterizedTest
    @CsvSource({"429, 50011", "200, 50011", "503, 50001"})
    void aCancelThatTheVenueIsTooBusyForIsSentAgain(int status, String code) {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order order = s.buy("0.01", "59000");
        s.seconds(1);
        s.faults()
                .requests(
                        s.venue()::isCancel,
                        OkxCommandFault.answer(status, OkxCommandFault.error(code, "Too many requests"), false),
                        1);
        s.cancel(order);
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row("D1")
    @Test
    void questionsThatAreRefusedForTheirNumberAreAskedLater() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.faults()
                .requests(
                        call -> call.method().equals("GET"),
                        OkxCommandFault.answer(429, OkxCommandFault.error("50011", "Rate limit reached"), false),
                        20);
        s.faults().requests(s.venue()::isCreate, new RequestFault.LoseAnswer(), 1);
        Order order = s.buy("0.01", "59000");
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"D2", "D4"})
    @Test
    void aBurstOfOrdersKeepsToTheVenuesPace() {
        Scenario s = Scenario.at(OkxVenues.SWAP).mayDeny().begin();
        for (int i = 0; i < 100; i++) {
            s.buy("0.01", Integer.toString(59_000 - i));
        }
        s.settle().agree();
        assertThat(s.log().statuses(429)).isZero();
    }

    @Row({"D6", "D2"})
    @Test
    void aCancelGoesOutWhenCreatesHaveUsedUpTheirPace() {
        Scenario s = Scenario.at(OkxVenues.SPOT).mayDeny().begin();
        Order first = s.buy("0.001", "58000");
        s.seconds(1);
        for (int i = 0; i < 90; i++) {
            s.buy("0.001", Integer.toString(59_000 - i));
        }
        s.cancel(first).millis(200);
        assertThat(first.status()).isEqualTo(OrderStatus.CANCELED);
        s.settle().agree();
    }

    @Row({"E5", "E6"})
    @Test
    void aMarketOrderOfAnAmountSpendsThatAmountAndOneOfAQuantityBuysThat() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order amount = s.order(p -> p.hands().buy(s.instrument()).spend("100").market());
        Order quantity = s.buy("0.1");
        s.settle().agree();
        assertThat(s.truth(amount).filledValue()).isBetween(new BigDecimal("99"), new BigDecimal("100"));
        assertThat(s.truth(quantity).filled()).isEqualByComparingTo("0.1");
    }

    @Row({"E5", "A1"})
    @Test
    void anOrderOfAnAmountWhoseAnswerAndNewsAreLostIsBookedAtTheSizeThatItHad() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.faults().requests(s.venue()::isCreate, new RequestFault.LoseAnswer(), 1);
        s.faults().frames(s.venue().orderNews(), new io.ttquant.exchanges.emulator.fault.FrameFault.Lose(), 2);
        Order amount = s.order(p -> p.hands().buy(s.instrument()).spend("250").market());
        s.settle().agree();
        assertThat(amount.isClosed()).isTrue();
    }

    @Row("E6")
    @Test
    void aContractIsAHundredthOfABitcoinAndNotOne() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.buy("3");
        s.seconds(2).sell("1");
        s.settle().agree();
        // Two contracts of 0.01 BTC at 60010: 1200.20 USDT.
        assertThat(s.exchange().accounts().positions(Scenario.ACCOUNT).get(0).entryValue())
                .isEqualByComparingTo("1200.2");
        assertThat(s.engine().ledger().netPosition(s.instrument()).rawQuantity())
                .isEqualTo(2_000);
    }

    @Row({"E1", "E3"})
    @Test
    void smallAndOddQuantitiesArriveToTheLastDigit() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        for (String quantity : new String[] {"0.00001", "0.00003", "0.00029", "0.00057", "0.07", "0.12345"}) {
            Order order = s.buy(quantity, "60010");
            s.seconds(1);
            assertThat(s.truth(order).quantity()).isEqualByComparingTo(quantity);
        }
        s.settle().agree();
    }

    @Row("E9")
    @Test
    void afterAChangeOfTheTicksDecimalsNoneIsSentUntilANewSessionGoesByThem() {
        Scenario s = Scenario.at(OkxVenues.SPOT)
                .setting("refresh_minutes", "1")
                .mayDeny()
                .begin();
        s.exchange()
                .operator()
                .market(OkxVenues.SPOT.markets().get(0).withSteps(PriceRule.tick("5"), QuantityRule.lot("0.00001")));
        Order old = s.buy("0.01", "59001");
        s.seconds(70);
        assertThat(old.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(s.buy("0.01", "59000").status()).isEqualTo(OrderStatus.DENIED);
        Order next = s.restart().untilTrading().untilPriced().buy("0.01", "59000");
        s.settle().agree();
        assertThat(next.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"B16", "E9"})
    @ParameterizedTest
    @EnumSource
    void inAHaltedMarketOrdersAreRefusedAndThePositionStays(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.02");
        s.seconds(1);
        Order resting = s.buy("0.01", "59000");
        s.seconds(1);
        s.exchange().operator().status(s.symbol(), MarketStatus.HALTED);
        Order refused = s.sell("0.02");
        s.seconds(2);
        assertThat(refused.isOpen()).isFalse();
        s.exchange().operator().status(s.symbol(), MarketStatus.TRADING);
        s.seconds(1);
        Order exit = s.sell("0.02");
        s.settle().agree();
        assertThat(exit.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(resting.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"A29", "F10"})
    @Test
    void anOrderThatIsWrongForEverDoesNotLeave() {
        Scenario s = Scenario.at(OkxVenues.SWAP).mayDeny().begin();
        for (int i = 0; i < 5; i++) {
            s.order(p ->
                    p.hands().sell(s.instrument()).quantity("0.01").market().reduceOnly());
            s.seconds(2);
        }
        s.settle().agree();
        assertThat(s.log().count(s.venue()::isCreate)).isZero();
    }

    @Row({"A24", "A27"})
    @Test
    void anAlgoOrderThatIsRefusedIsNotThoughtToProtect() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.buy("0.02");
        s.seconds(1);
        s.faults()
                .requests(
                        s.venue()::isCreate,
                        OkxCommandFault.answer(200, OkxCommandFault.item("51280", "SL trigger price is wrong"), false),
                        1);
        Order stop =
                s.order(p -> p.hands().sell(s.instrument()).quantity("0.02").stop("59000"));
        s.seconds(2);
        assertThat(stop.status()).isEqualTo(OrderStatus.REJECTED);
        s.settle().agree();
    }

    @Row({"D7", "A10"})
    @Test
    void anAnswerWithoutEndIsCutAndAskedForAgain() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        String huge = "x".repeat(40_000_000);
        s.faults()
                .requests(
                        call -> call.path().equals("/api/v5/trade/fills"), OkxCommandFault.answer(200, huge, false), 1);
        s.faults().frames(s.venue().orderNews(), new io.ttquant.exchanges.emulator.fault.FrameFault.Lose(), 2);
        s.buy("0.01");
        s.settle().agree();
    }

    @Row("D3")
    @Test
    void aStrategyThatCancelsAndPlacesInALoopKeepsToThePace() {
        Scenario s = Scenario.at(OkxVenues.SPOT).mayDeny().begin();
        Order order = s.buy("0.01", "59000");
        for (int i = 0; i < 60; i++) {
            s.millis(30).cancel(order);
            order = s.buy("0.01", Integer.toString(59_000 - i));
        }
        s.pass(Duration.ofSeconds(5)).settle().agree();
        assertThat(s.log().statuses(429)).isZero();
        s.trade(Side.SELL, "59990", "0.01");
    }
}
