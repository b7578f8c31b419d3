package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures at OKX that are odd, small, or written in another country. */
class OkxFiguresTest {
    @Row({"E2", "E7", "F1"})
    @Test
    void closingSellsWhatCanBeSoldAndLeavesTheDustOfFees() {
        Scenario s = Scenario.at(OkxVenues.SPOT)
                .exchange(e -> e.accounts().withdraw(Scenario.ACCOUNT, "BTC", BigDecimal.ONE))
                .begin();
        s.buy("0.01237");
        s.seconds(2);
        s.act(p -> {
            p.hands().closeAll();
            return p;
        });
        s.settle().agree();
        BigDecimal left =
                s.exchange().accounts().balance(Scenario.ACCOUNT, "BTC").total();
        assertThat(left).isLessThan(new BigDecimal("0.00001"));
        assertThat(s.log().count(s.venue()::isCreate)).isEqualTo(2);
    }

    @Row({"E2", "F10"})
    @Test
    void closingASwapOfAnOddSizeLeavesNothing() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.buy("3.337");
        s.seconds(1);
        s.act(p -> {
            p.hands().closeAll();
            return p;
        });
        s.settle().agree();
        assertThat(s.engine().ledger().netPosition(s.instrument()).rawQuantity())
                .isZero();
    }

    @Row({"E3", "E4"})
    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG-u-nu-arab", "tr-TR"})
    void ordersAreWrittenTheSameInEveryCountry(String country) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(country));
        try {
            Scenario s = Scenario.at(OkxVenues.SPOT).begin();
            Order order = s.buy("0.00012", "59123.4");
            s.order(p -> p.hands().sell(s.instrument()).quantity("0.00012").stop("58999.9"));
            s.settle().agree();
            assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Row({"E1", "A19"})
    @Test
    void aQuantityThatFillsInManyOddPartsIsWholeInTheEnd() {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        Order order = s.buy("0.05", "59995");
        s.seconds(1);
        for (String part : new String[] {"0.00001", "0.00333", "0.01009", "0.00057", "0.02", "0.5"}) {
            s.trade(io.ttquant.exchanges.emulator.exchange.Side.SELL, "59995", part)
                    .millis(40);
        }
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }
}
