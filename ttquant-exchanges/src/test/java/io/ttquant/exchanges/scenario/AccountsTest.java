package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.engine.AccountNotice;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.exchanges.emulator.exchange.MarginMode;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.PositionMode;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money and positions: fees in any coin, funding, liquidations, and what others do on the account. */
class AccountsTest {
    private static final BinanceVenues SPOT = BinanceVenues.SPOT;
    private static final BinanceVenues USDM = BinanceVenues.USDM;

    @Row("F1")
    @Test
    void whatWasBoughtLessItsFeeCanBeSold() {
        Scenario s = Scenario.at(SPOT)
                .exchange(exchange -> exchange.accounts()
                        .withdraw(Scenario.ACCOUNT, "BTC", BigDecimal.ONE)
                        .get())
                .begin();
        s.buy("0.5");
        s.seconds(1);
        Order all = s.order(p -> p.hands()
                .sell(s.instrument())
                .rawQuantity(p.reach().position(s.instrument()).rawQuantity())
                .market());
        s.mayDeny().settle().agree();
        assertThat(all.isClosed()).isTrue();
    }

    @Row("F1")
    @ParameterizedTest
    @EnumSource
    void feesAreBookedInTheCoinInWhichTheyAreTaken(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.02");
        s.seconds(1);
        s.sell("0.01");
        s.buy("0.01", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.01");
        s.settle().agree();
        assertThat(s.life().record.fills)
                .extracting(fill -> fill.feeCurrency().code())
                .containsExactly(
                        venue.isDerivative()
                                ? new String[] {"USDT", "USDT", "USDT"}
                                : new String[] {"BTC", "USDT", "BTC"});
    }

    @Row("F2")
    @ParameterizedTest
    @ValueSource(strings = {"ETH", "USDT"})
    void aFeeInAThirdCoinIsTakenFromThatCoin(String coin) {
        Scenario s = Scenario.at(SPOT)
                .exchange(exchange -> exchange.accounts()
                        .settings()
                        .feeCoin(Scenario.ACCOUNT, coin, new BigDecimal("0.75"))
                        .get())
                .begin();
        s.buy("0.03");
        s.seconds(1);
        s.sell("0.01");
        s.faults().frames(SPOT.orderNews(), new FrameFault.Lose(), 1);
        s.order(p -> p.hands().buy(s.traded().get(1)).quantity("0.5").market());
        s.settle().agree();
        assertThat(s.life().record.fills)
                .extracting(fill -> fill.feeCurrency().code())
                .contains(coin);
    }

    @Row("F2")
    @Test
    void rebatesAreReceived() {
        Scenario s = Scenario.at(SPOT)
                .exchange(exchange -> exchange.accounts()
                        .settings()
                        .fees(
                                Scenario.ACCOUNT,
                                "BTCUSDT",
                                io.ttquant.exchanges.emulator.exchange.FeeRates.of("-0.0001", "0.0004"))
                        .get())
                .begin();
        s.buy("0.03", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.03");
        s.settle().agree();
        assertThat(s.life().record.fills).allMatch(fill -> fill.rawFee() < 0);
    }

    @Row("F3")
    @ParameterizedTest
    @CsvSource({"0,0.0001", "1,0.0001", "2,-0.0003", "3,0.0001"})
    void fundingIsBookedOnce(int kind, BigDecimal rate) {
        Scenario s = Scenario.at(USDM).begin();
        s.exchange().operator().fundingRate("BTCUSDT", rate);
        s.buy("0.03");
        s.seconds(2);
        switch (kind) {
            case 1 -> s.faults().frames("FUNDING_FEE", new FrameFault.Lose(), 1);
            case 2 -> s.faults().frames("FUNDING_FEE", new FrameFault.Twice(), 1);
            case 3 -> s.faults().requests(call -> call.path().endsWith("/income"), RequestFault.status(503), 2);
            default -> s.seconds(1);
        }
        s.exchange().operator().payFunding("BTCUSDT");
        s.settle().agree();
        assertThat(s.life().record.flows.stream().filter(flow -> flow.kind() == CashFlow.Kind.FUNDING))
                .hasSize(1);
    }

    @Row("F3")
    @Test
    void fundingAtItsHoursIsBookedForEachOfThem() {
        Scenario s = Scenario.at(USDM).begin();
        s.exchange().operator().fundingRate("BTCUSDT", new BigDecimal("0.0001"));
        s.buy("0.03");
        s.pass(Duration.ofHours(3));
        for (int i = 0; i < 3; i++) {
            s.exchange().operator().payFunding("BTCUSDT");
            s.pass(Duration.ofMinutes(10));
        }
        s.settle().agree();
    }

    @Row("F4")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLiquidationIsBookedAsTheVenueMadeIt(boolean isHeard) {
        Puppet other = new Puppet(List.of());
        Scenario s = Scenario.at(USDM)
                .engine(builder -> builder.strategy("other", other))
                .exchange(exchange -> exchange.accounts()
                        .withdraw(Scenario.ACCOUNT, "USDT", new BigDecimal("97000"))
                        .get())
                .begin();
        s.buy("0.4");
        s.order(p -> other.hands().buy(s.instrument()).quantity("0.1").market());
        s.seconds(2);
        if (!isHeard) {
            s.faults().silence(true);
        }
        s.exchange().operator().prices("BTCUSDT", new BigDecimal("54000"), null);
        s.seconds(10);
        s.settle().agree();
        assertThat(s.exchange().accounts().positions(Scenario.ACCOUNT)).isEmpty();
        taken(s, s.puppet(), 4);
        taken(s, other, 1);
        assertThat(s.engine().ledger().positions(Ledger.EXTERNAL)).allMatch(part -> part.rawQuantity() == 0);
    }

    /** A strategy heard that the venue took all that it held, and its exit opens nothing. */
    private static void taken(Scenario s, Puppet who, int tenths) {
        InstrumentId id = s.instrument();
        assertThat(s.<Boolean>act(p -> who.reach().position(id).isFlat())).isTrue();
        List<Fill> fills = who.events.stream()
                .filter(OrderEvent.Filled.class::isInstance)
                .map(event -> ((OrderEvent.Filled) event).fill())
                .filter(fill -> fill.reason() == FillReason.LIQUIDATION)
                .toList();
        assertThat(fills)
                .isNotEmpty()
                .allMatch(fill -> fill.side() == io.ttquant.api.order.Side.SELL && fill.rawFee() > 0);
        assertThat(fills.stream().mapToDouble(Fill::quantity).sum()).isEqualTo(tenths / 10.0);
        s.life().act(p -> who.hands().close(id));
        s.seconds(2);
        assertThat(s.exchange().accounts().positions(Scenario.ACCOUNT)).isEmpty();
    }

    @Row("F4")
    @Test
    void aPositionThatIsTakenOverToPayForOthersIsGone() {
        Scenario s = Scenario.at(USDM).begin();
        s.buy("0.02");
        Order rests = s.buy("0.01", "59000");
        s.seconds(2);
        s.exchange()
                .operator()
                .takeOver(
                        Scenario.ACCOUNT,
                        "BTCUSDT",
                        io.ttquant.exchanges.emulator.exchange.PositionSide.NET,
                        MarginMode.CROSS)
                .get();
        s.settle();
        Judge.of(s).positionTaken().judge();
        assertThat(s.exchange().accounts().positions(Scenario.ACCOUNT)).isEmpty();
        assertThat(s.<Boolean>act(p -> p.reach().position(s.instrument()).isFlat()))
                .isTrue();
        assertThat(rests.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row("F5")
    @ParameterizedTest
    @EnumSource
    void anOrderByHandIsNobodysAndCountsInTheAccount(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.byHand(OrderRequest.market(s.symbol(), Side.BUY, new BigDecimal("0.02")));
        s.byHand(OrderRequest.limit(s.symbol(), Side.BUY, new BigDecimal("59000"), new BigDecimal("0.01")));
        s.buy("0.01");
        s.settle().agree();
        assertThat(s.life().record.orders.values())
                .filteredOn(o -> o.strategyId().equals(Ledger.EXTERNAL))
                .hasSize(2);
        assertThat(s.puppet().events)
                .allMatch(event -> event.order().strategyId().equals("puppet"));
    }

    @Row({"F5", "A11"})
    @ParameterizedTest
    @EnumSource
    void anOrderByHandWhoseNewsAreLostIsFound(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.01");
        s.seconds(1);
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 1);
        s.byHand(OrderRequest.limit(s.symbol(), Side.BUY, new BigDecimal("59995"), new BigDecimal("0.02")));
        s.seconds(60).trade(Side.SELL, "59995", "0.01");
        s.settle().agree();
    }

    @Row("F5")
    @ParameterizedTest
    @EnumSource
    void anOrderOfOursThatIsCancelledByHandHasEnded(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Order heard = s.buy("0.01", "59000");
        Order unheard = s.buy("0.01", "58900");
        s.seconds(1);
        s.exchange()
                .trading()
                .cancel(Scenario.ACCOUNT, s.symbol(), OrderRef.client(heard.clientId()))
                .get();
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 1);
        s.exchange()
                .trading()
                .cancel(Scenario.ACCOUNT, s.symbol(), OrderRef.client(unheard.clientId()))
                .get();
        s.settle().agree();
        assertThat(heard.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(unheard.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Row("F5")
    @ParameterizedTest
    @EnumSource
    void aTransferIsBookedAsOneAndAsNoProfit(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.01");
        s.seconds(1);
        s.exchange()
                .accounts()
                .withdraw(Scenario.ACCOUNT, "USDT", new BigDecimal("1234.56789"))
                .get();
        s.settle().agreeWithTransfers(1);
        assertThat(s.life().record.notices).anyMatch(notice -> notice.kind() == AccountNotice.Kind.EXTERNAL_TRANSFER);
    }

    @Row("F6")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAccountWithTwoPositionsKeepsThemApart(boolean isLost) {
        Scenario s = Scenario.at(USDM).hedging().begin();
        if (isLost) {
            s.faults().frames(USDM.orderNews(), new FrameFault.Lose(), 3);
        }
        s.order(p -> p.hands().buy(s.instrument()).quantity("0.03").market().positionSide(PositionSide.LONG));
        s.order(p -> p.hands().sell(s.instrument()).quantity("0.02").market().positionSide(PositionSide.SHORT));
        s.seconds(3);
        s.order(p -> p.hands().sell(s.instrument()).quantity("0.01").market().positionSide(PositionSide.LONG));
        s.settle().agree();
        assertThat(s.exchange().accounts().positions(Scenario.ACCOUNT)).hasSize(2);
    }

    @Row("F6")
    @Test
    void anAccountOfAnotherModeThanWasAskedForIsRefused() {
        Scenario s = Scenario.at(USDM)
                .exchange(exchange -> exchange.accounts()
                        .settings()
                        .positionMode(Scenario.ACCOUNT, PositionMode.HEDGE)
                        .get())
                .open()
                .start();
        s.seconds(30);
        assertThat(s.life().engine).isNull();
        assertThat(s.life().turns.failures())
                .anyMatch(thrown -> String.valueOf(thrown.getMessage()).contains("HEDG"));
        assertThat(s.log().count(USDM::isCreate)).isZero();
    }

    @Row({"F6", "F7"})
    @Test
    void aModeThatIsChangedBehindUsStopsNewOrders() {
        Scenario s = Scenario.at(USDM).begin();
        s.exchange()
                .accounts()
                .settings()
                .positionMode(Scenario.ACCOUNT, PositionMode.HEDGE)
                .get();
        s.pass(Duration.ofMinutes(6));
        Order order = s.buy("0.01", "59000");
        s.mayDeny().settle();
        assertThat(order.isClosed()).isTrue();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    @Row("F7")
    @Test
    void aLeverageThatIsChangedBehindUsMovesNoBooks() {
        Scenario s = Scenario.at(USDM).begin();
        s.buy("0.05");
        s.seconds(1);
        s.exchange()
                .accounts()
                .settings()
                .leverage(Scenario.ACCOUNT, "BTCUSDT", new BigDecimal("3"))
                .get();
        s.sell("0.02");
        s.settle().agree();
    }

    @Row("F9")
    @ParameterizedTest
    @EnumSource
    void anAccountThatWasReadBeforeAFillDoesNotTakeItBack(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults()
                .requests(
                        call -> call.path().endsWith("/account"),
                        new RequestFault.DelayAnswer(Duration.ofSeconds(8)),
                        1);
        s.until(
                "the account is asked for",
                Duration.ofMinutes(7),
                () -> s.faults().armed() == 0);
        s.seconds(1);
        s.buy("0.02");
        s.seconds(1);
        s.faults()
                .requests(
                        call -> call.path().endsWith("/account"),
                        new RequestFault.DelayAnswer(Duration.ofSeconds(2)),
                        1);
        s.sell("0.01");
        s.settle().agree();
    }

    @Row({"F9", "A28"})
    @ParameterizedTest
    @EnumSource
    void anAccountThatCannotBeReadFlattensNothing(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.02");
        s.seconds(1);
        String[] bodies = {
            "{}",
            "[]",
            "{\"balances\":[],\"assets\":[]",
            "{\"balances\":[{\"asset\":\"BTC\",\"free\":\"\",\"locked\":\"\"}]}"
        };
        for (String body : bodies) {
            s.faults().requests(call -> call.path().endsWith("/account"), CommandFault.json(200, body, false), 1);
        }
        s.pass(Duration.ofMinutes(11));
        s.calm().agree();
    }

    @Row("F10")
    @Test
    void anOrderThatMayOnlyReduceCannotTurnThePositionRound() {
        Scenario s = Scenario.at(USDM).begin();
        s.buy("0.02");
        s.seconds(1);
        s.order(p ->
                p.hands().sell(s.instrument()).quantity("0.02").limit("60005").reduceOnly());
        s.seconds(1);
        // The position is closed by hand while the exit rests; what then fills of the exit is nothing.
        s.byHand(OrderRequest.market(s.symbol(), Side.SELL, new BigDecimal("0.015")));
        s.seconds(1).trade(Side.BUY, "60005", "0.02");
        s.settle().agree();
        assertThat(s.exchange().accounts().positions(Scenario.ACCOUNT))
                .allMatch(p -> p.quantity().signum() >= 0);
    }

    @Row("F10")
    @Test
    void aReduceOnlyOrderThatTheVenueRefusesEndsAsRefused() {
        Scenario s = Scenario.at(USDM).begin();
        s.buy("0.02");
        s.seconds(1);
        s.byHand(OrderRequest.market(s.symbol(), Side.SELL, new BigDecimal("0.02")));
        Order exit = s.order(
                p -> p.hands().sell(s.instrument()).quantity("0.02").market().reduceOnly());
        s.settle().agree();
        assertThat(exit.isClosed()).isTrue();
        assertThat(exit.rawFilled()).isZero();
    }
}
