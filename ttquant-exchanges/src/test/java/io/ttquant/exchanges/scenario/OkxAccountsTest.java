package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.exchanges.emulator.exchange.FeeRates;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.PositionMode;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Balances and positions at OKX: fees, funding, liquidation, two sides, and what others do to the account. */
class OkxAccountsTest {
    private static OrderRequest limit(Scenario s, Side side, String price, String quantity) {
        return OrderRequest.limit(s.symbol(), side, new BigDecimal(price), new BigDecimal(quantity));
    }

    @Row("F1")
    @Test
    void feesOfABuyAreTakenInBitcoinAndThoseOfASaleInDollars() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.buy("0.12345");
        s.seconds(1).sell("0.05");
        s.settle().agree();
        assertThat(s.life().record.fills)
                .extracting(f -> f.feeCurrency().code())
                .containsExactly("BTC", "USDT");
    }

    @Row({"F1", "F2"})
    @ParameterizedTest
    @EnumSource
    void aRebateOfAMakerIsMoneyThatCameIn(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.exchange().accounts().settings().fees(Scenario.ACCOUNT, s.symbol(), FeeRates.of("-0.0001", "0.0005"));
        s.buy("0.05", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.05");
        s.settle().agree();
        assertThat(s.life().record.fills.get(0).rawFee()).isNegative();
    }

    @Row("F3")
    @ParameterizedTest
    @EnumSource(names = "SWAP")
    void aPaymentOfFundingIsBookedOnce(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("5");
        s.seconds(2);
        s.exchange().operator().fundingRate(s.symbol(), new BigDecimal("0.001"));
        s.exchange().operator().payFunding(s.symbol());
        s.settle().agree();
    }

    @Row({"F3", "A10"})
    @Test
    void aPaymentOfFundingWhileTheStreamIsDownIsInTheAccount() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.sell("5");
        s.seconds(2);
        s.faults().refuseHandshakes(6);
        s.faults().cutSockets();
        s.millis(100);
        s.exchange().operator().fundingRate(s.symbol(), new BigDecimal("-0.0005"));
        s.exchange().operator().payFunding(s.symbol());
        s.settle().agree();
    }

    @Row("F4")
    @Test
    void aLiquidationIsBookedWithItsFills() {
        Scenario s = Scenario.at(OkxVenues.SWAP)
                .exchange(e -> e.accounts().withdraw(Scenario.ACCOUNT, "USDT", new BigDecimal("99000")))
                .begin();
        s.buy("5");
        s.order(p -> p.hands().buy(s.instrument()).quantity("1").limit("40000"));
        s.seconds(2);
        s.exchange()
                .accounts()
                .withdraw(Scenario.ACCOUNT, "USDT", new BigDecimal("700"))
                .get();
        s.exchange().operator().prices(s.symbol(), new BigDecimal("53900"), new BigDecimal("53900"));
        s.settle().agreeWithTransfers(1);
        assertThat(s.engine().ledger().netPosition(s.instrument()).rawQuantity())
                .isZero();
        assertThat(s.exchange().accounts().positions(Scenario.ACCOUNT))
                .allMatch(p -> p.quantity().signum() == 0);
        assertThat(s.<Boolean>act(p -> p.reach().position(s.instrument()).isFlat()))
                .isTrue();
        assertThat(s.puppet().events)
                .filteredOn(OrderEvent.Filled.class::isInstance)
                .extracting(event -> ((OrderEvent.Filled) event).fill().reason())
                .contains(FillReason.LIQUIDATION);
    }

    @Row({"F5", "A30"})
    @ParameterizedTest
    @EnumSource
    void anOrderByHandIsKnownWithItsFillsAndNotTakenForOurs(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.byHand(limit(s, Side.BUY, "59995", "0.05"));
        s.seconds(1).trade(Side.SELL, "59995", "0.02");
        s.byHand(limit(s, Side.BUY, "60010", "0.03"));
        s.settle().agree();
        assertThat(s.puppet().events).isEmpty();
    }

    @Row({"F5", "A11"})
    @ParameterizedTest
    @EnumSource
    void anOrderByHandOfWhichNoNewsComeIsFoundByTheAudit(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.01");
        s.seconds(1);
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 2);
        s.byHand(limit(s, Side.BUY, "60010", "0.03"));
        s.settle().agree();
    }

    @Row("F5")
    @ParameterizedTest
    @EnumSource
    void ourOrderThatIsCancelledByHandHasEnded(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order order = s.buy("0.05", "59995");
        s.seconds(1);
        s.exchange()
                .trading()
                .cancel(Scenario.ACCOUNT, s.symbol(), OrderRef.client(order.clientId()))
                .get();
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row("F5")
    @ParameterizedTest
    @EnumSource
    void depositsAndWithdrawalsAreTransfersAndNoProfit(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.02");
        s.seconds(2);
        s.exchange().accounts().deposit(Scenario.ACCOUNT, "USDT", new BigDecimal("1234.56789"));
        s.settle().agreeWithTransfers(1);
        s.exchange().accounts().withdraw(Scenario.ACCOUNT, "USDT", new BigDecimal("0.00000001"));
        s.settle().agreeWithTransfers(2);
    }

    @Row({"F5", "F10"})
    @Test
    void aPositionThatIsClosedByHandIsClosedHereAndCannotBeClosedAgain() {
        Scenario s = Scenario.at(OkxVenues.SWAP).mayDeny().begin();
        s.buy("0.05");
        s.seconds(1);
        s.byHand(limit(s, Side.SELL, "59990", "0.05").asReduceOnly());
        Order late = s.order(
                p -> p.hands().sell(s.instrument()).quantity("0.05").market().reduceOnly());
        s.settle().agree();
        assertThat(late.rawFilled()).isZero();
        assertThat(s.engine().ledger().netPosition(s.instrument()).rawQuantity())
                .isZero();
    }

    @Row("F6")
    @Test
    void longAndShortAreTwoPositions() {
        Scenario s = Scenario.at(OkxVenues.SWAP).hedging().begin();
        s.order(p -> p.hands().buy(s.instrument()).quantity("0.05").market().positionSide(PositionSide.LONG));
        s.order(p -> p.hands().sell(s.instrument()).quantity("0.03").market().positionSide(PositionSide.SHORT));
        s.seconds(1);
        s.order(p -> p.hands().sell(s.instrument()).quantity("0.02").market().positionSide(PositionSide.LONG));
        s.settle().agree();
    }

    @Row({"F6", "A1", "A11"})
    @Test
    void aLostFillOfALegIsBookedToThatLeg() {
        Scenario s = Scenario.at(OkxVenues.SWAP).hedging().begin();
        s.order(p -> p.hands().buy(s.instrument()).quantity("0.05").market().positionSide(PositionSide.LONG));
        s.seconds(1);
        s.faults().requests(s.venue()::isCreate, OkxCommandFault.ANSWER_LOST.fault(), 1);
        s.faults().frames(s.venue().orderNews(), new FrameFault.Lose(), 2);
        s.order(p -> p.hands().sell(s.instrument()).quantity("0.03").market().positionSide(PositionSide.SHORT));
        s.settle().agree();
    }

    @Row({"F6", "A27"})
    @Test
    void aStopOfALegClosesThatLegOnly() {
        Scenario s = Scenario.at(OkxVenues.SWAP).hedging().begin();
        s.order(p -> p.hands().buy(s.instrument()).quantity("0.05").market().positionSide(PositionSide.LONG));
        s.order(p -> p.hands().sell(s.instrument()).quantity("0.03").market().positionSide(PositionSide.SHORT));
        s.seconds(1);
        s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.05").stop("59950").positionSide(PositionSide.LONG));
        s.seconds(1).trade(Side.SELL, "59900", "8");
        s.settle().agree();
    }

    @Row({"F6", "F7"})
    @Test
    void anOrderForAModeThatTheAccountNoLongerHasIsRefused() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.exchange()
                .accounts()
                .settings()
                .positionMode(Scenario.ACCOUNT, PositionMode.HEDGE)
                .get();
        Order order = s.buy("0.05");
        s.settle();
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(s.exchange().accounts().fills(Scenario.ACCOUNT, 0)).isEmpty();
    }

    @Row("F7")
    @Test
    void leverageThatIsChangedBehindOurBackChangesNoFigure() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.buy("5");
        s.seconds(1);
        s.exchange()
                .accounts()
                .settings()
                .leverage(Scenario.ACCOUNT, s.symbol(), new BigDecimal("3"))
                .get();
        s.sell("2");
        s.settle().agree();
    }

    @Row({"F9", "A12"})
    @Test
    void anOldPictureOfTheAccountDoesNotTakeAFillBack() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        String balance = "/api/v5/account/balance";
        s.buy("0.05", "59995");
        s.seconds(1);
        // A replica that lags by a fill, for as long as a reading of the account takes.
        String old =
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"totalEq\":\"160000\",\"uTime\":\"1700000000000\",\"details\":["
                        + "{\"ccy\":\"USDT\",\"cashBal\":\"100000\",\"availBal\":\"97000.25\",\"frozenBal\":\"2999.75\",\"eq\":\"100000\",\"uTime\":\"1700000000000\"},"
                        + "{\"ccy\":\"BTC\",\"cashBal\":\"1\",\"availBal\":\"1\",\"frozenBal\":\"0\",\"eq\":\"1\",\"uTime\":\"1700000000000\"}]}]}";
        s.trade(Side.SELL, "59995", "0.05");
        s.faults().requests(call -> call.path().equals(balance), OkxCommandFault.answer(200, old, false), 1);
        s.settle().agree();
    }

    @Row({"F9", "A28"})
    @Test
    void aPictureOfTheAccountThatCannotBeReadFlattensNothing() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.buy("0.05");
        s.seconds(1);
        s.faults()
                .requests(
                        call -> call.path().equals("/api/v5/account/positions"),
                        OkxCommandFault.answer(
                                200, "{\"code\":\"0\",\"data\":[{\"instId\":\"BTC-USDT-SWAP\",\"pos\":\"\"}]}", false),
                        1);
        s.faults()
                .requests(
                        call -> call.path().equals("/api/v5/account/balance"),
                        OkxCommandFault.answer(
                                200, "{\"code\":\"0\",\"data\":[{\"details\":[{\"ccy\":\"USDT\"}]}]}", false),
                        1);
        s.settle().agree();
        assertThat(s.engine().ledger().netPosition(s.instrument()).rawQuantity())
                .isPositive();
    }

    @Row({"F10", "A18"})
    @Test
    void twoReducingOrdersThatRaceSellThePositionOnce() {
        Scenario s = Scenario.at(OkxVenues.SWAP).mayDeny().begin();
        s.buy("0.05");
        s.seconds(1);
        s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.05").limit("60005").reduceOnly());
        s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.05").limit("60006").reduceOnly());
        s.seconds(1).trade(Side.BUY, "60006", "0.2");
        s.settle().agree();
        assertThat(s.engine().ledger().netPosition(s.instrument()).rawQuantity())
                .isZero();
    }

    /** Accounts and positions come each five seconds too, late and twice, while everything happens that changes them. */
    @Row({"F3", "F9", "A12"})
    @ParameterizedTest
    @EnumSource
    void whatIsToldAgainAndAgainCountsOnce(OkxVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        int[] told = {0};
        s.faults()
                .frames(
                        "\"eventType\":\"snapshot\"",
                        new FrameFault.Change(text -> {
                            told[0]++;
                            return text;
                        }),
                        20);
        s.faults().frames("\"eventType\":\"snapshot\"", new FrameFault.Twice(), 10);
        s.faults().frames("\"eventType\":\"snapshot\"", new FrameFault.Delay(Duration.ofSeconds(7)), 10);
        for (int i = 0; i < 12; i++) {
            s.buy("0.1");
            s.seconds(7);
            if (venue.isDerivative()) {
                s.exchange().operator().fundingRate(s.symbol(), new BigDecimal("0.0003"));
                s.exchange().operator().payFunding(s.symbol());
            }
            s.sell("0.1");
            s.seconds(4);
        }
        s.settle().agree();
        assertThat(told[0]).isEqualTo(20);
        assertThat(s.engine().live().stated("USDT"))
                .hasValueSatisfying(its -> assertThat(BigDecimal.valueOf(
                                its.balance().rawTotal(),
                                its.balance().currency().scale()))
                        .isEqualByComparingTo(s.exchange()
                                .accounts()
                                .balance(Scenario.ACCOUNT, "USDT")
                                .total()));
    }

    private static void mode(Scenario s, PositionMode mode) {
        s.exchange().accounts().settings().positionMode(Scenario.ACCOUNT, mode).get();
    }

    @Row({"F6", "F7"})
    @Test
    void aModeThatIsChangedBehindUsStopsNewOrdersUntilItIsSetBack() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        mode(s, PositionMode.HEDGE);
        s.pass(Duration.ofMinutes(6));
        assertThat(s.isTrading()).isFalse();
        Order order = s.buy("0.01", "59000");
        s.mayDeny().seconds(1);
        assertThat(order.isClosed()).isTrue();
        assertThat(s.log().count(s.venue()::isCreate)).isZero();
        mode(s, PositionMode.ONE_WAY);
        s.pass(Duration.ofMinutes(6));
        assertThat(s.isTrading()).isTrue();
        s.settle().agree();
    }

    @Row({"F6", "F9"})
    @Test
    void anAccountWhoseModeCannotBeReadIsAskedForAgain() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.buy("0.05");
        s.faults()
                .requests(
                        call -> call.path().equals("/api/v5/account/config"),
                        OkxCommandFault.answer(
                                200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"posMode\":\"\"}]}", false),
                        3);
        s.settle().agree();
        assertThat(s.isTrading()).isTrue();
        assertThat(s.engine().ledger().netPosition(s.instrument()).rawQuantity())
                .isPositive();
    }
}
