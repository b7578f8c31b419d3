package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.matching.FeedLatency;
import io.ttquant.core.matching.LatencyDistribution;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two clocks: the exchange's, which sees an event when it happens, and ours, which sees it and all reports later. */
class LatencyTest {
    private static final long MS = 1_000_000L;
    /** Sent up to 500 ms: 10 ms there, 5 ms back; after that commands fail, and we know after 70 ms; from 900 ms on as before. */
    private static final LatencyModel BREAKS_DOWN = LatencyModel.recorded(
            new long[] {100 * MS, 400 * MS, 600 * MS, 800 * MS, 1000 * MS},
            new long[] {110 * MS, 410 * MS, 0, 0, 1010 * MS},
            new long[] {115 * MS, 415 * MS, 670 * MS, 870 * MS, 1015 * MS});

    private static Lab lab(LatencyModel latency, FeedLatency feed) {
        return new Lab(
                Lab.SPOT,
                SimulationConfig.DEFAULT.withLatency(latency),
                b -> b.startBalance(Lab.USD, 1_000_000_00).feedLatency(feed));
    }

    private static long heardAt(Lab lab, OrderEvent event) {
        assertThat(event).isIn(lab.script.events);
        return event.tsInit();
    }

    @Test
    void anOrderThatFailsOnItsWayIsRejectedAfterTheRecordedDelay() {
        Lab lab = lab(BREAKS_DOWN, FeedLatency.recorded()).start(0);
        lab.trade(590 * MS, 100, 5);
        Order order = lab.script.desk().buy(Lab.SPOT).lots(2).limit("90").submit();
        lab.engine.advanceTo(660 * MS - 1);
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
        lab.engine.advanceTo(660 * MS);

        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        OrderEvent.Rejected rejected = (OrderEvent.Rejected) lab.lastEvent();
        assertThat(rejected.reason()).isEqualTo(RejectReason.EXCHANGE);
        assertThat(rejected.message())
                .isEqualTo("order " + order.clientId()
                        + " never reached the exchange: by the recorded latencies it fails on"
                        + " its way, and we know after 70 ms; send it again if it is still wanted");
        assertThat(heardAt(lab, rejected)).isEqualTo(660 * MS);
        assertThat(lab.free()).isEqualTo(lab.cash());
        lab.trade(900 * MS, 80, 5);
        assertThat(lab.fills()).isEmpty();
    }

    @Test
    void aCancelThatFailsOnItsWayLeavesTheOrderOpenWhereItIsFilled() {
        Lab lab = lab(BREAKS_DOWN, FeedLatency.recorded()).start(0);
        lab.trade(300 * MS, 100, 5);
        Order order = lab.script.desk().buy(Lab.SPOT).lots(2).limit("90").submit();
        lab.engine.advanceTo(600 * MS);
        lab.script.desk().cancel(order);
        lab.engine.advanceTo(670 * MS);

        OrderEvent.CancelRejected refused = (OrderEvent.CancelRejected) lab.lastEvent();
        assertThat(refused.message()).startsWith("cancel of order " + order.clientId() + " never reached the exchange");
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        lab.trade(700 * MS, 80, 5);
        lab.engine.advanceTo(800 * MS);
        assertThat(lab.fills()).containsExactly("BUY 2@90 MAKER TRADED_THROUGH");
    }

    @Test
    void anAmendmentThatFailsOnItsWayChangesNothing() {
        Lab lab = lab(BREAKS_DOWN, FeedLatency.recorded()).start(0);
        lab.trade(300 * MS, 100, 5);
        Order order = lab.script.desk().buy(Lab.SPOT).lots(2).limit("90").submit();
        lab.engine.advanceTo(600 * MS);
        lab.script.desk().amend(order, Amendment.ofQuantity(4));
        lab.engine.advanceTo(670 * MS);

        assertThat(((OrderEvent.UpdateRejected) lab.lastEvent()).message()).startsWith("amendment of order ");
        assertThat(order.rawQuantity()).isEqualTo(2);
        assertThat(lab.free()).isEqualTo(lab.cash() - 180_00);
    }

    @Test
    void theExchangeSeesAnEventBeforeWeDo() {
        Lab lab = lab(LatencyModel.NONE, FeedLatency.constant(Duration.ofMillis(40)));
        lab.script.start = ctx -> ctx.subscribeTrades(Lab.SPOT.id());
        lab.start(0);
        lab.script.desk().buy(Lab.SPOT).lots(1).limit("90").submit();
        lab.trade(10 * MS, 80, 5);

        assertThat(lab.script.heard).containsExactly("Accepted 1", "Filled 1");
        lab.engine.advanceTo(50 * MS);
        assertThat(lab.script.heard).endsWith("trade 80");
    }

    @Test
    void noEventOvertakesAnotherHoweverTheFeedVaries() {
        LatencyDistribution wild = LatencyDistribution.logNormal(Duration.ofMillis(5), 1.5, Duration.ZERO);
        Lab lab = lab(LatencyModel.NONE, FeedLatency.drawn(wild));
        List<Long> waits = new ArrayList<>();
        List<Long> prices = new ArrayList<>();
        lab.script.start = ctx -> ctx.subscribeTrades(Lab.SPOT.id());
        lab.script.trade = t -> {
            assertThat(lab.engine.clock().nanos()).isEqualTo(t.tsInit());
            waits.add(t.tsInit() - t.tsEvent());
            prices.add(t.rawPrice());
        };
        lab.start(0);
        for (int i = 1; i <= 2_000; i++) {
            lab.trade(i * MS, i, 1);
        }
        lab.engine.advanceTo(Duration.ofHours(1).toNanos());

        assertThat(prices).hasSize(2_000).isSorted();
        assertThat(waits).allMatch(wait -> wait >= 0);
        assertThat(waits.stream().distinct().count()).isGreaterThan(1_500);
    }

    @Test
    void twoRunsOfOneSeedAreTheSameAndAnotherSeedIsAnother() {
        assertThat(acceptedAt(1)).isEqualTo(acceptedAt(1)).isNotEqualTo(acceptedAt(2));
    }

    private static List<Long> acceptedAt(long seed) {
        LatencyDistribution varying = LatencyDistribution.exponential(Duration.ofMillis(5), Duration.ofMillis(1));
        Lab lab = new Lab(
                Lab.SPOT,
                SimulationConfig.DEFAULT
                        .withLatency(LatencyModel.drawn(varying, varying))
                        .withSeed(seed),
                b -> b.startBalance(Lab.USD, 1_000_000_00));
        lab.start(0);
        lab.trade(MS, 100, 1);
        for (int i = 0; i < 50; i++) {
            lab.script.desk().buy(Lab.SPOT).lots(1).limit("50").submit();
            lab.engine.advanceTo((i + 2) * MS);
        }
        lab.engine.advanceTo(Duration.ofSeconds(10).toNanos());
        List<Long> times = lab.script.events.stream()
                .filter(e -> e instanceof OrderEvent.Accepted)
                .map(OrderEvent::tsInit)
                .toList();
        assertThat(times).hasSize(50).isSorted();
        return times;
    }

    /* The last event before was 7 ms late: the order takes 4 × 7 to arrive, and the report 3 × 7 back. */
    @Test
    void latencyOfTheFeedFollowsTheLastEvent() {
        Lab lab = lab(LatencyModel.ofFeed(BigDecimal.valueOf(4), BigDecimal.valueOf(3)), FeedLatency.recorded())
                .start(0);
        lab.sink.trade(100 * MS, 107 * MS, 100, 1, AggressorSide.NONE);
        lab.engine.advanceTo(107 * MS);
        lab.script.desk().buy(Lab.SPOT).lots(1).limit("50").submit();
        lab.engine.advanceTo(1_000 * MS);

        assertThat(lab.lastEvent().tsEvent()).isEqualTo((107 + 28) * MS);
        assertThat(lab.lastEvent().tsInit()).isEqualTo((107 + 28 + 21) * MS);

        lab.trade(1_001 * MS, 100, 1);
        lab.script.desk().buy(Lab.SPOT).lots(1).limit("50").submit();
        lab.engine.advanceTo(1_001 * MS);
        assertThat(lab.lastEvent().tsInit()).isEqualTo(1_001 * MS);
    }
}
