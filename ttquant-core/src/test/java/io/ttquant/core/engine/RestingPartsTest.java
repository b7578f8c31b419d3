package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Orders;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Market-to-limit orders, icebergs, DAY orders, and our share of a bar's volume. */
class RestingPartsTest {
    private static Lab quotes() {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00).start(0);
        lab.quote(1, 99, 5, 101, 5);
        return lab;
    }

    private static Lab limitedBars(String participation) {
        SimulationConfig config = SimulationConfig.DEFAULT.withParticipation(new BigDecimal(participation));
        Lab lab = Lab.of(Lab.SWAP, config, 1_000_000_00).withBars(Lab.M1).start(0);
        lab.bar(0, 100, 100, 100, 100, 100);
        return lab;
    }

    private static Orders desk(Lab lab) {
        return lab.script.desk();
    }

    // Market to limit.

    @Test
    void takesTheFirstLevelAndRestsThere() {
        Lab lab = quotes();
        Order order = desk(lab).buy(Lab.SWAP).lots(8).marketToLimit().submit();
        lab.engine.settle();
        assertThat(lab.fills()).containsExactly("BUY 5@101 TAKER TOOK_BOOK");
        assertThat(order.rawPrice()).isEqualTo(101);
        assertThat(lab.script.heard).endsWith("Filled 1", "Updated 1");
        lab.quote(2, 99, 5, 100, 2);
        lab.quote(3, 99, 5, 101, 9);

        assertThat(lab.fills())
                .containsExactly(
                        "BUY 5@101 TAKER TOOK_BOOK", "BUY 2@101 MAKER TRADED_THROUGH", "BUY 1@101 MAKER TOUCHED");
    }

    @Test
    void whatRestsCanBeAmended() {
        Lab lab = quotes();
        Order order = desk(lab).buy(Lab.SWAP).lots(8).marketToLimit().submit();
        lab.engine.settle();
        desk(lab).amend(order, Amendment.ofPrice(98));
        lab.engine.settle();

        assertThat(order.rawPrice()).isEqualTo(98);
    }

    @Test
    void withoutARestItHasNoPrice() {
        Lab lab = quotes();
        Order order = desk(lab).buy(Lab.SWAP).lots(5).marketToLimit().submit();
        lab.engine.settle();

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.rawPrice()).isZero();
    }

    // Icebergs.

    @Test
    void theNextPartGoesBehindOurOtherOrders() {
        Lab lab = quotes();
        desk(lab).buy(Lab.SWAP).lots(10).limit(95).rawDisplay(2).submit();
        desk(lab).buy(Lab.SWAP).lots(3).limit(95).submit();
        lab.engine.settle();
        lab.trade(2, 94, 4, AggressorSide.SELLER);
        lab.trade(3, 94, 6, AggressorSide.SELLER);

        assertThat(lab.script.fills.stream()
                        .map(f -> f.order().sequence() + ":" + f.rawQuantity())
                        .toList())
                .containsExactly("1:2", "2:2", "2:1", "1:2", "1:2", "1:1");
    }

    @Test
    void whatTakesOnArrivalIsNotHidden() {
        Lab lab = quotes();
        desk(lab).buy(Lab.SWAP).lots(10).limit(101).rawDisplay(2).submit();
        lab.engine.settle();

        assertThat(lab.fills()).containsExactly("BUY 5@101 TAKER MARKETABLE_LIMIT");
    }

    // Days.

    @Test
    void aDayOrderExpiresWhenTheDayEndsInItsZone() {
        long noon = EpochNanos.parse("2024-03-30T12:00:00Z");
        Lab lab = new Lab(
                Lab.SWAP,
                SimulationConfig.DEFAULT,
                b -> b.startBalance(Lab.USD, 1_000_000_00).dayZone(ZoneId.of("Europe/Berlin")));
        lab.start(noon);
        lab.trade(noon, 100, 1);
        Order order = desk(lab).buy(Lab.SWAP).lots(1).limit(90).goodForDay().submit();
        lab.engine.advanceTo(EpochNanos.parse("2024-03-30T22:59:59Z"));
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        lab.engine.advanceTo(EpochNanos.parse("2024-03-30T23:00:00Z"));
        assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);

        // The clocks go forward that night: this day has 23 hours.
        Order next = desk(lab).buy(Lab.SWAP).lots(1).limit(90).goodForDay().submit();
        assertThat(EpochNanos.format(next.expiryNanos())).isEqualTo("2024-03-31T22:00:00Z");
    }

    // Volume.

    @Test
    void aMarketOrderTakesNoMoreThanItsShareOfEachBar() {
        Lab lab = limitedBars("0.1");
        Order order = desk(lab).buy(Lab.SWAP).lots(25).submit();
        lab.bar(Lab.MINUTE, 101, 105, 99, 102, 100);
        lab.bar(2 * Lab.MINUTE, 103, 105, 99, 102, 120);
        lab.bar(3 * Lab.MINUTE, 104, 105, 99, 102, 500);

        assertThat(lab.fills())
                .containsExactly(
                        "BUY 10@101 TAKER NEXT_OPEN", "BUY 12@103 TAKER NEXT_OPEN", "BUY 3@104 TAKER NEXT_OPEN");
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aLimitOrderAtABetterOpenTakesItsShareToo() {
        Lab lab = limitedBars("0.1");
        desk(lab).buy(Lab.SWAP).lots(15).limit(95).submit();
        lab.bar(Lab.MINUTE, 90, 91, 89, 90, 100);
        assertThat(lab.fills()).containsExactly("BUY 10@90 MAKER LIMIT_AT_OPEN");
        lab.bar(2 * Lab.MINUTE, 90, 91, 89, 90, 100);

        assertThat(lab.fills()).containsExactly("BUY 10@90 MAKER LIMIT_AT_OPEN", "BUY 5@95 MAKER TRADED_THROUGH");
    }

    @Test
    void aFillOrKillOrderIsKilledByTooLittleVolume() {
        Lab lab = limitedBars("0.1");
        Order order = desk(lab).buy(Lab.SWAP).lots(11).fillOrKill().submit();
        lab.bar(Lab.MINUTE, 101, 105, 99, 102, 100);

        assertThat(lab.fills()).isEmpty();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void aReduceOnlyFillOrKillIsKilledWhereThePositionIsTooSmall() {
        Lab lab = quotes();
        desk(lab).buy(Lab.SWAP).lots(3).submit();
        lab.engine.settle();
        desk(lab).sell(Lab.SWAP).lots(2).submit();
        Order order = desk(lab).sell(Lab.SWAP).lots(2).reduceOnly().fillOrKill().submit();
        lab.engine.settle();

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(order.rawFilled()).isZero();
    }
}
