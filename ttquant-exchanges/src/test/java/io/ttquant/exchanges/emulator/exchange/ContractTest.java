package io.ttquant.exchanges.emulator.exchange;

import static io.ttquant.exchanges.emulator.exchange.Floor.ALICE;
import static io.ttquant.exchanges.emulator.exchange.Floor.BOB;
import static io.ttquant.exchanges.emulator.exchange.Floor.INVERSE;
import static io.ttquant.exchanges.emulator.exchange.Floor.PERP;
import static io.ttquant.exchanges.emulator.exchange.Floor.number;
import static io.ttquant.exchanges.emulator.exchange.Floor.perp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Positions, margin, funding, liquidation. */
class ContractTest {
    private final Floor floor = new Floor(ExchangeRules.binanceUsdm());

    @AfterEach
    void noMoneyIsMadeOrLost() {
        floor.exchange.assertConservation();
    }

    private void trade(String price, String quantity) {
        floor.submit(BOB, perp(Side.SELL, price, quantity));
        floor.submit(ALICE, perp(Side.BUY, price, quantity));
    }

    private void tradeBack(String price, String quantity) {
        floor.submit(BOB, perp(Side.BUY, price, quantity));
        floor.submit(ALICE, perp(Side.SELL, price, quantity));
    }

    @Test
    void aPositionAveragesItsPriceAndPaysWhenItCloses() {
        trade("100", "1");
        trade("200", "3");
        assertThat(floor.position(ALICE, PERP).entryPrice()).isEqualByComparingTo("175");

        tradeBack("300", "2");

        Position position = floor.position(ALICE, PERP);
        assertThat(position.quantity()).isEqualByComparingTo("2");
        assertThat(position.realized()).isEqualByComparingTo("250");
        assertThat(position.entryPrice()).isEqualByComparingTo("175");
        assertThat(floor.balance(ALICE, "USDT").total()).isEqualByComparingTo("100250");
        assertThat(floor.position(BOB, PERP).realized()).isEqualByComparingTo("-250");
    }

    @Test
    void aTradeLargerThanThePositionTurnsIt() {
        trade("100", "1");

        tradeBack("110", "3");

        Position position = floor.position(ALICE, PERP);
        assertThat(position.quantity()).isEqualByComparingTo("-2");
        assertThat(position.entryPrice()).isEqualByComparingTo("110");
        assertThat(position.realized()).isEqualByComparingTo("10");
    }

    @Test
    void anInverseContractPaysInCoin() {
        OrderRequest request = OrderRequest.limit(INVERSE, Side.BUY, number("100"), number("4"));
        floor.submit(BOB, request.edit().side(Side.SELL).build());
        floor.submit(ALICE, request);
        OrderRequest back = request.edit().price(number("200")).build();
        floor.submit(BOB, back);
        floor.submit(ALICE, back.edit().side(Side.SELL).build());

        // 400 USD bought at 100 are 4 BTC, sold at 200 they are 2 BTC: 2 BTC gained.
        assertThat(floor.balance(ALICE, "BTC").total()).isEqualByComparingTo("12");
        assertThat(floor.balance(BOB, "BTC").total()).isEqualByComparingTo("8");
    }

    @Test
    void ordersAndPositionsHoldMarginByTheLeverage() {
        floor.submit(ALICE, perp(Side.BUY, "100", "20"));
        assertThat(floor.balance(ALICE, "USDT").margin()).isEqualByComparingTo("100");
        floor.submit(ALICE, perp(Side.SELL, "200", "20"));
        assertThat(floor.balance(ALICE, "USDT").margin()).isEqualByComparingTo("200");

        floor.exchange.accounts().settings().leverage(ALICE, PERP, number("10")).get();

        assertThat(floor.balance(ALICE, "USDT").margin()).isEqualByComparingTo("400");
    }

    @Test
    void anOrderThatClosesHoldsNothingMore() {
        trade("100", "20");
        floor.submit(ALICE, perp(Side.SELL, "100", "20"));

        assertThat(floor.balance(ALICE, "USDT").margin()).isEqualByComparingTo("100");
    }

    @Test
    void anOrderBeyondTheMarginIsRefused() {
        assertThat(floor.refusal(ALICE, perp(Side.BUY, "100", "20000.001")))
                .isEqualTo(RefusalReason.INSUFFICIENT_MARGIN);
        assertThat(floor.submit(ALICE, perp(Side.BUY, "100", "20000")).isOpen()).isTrue();
        assertThat(floor.exchange
                        .accounts()
                        .settings()
                        .leverage(ALICE, PERP, number("10"))
                        .reason())
                .isEqualTo(RefusalReason.INSUFFICIENT_MARGIN);
        assertThat(floor.exchange
                        .accounts()
                        .settings()
                        .leverage(ALICE, PERP, number("126"))
                        .reason())
                .isEqualTo(RefusalReason.LEVERAGE);
    }

    @Test
    void aReduceOnlyOrderNeedsAPositionAndEndsWithIt() {
        assertThat(floor.refusal(ALICE, perp(Side.SELL, "100", "1").asReduceOnly()))
                .isEqualTo(RefusalReason.NOTHING_TO_REDUCE);
        trade("100", "1");
        Order first = floor.submit(ALICE, perp(Side.SELL, "110", "1").asReduceOnly());
        Order second = floor.submit(ALICE, perp(Side.SELL, "111", "5").asReduceOnly());

        floor.submit(BOB, perp(Side.BUY, "111", "3"));

        assertThat(floor.now(first).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(floor.now(second).reason()).isEqualTo(OrderReason.NOTHING_TO_REDUCE);
        assertThat(floor.position(ALICE, PERP).quantity()).isZero();
    }

    @Test
    void aReduceOnlyOrderAtRestTradesNoMoreThanThePosition() {
        trade("100", "1");
        Order resting = floor.submit(ALICE, perp(Side.SELL, "110", "5").asReduceOnly());

        Order taker = floor.submit(BOB, perp(Side.BUY, "110", "3"));

        assertThat(taker.filled()).isEqualByComparingTo("1");
        assertThat(floor.now(resting).filled()).isEqualByComparingTo("1");
        assertThat(floor.now(resting).reason()).isEqualTo(OrderReason.NOTHING_TO_REDUCE);
        assertThat(floor.position(ALICE, PERP).quantity()).isZero();
    }

    @Test
    void aReduceOnlyTakerTradesNoMoreThanThePosition() {
        trade("100", "2");
        floor.submit(BOB, perp(Side.BUY, "100", "5"));

        Order order = floor.submit(ALICE, perp(Side.SELL, "100", "3").asReduceOnly());

        assertThat(order.filled()).isEqualByComparingTo("2");
        assertThat(order.reason()).isEqualTo(OrderReason.NOTHING_TO_REDUCE);
    }

    @Test
    void aFillOrKillOrderThatMayOnlyReduceFillsWhollyOrNotAtAll() {
        Floor okx = Floor.okx();
        okx.submit(BOB, perp(Side.SELL, "100", "2"));
        okx.submit(ALICE, perp(Side.BUY, "100", "2"));
        okx.submit(BOB, perp(Side.BUY, "100", "5"));

        Order order =
                okx.submit(ALICE, perp(Side.SELL, "100", "3").asReduceOnly().withTimeInForce(TimeInForce.FOK));

        assertThat(order.reason()).isEqualTo(OrderReason.ALL_OR_NOTHING);
        assertThat(order.filled()).isZero();
    }

    @Test
    void aContractKeepsItsValue() {
        Market market = floor.exchange.marketData().market(PERP).orElseThrow();
        Market other = Market.contract(
                PERP,
                MarketKind.LINEAR,
                "BTC",
                "USDT",
                ContractTerms.perpetual("0.1", "USDT"),
                market.prices(),
                market.quantities());

        assertThatThrownBy(() -> floor.exchange.operator().market(other)).isInstanceOf(IllegalArgumentException.class);
        floor.exchange.operator().market(market.withSteps(PriceRule.tick("1"), QuantityRule.lot("1")));
        assertThat(floor.refusal(ALICE, perp(Side.BUY, "100.1", "1"))).isEqualTo(RefusalReason.PRICE_STEP);
    }

    @Test
    void aCloseTakesThePositionAsItIsThen() {
        trade("100", "2");
        floor.submit(BOB, perp(Side.BUY, "100", "5"));
        OrderRequest close = OrderRequest.draft(PERP, Side.SELL, OrderKind.MARKET)
                .closePosition(true)
                .build();

        Order order = floor.submit(ALICE, close);

        assertThat(order.quantity()).isEqualByComparingTo("2");
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void hedgeModeHoldsALongAndAShort() {
        AccountSettings settings = floor.exchange.accounts().settings();
        assertThat(settings.positionMode(ALICE, PositionMode.ONE_WAY).reason()).isEqualTo(RefusalReason.ALREADY_SET);
        settings.positionMode(ALICE, PositionMode.HEDGE).get();
        assertThat(floor.refusal(ALICE, perp(Side.BUY, "100", "1"))).isEqualTo(RefusalReason.POSITION_SIDE);
        floor.submit(BOB, perp(Side.SELL, "100", "3"));
        floor.submit(ALICE, leg(Side.BUY, "100", "3", PositionSide.LONG));
        floor.submit(BOB, perp(Side.BUY, "100", "1"));
        floor.submit(ALICE, leg(Side.SELL, "100", "1", PositionSide.SHORT));

        assertThat(floor.exchange.accounts().positions(ALICE)).hasSize(2);
        assertThat(floor.refusal(ALICE, leg(Side.BUY, "100", "2", PositionSide.SHORT)))
                .isEqualTo(RefusalReason.NOTHING_TO_REDUCE);
        assertThat(settings.positionMode(ALICE, PositionMode.ONE_WAY).reason()).isEqualTo(RefusalReason.IN_USE);
    }

    private static OrderRequest leg(Side side, String price, String quantity, PositionSide positionSide) {
        return perp(side, price, quantity).edit().positionSide(positionSide).build();
    }

    @Test
    void longsPayShortsAtTheFullHoursAndTheBillsSaySo() {
        trade("100", "10");
        floor.exchange.operator().prices(PERP, number("120"), null);
        floor.exchange.operator().fundingRate(PERP, number("0.0001"));
        long due = floor.exchange.marketData().mark(PERP).nextFunding();
        assertThat(due % Duration.ofHours(8).toNanos()).isZero();

        floor.advance(Duration.ofHours(8));

        assertThat(floor.balance(ALICE, "USDT").total()).isEqualByComparingTo("99999.88");
        assertThat(floor.balance(BOB, "USDT").total()).isEqualByComparingTo("100000.12");
        assertThat(floor.events(ExchangeEvent.FundingPaid.class)).hasSize(2).allMatch(paid -> paid.time() == due);
        assertThat(floor.exchange.accounts().bills(ALICE, 0))
                .anyMatch(
                        bill -> bill.kind() == BillKind.FUNDING && bill.amount().compareTo(number("-0.12")) == 0);
    }

    @Test
    void theSummarySaysWhatPositionsAndOrdersHold() {
        trade("100", "20");
        floor.submit(ALICE, perp(Side.BUY, "50", "4"));
        floor.exchange.operator().prices(PERP, number("110"), null);

        MarginSummary summary = floor.exchange.accounts().margin(ALICE, "USDT");

        assertThat(summary.total()).isEqualByComparingTo("100000");
        assertThat(summary.unrealized()).isEqualByComparingTo("200");
        assertThat(summary.positionMargin()).isEqualByComparingTo("100");
        assertThat(summary.orderMargin()).isEqualByComparingTo("10");
        assertThat(summary.maintenance()).isEqualByComparingTo("8.8");
        assertThat(summary.free()).isEqualByComparingTo("100090");
        assertThat(floor.exchange
                        .accounts()
                        .withdraw(ALICE, "USDT", number("99890.01"))
                        .reason())
                .isEqualTo(RefusalReason.INSUFFICIENT_BALANCE);
    }

    @Test
    void fundingThatHasHappenedCanBeAskedFor() {
        floor.exchange.operator().prices(PERP, number("120"), null);
        floor.exchange.operator().fundingRate(PERP, number("0.0001"));

        floor.advance(Duration.ofDays(1));

        assertThat(floor.exchange.marketData().fundings(PERP, 2))
                .hasSize(2)
                .allMatch(payment -> payment.rate().compareTo(number("0.0001")) == 0);
    }

    private void carolGoesLong(MarginMode mode) {
        floor.exchange.accounts().open(AccountSpec.of("carol"));
        floor.exchange.accounts().deposit("carol", "USDT", number("100"));
        floor.submit(BOB, perp(Side.SELL, "100", "15"));
        floor.submit(
                "carol", perp(Side.BUY, "100", "15").edit().marginMode(mode).build());
    }

    @Test
    void aPositionWhoseCollateralIsEatenIsSoldIntoTheBook() {
        carolGoesLong(MarginMode.CROSS);
        Order resting = floor.submit("carol", perp(Side.BUY, "50", "0.1"));
        floor.submit(ALICE, perp(Side.BUY, "93.5", "15"));
        floor.exchange.operator().prices(PERP, null, number("94"));
        assertThat(floor.events(ExchangeEvent.Liquidated.class)).isEmpty();

        floor.exchange.operator().prices(PERP, null, number("93.7"));

        assertThat(floor.position("carol", PERP).quantity()).isZero();
        assertThat(floor.now(resting).reason()).isEqualTo(OrderReason.LIQUIDATION);
        assertThat(floor.balance("carol", "USDT").total()).isEqualByComparingTo("2.5");
        assertThat(floor.events(ExchangeEvent.Liquidated.class)).hasSize(1);
    }

    @Test
    void theShownLiquidationPriceIsWhereItHappens() {
        carolGoesLong(MarginMode.CROSS);
        BigDecimal price = floor.position("carol", PERP).liquidationPrice();

        floor.exchange.operator().prices(PERP, null, price.add(number("0.0001")));
        assertThat(floor.position("carol", PERP).quantity()).isEqualByComparingTo("15");
        floor.exchange.operator().prices(PERP, null, price.subtract(number("0.0001")));
        assertThat(floor.position("carol", PERP).quantity()).isZero();
    }

    @Test
    void theExchangeTakesOverWhatTheBookDoesNotTakeAndCoversTheDebt() {
        carolGoesLong(MarginMode.CROSS);

        floor.exchange.operator().prices(PERP, null, number("80"));

        assertThat(floor.position("carol", PERP).quantity()).isZero();
        assertThat(floor.balance("carol", "USDT").total()).isZero();
        assertThat(floor.exchange.accounts().bills("carol", 0)).anyMatch(bill -> bill.kind() == BillKind.INSURANCE);
    }

    @Test
    void anIsolatedPositionLosesWhatIsSetAsideForItAndNoMore() {
        carolGoesLong(MarginMode.ISOLATED);
        assertThat(floor.balance("carol", "USDT").margin()).isEqualByComparingTo("75");

        floor.exchange.operator().prices(PERP, null, number("50"));

        assertThat(floor.balance("carol", "USDT").total()).isEqualByComparingTo("25");
    }

    @Test
    void moreMarginKeepsAnIsolatedPositionAlive() {
        carolGoesLong(MarginMode.ISOLATED);
        AccountSettings settings = floor.exchange.accounts().settings();

        settings.isolatedMargin("carol", PERP, PositionSide.NET, number("20")).get();
        assertThat(settings.isolatedMargin("carol", PERP, PositionSide.NET, number("6"))
                        .reason())
                .isEqualTo(RefusalReason.INSUFFICIENT_BALANCE);
        assertThat(settings.isolatedMargin("carol", PERP, PositionSide.NET, number("-21"))
                        .reason())
                .isEqualTo(RefusalReason.INSUFFICIENT_MARGIN);
        floor.exchange.operator().prices(PERP, null, number("95"));

        assertThat(floor.exchange.accounts().positions("carol")).hasSize(1);
    }

    @Test
    void aDeliveredContractIsSettledAtThePrice() {
        trade("100", "2");
        floor.submit(ALICE, perp(Side.BUY, "90", "1"));

        floor.exchange.operator().deliver(PERP, number("130"));

        assertThat(floor.balance(ALICE, "USDT").total()).isEqualByComparingTo("100060");
        assertThat(floor.exchange.accounts().openOrders(ALICE)).isEmpty();
        assertThat(floor.refusal(ALICE, perp(Side.BUY, "90", "1"))).isEqualTo(RefusalReason.MARKET_HALTED);
    }

    @Test
    void aDeliveryPaysHoldersWhoEnteredAtDifferentPrices() {
        floor.exchange.accounts().open(AccountSpec.of("carol"));
        floor.exchange.accounts().deposit("carol", "USDT", number("1000"));
        floor.exchange.accounts().deposit("carol", "BTC", number("10"));
        for (String symbol : List.of(PERP, INVERSE)) {
            OrderRequest first = OrderRequest.limit(symbol, Side.SELL, number("100"), number("1"));
            floor.submit(BOB, first);
            floor.submit(ALICE, first.edit().side(Side.BUY).build());
            OrderRequest second = first.edit().price(number("150")).build();
            floor.submit(ALICE, second);
            floor.submit("carol", second.edit().side(Side.BUY).build());

            floor.exchange.operator().deliver(symbol, number("130"));
        }

        assertThat(floor.balance("carol", "USDT").total()).isEqualByComparingTo("980");
        assertThat(floor.balance(ALICE, "USDT").total()).isEqualByComparingTo("100050");
        assertThat(floor.balance(BOB, "USDT").total()).isEqualByComparingTo("99970");
        assertThat(floor.balance(ALICE, "BTC").total()).isEqualByComparingTo("10.33333333");
        assertThat(floor.balance("carol", "BTC").total()).isEqualByComparingTo("9.89743590");
    }

    @Test
    void anOperatorTakesAWinnersPositionAtTheMarkPrice() {
        trade("100", "2");
        floor.exchange.operator().prices(PERP, number("130"), null);

        Position after = floor.exchange
                .operator()
                .takeOver(ALICE, PERP, PositionSide.NET, MarginMode.CROSS)
                .get();

        assertThat(after.quantity()).isZero();
        assertThat(floor.balance(ALICE, "USDT").total()).isEqualByComparingTo("100060");
        assertThat(floor.exchange
                        .operator()
                        .takeOver(ALICE, PERP, PositionSide.NET, MarginMode.CROSS)
                        .reason())
                .isEqualTo(RefusalReason.NOTHING_TO_REDUCE);
    }

    @Test
    void aMarginModeIsFixedWhileItIsInUse() {
        AccountSettings settings = floor.exchange.accounts().settings();
        settings.marginMode(ALICE, PERP, MarginMode.ISOLATED).get();
        trade("100", "1");

        assertThat(settings.marginMode(ALICE, PERP, MarginMode.CROSS).reason()).isEqualTo(RefusalReason.IN_USE);
        assertThat(settings.marginMode(ALICE, PERP, MarginMode.ISOLATED).reason())
                .isEqualTo(RefusalReason.ALREADY_SET);
        assertThat(floor.exchange.accounts().positions(ALICE))
                .extracting(Position::mode)
                .isEqualTo(List.of(MarginMode.ISOLATED));
    }

    @Test
    void anIsolatedPositionOfOneSideMayHaveALeverageOfItsOwn() {
        AccountSettings settings = floor.exchange.accounts().settings();
        settings.positionMode(ALICE, PositionMode.HEDGE).get();
        settings.leverage(ALICE, PERP, PositionSide.LONG, number("5")).get();
        for (PositionSide side : List.of(PositionSide.LONG, PositionSide.SHORT)) {
            Side opens = side == PositionSide.LONG ? Side.BUY : Side.SELL;
            floor.submit(BOB, perp(opens == Side.BUY ? Side.SELL : Side.BUY, "100", "2"));
            floor.submit(
                    ALICE,
                    leg(opens, "100", "2", side)
                            .edit()
                            .marginMode(MarginMode.ISOLATED)
                            .build());
        }

        assertThat(floor.exchange.accounts().positions(ALICE))
                .extracting(Position::side, Position::leverage, p -> p.margin().intValueExact())
                .containsExactly(
                        tuple(PositionSide.LONG, number("5"), 40), tuple(PositionSide.SHORT, number("20"), 10));
        assertThat(settings.leverage(ALICE, PERP, PositionSide.LONG, MarginMode.CROSS))
                .as("a cross position has the contract's")
                .isEqualByComparingTo("20");
        assertThat(settings.leverage(ALICE, PERP, PositionSide.LONG, number("126"))
                        .reason())
                .isEqualTo(RefusalReason.LEVERAGE);
    }

    @Test
    void aLeverageOfOneSideThatIsRefusedLeavesTheOneBefore() {
        AccountSettings settings = floor.exchange.accounts().settings();
        settings.positionMode(ALICE, PositionMode.HEDGE).get();
        floor.submit(
                ALICE,
                leg(Side.BUY, "100", "20000", PositionSide.LONG)
                        .edit()
                        .marginMode(MarginMode.ISOLATED)
                        .build());

        assertThat(settings.leverage(ALICE, PERP, PositionSide.LONG, number("10"))
                        .reason())
                .isEqualTo(RefusalReason.INSUFFICIENT_MARGIN);
        assertThat(settings.leverage(ALICE, PERP, PositionSide.SHORT, number("10"))
                        .get())
                .isEqualByComparingTo("10");

        assertThat(settings.leverage(ALICE, PERP, PositionSide.LONG, MarginMode.ISOLATED))
                .isEqualByComparingTo("20");
        assertThat(floor.balance(ALICE, "USDT").margin()).isEqualByComparingTo("100000");
    }
}
