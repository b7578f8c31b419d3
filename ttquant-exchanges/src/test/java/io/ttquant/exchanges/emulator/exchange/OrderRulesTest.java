package io.ttquant.exchanges.emulator.exchange;

import static io.ttquant.exchanges.emulator.exchange.Floor.ALICE;
import static io.ttquant.exchanges.emulator.exchange.Floor.BOB;
import static io.ttquant.exchanges.emulator.exchange.Floor.PERP;
import static io.ttquant.exchanges.emulator.exchange.Floor.SPOT;
import static io.ttquant.exchanges.emulator.exchange.Floor.buy;
import static io.ttquant.exchanges.emulator.exchange.Floor.number;
import static io.ttquant.exchanges.emulator.exchange.Floor.sell;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a market refuses, and that a refusal leaves nothing behind. */
class OrderRulesTest {
    private final Floor floor = Floor.binance();

    private static Market strict() {
        PriceRule prices = new PriceRule(number("0.01"), number("1"), number("1000"), number("0.5"), number("2"));
        QuantityRule quantities = QuantityRule.lot("0.001").between("0.01", "50", "20");
        NotionalRule notionals = new NotionalRule(number("10"), number("2000"), true, true);
        return Market.spot(SPOT, "BTC", "USDT", prices, quantities)
                .withNotionals(notionals)
                .withCounts(new CountRule(2, 1, 4));
    }

    static Stream<Arguments> refused() {
        OrderRequest good = buy("100", "1");
        return Map.<RefusalReason, OrderRequest>ofEntries(
                        Map.entry(RefusalReason.PRICE_RANGE, buy("0.5", "50")),
                        Map.entry(RefusalReason.PRICE_STEP, buy("100.005", "1")),
                        Map.entry(RefusalReason.PRICE_BAND, buy("201", "1")),
                        Map.entry(RefusalReason.QUANTITY_TOO_SMALL, buy("100", "0.009")),
                        Map.entry(
                                RefusalReason.QUANTITY_TOO_LARGE,
                                OrderRequest.market(SPOT, Side.BUY, number("20.001"))),
                        Map.entry(RefusalReason.QUANTITY_STEP, buy("100", "1.0005")),
                        Map.entry(RefusalReason.NOTIONAL_TOO_SMALL, buy("100", "0.099")),
                        Map.entry(RefusalReason.NOTIONAL_TOO_LARGE, buy("100", "20.001")),
                        Map.entry(RefusalReason.FIGURE_TOO_LONG, buy("1e10000000", "1")),
                        Map.entry(
                                RefusalReason.NO_MARKET,
                                good.edit().symbol("ETHUSDT").build()),
                        Map.entry(RefusalReason.TIME, good.edit().expiresAt(1).build()),
                        Map.entry(
                                RefusalReason.POSITION_SIDE,
                                good.edit().positionSide(PositionSide.LONG).build()),
                        Map.entry(
                                RefusalReason.DISPLAY,
                                good.edit().display(number("0.2")).build()),
                        Map.entry(
                                RefusalReason.BAD_REQUEST,
                                good.edit().reduceOnly(true).build()))
                .entrySet()
                .stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aRequestThatBreaksARuleIsRefusedByItsNameAndChangesNothing(RefusalReason reason, OrderRequest request) {
        floor.submit(BOB, sell("100", "1"));
        floor.submit(BOB, buy("100", "0.5"));
        floor.exchange.operator().market(strict());
        floor.events.clear();

        assertThat(floor.refusal(ALICE, request)).isEqualTo(reason);

        assertThat(floor.events).isEmpty();
        assertThat(floor.exchange.accounts().openOrders(ALICE)).isEmpty();
        assertThat(floor.balance(ALICE, "USDT").free()).isEqualByComparingTo("100000");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aRequestWhoseFieldsDoNotFitIsRefused(OrderRequest request) {
        assertThat(floor.refusal(ALICE, request)).isEqualTo(RefusalReason.BAD_REQUEST);
    }

    static Stream<OrderRequest> shapes() {
        OrderRequest market = OrderRequest.market(SPOT, Side.BUY, number("1"));
        return Stream.of(
                buy("100", "1").edit().price(null).build(),
                market.edit().price(number("1")).build(),
                market.edit().quantity(null).build(),
                market.edit().quoteQuantity(number("1")).build(),
                buy("100", "1").edit().quantity(null).quoteQuantity(number("1")).build(),
                OrderRequest.spend(PERP, Side.BUY, number("100")),
                market.edit().postOnly(true).build(),
                buy("100", "1").withTimeInForce(TimeInForce.IOC).asPostOnly(),
                market.edit().display(number("0.5")).build());
    }

    @Test
    void valuesAtTheBoundsAreTaken() {
        floor.exchange.operator().market(strict());

        assertThat(floor.submit(ALICE, buy("1", "10")).isOpen()).isTrue();
        assertThat(floor.submit(ALICE, buy("1000", "0.01")).isOpen()).isTrue();
    }

    @Test
    void oneOrderMoreThanTheMostIsRefused() {
        floor.exchange.operator().market(strict());
        floor.submit(ALICE, buy("100", "1"));
        floor.submit(ALICE, buy("100", "1"));

        assertThat(floor.refusal(ALICE, buy("100", "1"))).isEqualTo(RefusalReason.TOO_MANY_ORDERS);
        OrderRequest waiting =
                buy("100", "1").edit().trigger(Trigger.atOrAbove(number("200"))).build();
        floor.submit(ALICE, waiting);
        assertThat(floor.refusal(ALICE, waiting)).isEqualTo(RefusalReason.TOO_MANY_CONDITIONALS);
    }

    @Test
    void whatTheBalanceDoesNotBearIsRefusedToTheDigit() {
        assertThat(floor.refusal(ALICE, buy("100000", "1.001"))).isEqualTo(RefusalReason.INSUFFICIENT_BALANCE);
        assertThat(floor.refusal(ALICE, sell("100", "10.001"))).isEqualTo(RefusalReason.INSUFFICIENT_BALANCE);
        assertThat(floor.submit(ALICE, buy("100000", "1")).isOpen()).isTrue();
        assertThat(floor.balance(ALICE, "USDT").free()).isZero();
    }

    @Test
    void aMarketOrderMustBeAbleToPayWhatTheBookAsks() {
        floor.submit(BOB, sell("30000", "2"));
        floor.submit(BOB, sell("50000", "2"));

        assertThat(floor.refusal(ALICE, OrderRequest.market(SPOT, Side.BUY, number("2.801"))))
                .isEqualTo(RefusalReason.INSUFFICIENT_BALANCE);
        assertThat(floor.submit(ALICE, OrderRequest.market(SPOT, Side.BUY, number("2.8")))
                        .status())
                .isEqualTo(OrderStatus.FILLED);
        assertThat(floor.balance(ALICE, "USDT").total()).isZero();
    }

    @Test
    void okxRemembersTheLastClientIdsWhereItIsToldTo() {
        Floor remembering = new Floor(ExchangeRules.okx().remembering(2));
        for (String id : new String[] {"a", "b", "c"}) {
            OrderRequest request = buy("100", "1").withClientId(id);
            remembering
                    .exchange
                    .trading()
                    .cancel(
                            ALICE,
                            SPOT,
                            OrderRef.id(remembering.submit(ALICE, request).id()));
        }

        assertThat(remembering.refusal(ALICE, buy("100", "1").withClientId("b")))
                .isEqualTo(RefusalReason.DUPLICATE_CLIENT_ID);
        assertThat(remembering.submit(ALICE, buy("100", "1").withClientId("a")).isOpen())
                .isTrue();
    }

    @Test
    void aMarketTakesWhatItsStatusAllows() {
        Order order = floor.submit(ALICE, buy("100", "1"));
        Operator operator = floor.exchange.operator();
        Trading trading = floor.exchange.trading();

        operator.status(SPOT, MarketStatus.POST_ONLY);
        assertThat(floor.refusal(ALICE, buy("100", "1"))).isEqualTo(RefusalReason.MARKET_POST_ONLY);
        assertThat(floor.submit(ALICE, buy("100", "1").asPostOnly()).isOpen()).isTrue();
        operator.status(SPOT, MarketStatus.HALTED);
        assertThat(trading.cancel(ALICE, SPOT, OrderRef.id(order.id())).reason())
                .isEqualTo(RefusalReason.MARKET_HALTED);
        operator.status(SPOT, MarketStatus.CANCEL_ONLY);
        assertThat(floor.refusal(ALICE, buy("100", "1").asPostOnly())).isEqualTo(RefusalReason.MARKET_HALTED);
        assertThat(trading.cancel(ALICE, SPOT, OrderRef.id(order.id())).isAccepted())
                .isTrue();
    }

    @Test
    void anUnknownAccountIsRefused() {
        assertThat(floor.refusal("nobody", buy("100", "1"))).isEqualTo(RefusalReason.NO_ACCOUNT);
    }
}
