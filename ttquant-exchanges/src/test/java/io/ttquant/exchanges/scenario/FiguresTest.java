package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.NotionalRule;
import io.ttquant.exchanges.emulator.exchange.PriceRule;
import io.ttquant.exchanges.emulator.exchange.QuantityRule;
import io.ttquant.exchanges.emulator.exchange.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures: what is asked for arrives to the last digit, in every form of order. */
class FiguresTest {
    @Row("E1")
    @ParameterizedTest
    @EnumSource
    void everyMultipleOfALotArrivesAsItIs(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        List<Order> orders = new ArrayList<>();
        for (int lots = 1; lots <= 90; lots++) {
            String quantity = BigDecimal.valueOf(lots).movePointLeft(3).toPlainString();
            orders.add(s.buy(quantity, Integer.toString(20_000 + lots)));
            s.millis(120);
        }
        s.settle().agree();
        for (int lots = 1; lots <= 90; lots++) {
            assertThat(s.truth(orders.get(lots - 1)).quantity())
                    .isEqualByComparingTo(BigDecimal.valueOf(lots).movePointLeft(3));
        }
    }

    @Row("E2")
    @ParameterizedTest
    @EnumSource
    void theKillSwitchClosesAnOddSize(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy(venue.isDerivative() ? "0.017" : "0.01733");
        s.buy("0.013", "59995");
        s.seconds(1).trade(Side.SELL, "59995", "0.007").seconds(1);
        s.engine().risk().trip("test", "the test", true);
        s.settle().agree();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
        assertThat(s.engine()
                        .ledger()
                        .position("puppet", s.life().instrument(s.instrument()))
                        .rawQuantity())
                .isBetween(0L, 9L);
    }

    @Row({"E3", "E1"})
    @ParameterizedTest
    @ValueSource(strings = {"0.00000001", "0.00000123", "0.0001"})
    void tinyPricesAndHugeQuantitiesAreWrittenPlainly(String price) {
        InstrumentId small = InstrumentId.of("binance", "BTCUSDT");
        Scenario s = Scenario.at(BinanceVenues.SPOT)
                .exchange(exchange -> exchange.operator()
                        .market(Market.spot(
                                        "BTCUSDT",
                                        "BTC",
                                        "USDT",
                                        PriceRule.tick("0.00000001"),
                                        QuantityRule.lot("0.00000001"))
                                .withNotionals(NotionalRule.least("0"))))
                .begin();
        Order order =
                s.order(p -> p.hands().buy(small).quantity("123456.00000001").limit(price));
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(s.truth(order).price()).isEqualByComparingTo(price);
        assertThat(s.truth(order).quantity()).isEqualByComparingTo("123456.00000001");
    }

    @Row("E4")
    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "tr-TR"})
    void theMachinesLanguageChangesNoFigure(String language) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            for (BinanceVenues venue : BinanceVenues.values()) {
                Scenario s = Scenario.at(venue).begin();
                Order order = s.buy("0.012", "59123.4");
                s.buy("0.01");
                s.order(p -> p.hands().sell(s.instrument()).quantity("0.01").stop("59000.5"));
                s.settle().agree();
                assertThat(s.truth(order).price()).isEqualByComparingTo("59123.4");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Row("E5")
    @Test
    void aMarketOrderByAmountSpendsTheAmountAndNotThatManyCoins() {
        Scenario s = Scenario.at(BinanceVenues.SPOT).begin();
        Order order = s.order(p -> p.hands().buy(s.instrument()).spend("600").market());
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(s.truth(order).filledValue()).isBetween(new BigDecimal("590"), new BigDecimal("600"));
    }

    @Row({"E5", "A1"})
    @Test
    void anOrderByAmountWhoseAnswerIsLostIsFoundWithWhatItBought() {
        Scenario s = Scenario.at(BinanceVenues.SPOT).begin();
        s.faults().requests(s.venue()::isCreate, CommandFault.ANSWER_LOST.fault(), 1);
        Order order = s.order(p -> p.hands().buy(s.instrument()).spend("600").market());
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row({"E7", "F1"})
    @Test
    void dustThatCannotBeSoldIsLeftInPeace() {
        Scenario s = Scenario.at(BinanceVenues.SPOT).begin();
        s.buy("0.01");
        s.seconds(1);
        // Of 0.01 a thousandth went to the fee: 0.00999 can be sold, in lots of 0.00001.
        s.sell("0.00994");
        s.seconds(1);
        long before = s.log().count(s.venue()::isCreate);
        for (int i = 0; i < 20; i++) {
            s.act(p -> {
                p.hands().close(s.instrument());
                return p;
            });
            s.seconds(1);
        }
        s.mayDeny().settle().agree();
        assertThat(s.log().count(s.venue()::isCreate)).isEqualTo(before);
    }

    @Row({"E8", "A29"})
    @ParameterizedTest
    @EnumSource
    void aPriceOutsideTheVenuesBandIsRefusedOnceAndNothingElseHappens(BinanceVenues venue) {
        Scenario s = Scenario.at(venue)
                .exchange(exchange -> {
                    Market market = exchange.marketData().market("BTCUSDT").orElseThrow();
                    exchange.operator()
                            .market(market.withSteps(market.prices().withBand("0.9", "1.1"), market.quantities()));
                })
                .begin();
        Order outside = s.buy("0.01", "30000");
        Order inside = s.buy("0.01", "59000");
        s.mayDeny().settle().agree();
        assertThat(outside.isClosed()).isTrue();
        assertThat(inside.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).hasSize(1);
    }

    @Row("E9")
    @ParameterizedTest
    @EnumSource
    void aLotThatTheVenueChangesIsRefusedByItAndThenKnown(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        Market market = s.exchange().marketData().market("BTCUSDT").orElseThrow();
        s.exchange().operator().market(market.withSteps(PriceRule.tick("1"), QuantityRule.lot("0.01")));
        Order odd = s.buy("0.015", "59000");
        Order even = s.buy("0.02", "59001");
        s.settle().agree();
        assertThat(odd.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(even.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"E1", "F1"})
    @ParameterizedTest
    @EnumSource
    void feesAndFillsOfManyPricesAddUpToTheLastDigit(BinanceVenues venue) {
        Scenario s = Scenario.at(venue)
                .exchange(exchange -> {
                    for (int i = 0; i < 40; i++) {
                        exchange.trading()
                                .submit(
                                        "crowd",
                                        io.ttquant.exchanges.emulator.exchange.OrderRequest.limit(
                                                "BTCUSDT",
                                                Side.SELL,
                                                new BigDecimal("60001")
                                                        .add(BigDecimal.valueOf(i)
                                                                .movePointLeft(1)),
                                                new BigDecimal("0.007")));
                    }
                })
                .begin();
        Order order = s.buy("0.277");
        s.seconds(1);
        s.sell("0.133");
        s.pass(Duration.ofSeconds(1));
        s.settle().agree();
        assertThat(FixedPoint.toDecimal(order.rawFilled(), order.instrument().quantityScale()))
                .isEqualByComparingTo("0.277");
    }
}
