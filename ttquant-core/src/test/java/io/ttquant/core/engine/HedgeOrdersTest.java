package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Position;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Orders of an account in hedge mode, also such as race each other to the exchange. */
class HedgeOrdersTest {
    private static final long CASH = 1_000_000_00L;
    private static final Currency USD = Currency.of("USD", 2);
    private static final Instrument FUTURE = Instrument.future(InstrumentId.parse("sim:X"), Currency.of("X"), USD)
            .tick("1")
            .lot("1")
            .multiplier(new BigDecimal("0.013"))
            .expiry(Instant.ofEpochSecond(1))
            .build();

    private static Lab lab(SimulationConfig config) {
        return new Lab(
                        FUTURE,
                        config.withFees(RateFees.of("0.0003", "0.0007")),
                        b -> b.reporting(USD).positions(PositionMode.HEDGING).startBalance(USD, CASH))
                .start(1);
    }

    @Test
    void twoClosingOrdersThatRaceEachOtherCloseNoMoreThanThereIs() {
        Lab lab = lab(SimulationConfig.DEFAULT.withLatency(
                LatencyModel.constant(Duration.ofNanos(10), Duration.ofNanos(10))));
        lab.trade(2, 100, 5);
        lab.script
                .desk()
                .buy(FUTURE)
                .quantity("3")
                .market()
                .positionSide(PositionSide.LONG)
                .submit();
        lab.trade(30, 100, 5);
        lab.engine.advanceTo(50);
        lab.script
                .desk()
                .sell(FUTURE)
                .quantity("2")
                .market()
                .positionSide(PositionSide.LONG)
                .submit();
        lab.script
                .desk()
                .sell(FUTURE)
                .quantity("2")
                .market()
                .positionSide(PositionSide.LONG)
                .submit();
        lab.engine.advanceTo(100);

        assertThat(lab.fills()).extracting(text -> text.substring(0, 6)).containsExactly("BUY 3@", "SELL 2", "SELL 1");
        assertThat(lab.lastEvent())
                .isInstanceOfSatisfying(
                        OrderEvent.Canceled.class,
                        canceled -> assertThat(canceled.message())
                                .isEqualTo("a reduce-only order may not exceed the position"));
        assertThat(lab.engine.ledger().position("s", FUTURE, PositionSide.LONG).isFlat())
                .isTrue();
        assertThat(lab.engine.ledger().position("s", FUTURE, PositionSide.SHORT).isFlat())
                .isTrue();
    }

    private static OrderBuilder closing(Lab lab, PositionSide side, long quantity) {
        return (side == PositionSide.LONG
                        ? lab.script.desk().sell(FUTURE)
                        : lab.script.desk().buy(FUTURE))
                .rawQuantity(quantity)
                .positionSide(side);
    }

    private static Lab threeLong() {
        Lab lab = lab(SimulationConfig.DEFAULT);
        lab.trade(2, 100, 50);
        lab.script
                .desk()
                .buy(FUTURE)
                .quantity("3")
                .market()
                .positionSide(PositionSide.LONG)
                .submit();
        lab.trade(3, 100, 50);
        return lab;
    }

    @Test
    void aCloseOfMoreThanASideHoldsIsRefusedAndOneOfAllOfItIsNot() {
        Lab lab = threeLong();
        Order more = closing(lab, PositionSide.LONG, 4).rawLimit(100).submit();
        lab.trade(4, 100, 50);
        assertThat(lab.lastEvent()).isInstanceOfSatisfying(OrderEvent.Denied.class, denied -> {
            assertThat(denied.order()).isSameAs(more);
            assertThat(denied.reason()).isEqualTo(RejectReason.REDUCE_ONLY_WOULD_INCREASE);
            assertThat(denied.message())
                    .isEqualTo("a SELL of 4 closes more than the LONG position of 3 sim:X; ask for at most what"
                            + " is held, and open the other side with an order of its own");
        });
        assertThat(closing(lab, PositionSide.SHORT, 1).market().submit().status())
                .isEqualTo(OrderStatus.DENIED);
        assertThat(closing(lab, PositionSide.LONG, 4)
                        .reduceOnly()
                        .market()
                        .submit()
                        .status())
                .isEqualTo(OrderStatus.DENIED);
        Order all = closing(lab, PositionSide.LONG, 3).market().submit();
        lab.trade(5, 100, 50);
        assertThat(all.status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void restingClosesAreTrimmedToWhatIsLeftOfTheSideOrCancelled() {
        Lab lab = threeLong();
        Order resting = closing(lab, PositionSide.LONG, 3).rawLimit(110).submit();
        Order higher = closing(lab, PositionSide.LONG, 3).rawLimit(120).submit();
        closing(lab, PositionSide.LONG, 2).market().submit();
        lab.trade(4, 100, 50);
        lab.trade(5, 111, 50);
        assertThat(resting.rawFilled()).isEqualTo(1);
        assertThat(lab.script.events)
                .anyMatch(event -> event instanceof OrderEvent.Canceled canceled
                        && canceled.order() == resting
                        && canceled.message().equals("a reduce-only order may not exceed the position"));
        lab.trade(6, 121, 50);
        assertThat(higher.rawFilled()).isZero();
        assertThat(lab.script.events)
                .anyMatch(event -> event instanceof OrderEvent.Canceled canceled
                        && canceled.order() == higher
                        && canceled.message().equals("a reduce-only order found no position left to reduce"));
        assertThat(lab.engine.ledger().position("s", FUTURE, PositionSide.SHORT).isFlat())
                .isTrue();
    }

    @Test
    void anOrderWithoutASideIsRefused() {
        Lab lab = lab(SimulationConfig.DEFAULT);
        lab.trade(2, 100, 5);
        lab.script.desk().buy(FUTURE).quantity("3").market().submit();
        lab.trade(3, 100, 5);

        assertThat(lab.lastEvent())
                .isInstanceOfSatisfying(
                        OrderEvent.Denied.class,
                        denied -> assertThat(denied.reason()).isEqualTo(RejectReason.UNSUPPORTED_COMBINATION));
    }

    /** Whatever is sent: no side turns round, and after the settlement cash is the start less all values and fees. */
    @Test
    void noSideEverTurnsRoundAndCashIsTheSumOfAllFlows() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Lab lab = lab(SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(
                    Duration.ofNanos(random.nextInt(0, 40)), Duration.ofNanos(random.nextInt(0, 40)))));
            long ts = 2;
            for (int i = 0; i < 60; i++) {
                ts += random.nextInt(1, 20);
                lab.trade(ts, random.nextLong(900, 1_100), random.nextLong(1, 40));
                send(lab, random);
                checkSides(lab, seed);
            }
            lab.engine.advanceTo(2_000_000_000L);
            checkSides(lab, seed);
            long flows = 0;
            for (Fill fill : lab.script.fills) {
                flows -= FUTURE.rawNotional(fill.rawPrice(), fill.rawSignedQuantity()) + fill.rawFee();
            }
            assertThat(lab.script.fills).as("seed %d", seed).isNotEmpty();
            assertThat(lab.cash() - CASH).as("seed %d: cash", seed).isEqualTo(flows);
            assertThat(lab.engine.ledger().rawEquity())
                    .as("seed %d: equity", seed)
                    .isEqualTo(lab.cash());
        }
    }

    private static void send(Lab lab, SplittableRandom random) {
        OrderBuilder order = random.nextBoolean()
                ? lab.script.desk().buy(FUTURE)
                : lab.script.desk().sell(FUTURE);
        order.rawQuantity(random.nextLong(1, 30))
                .positionSide(random.nextBoolean() ? PositionSide.LONG : PositionSide.SHORT);
        if (random.nextInt(3) == 0) {
            order.rawLimit(random.nextLong(900, 1_100));
        } else {
            order.market();
        }
        order.submit();
    }

    private static void checkSides(Lab lab, long seed) {
        Position bought = lab.engine.ledger().netPosition(FUTURE.id(), PositionSide.LONG);
        Position sold = lab.engine.ledger().netPosition(FUTURE.id(), PositionSide.SHORT);
        assertThat(bought.rawQuantity()).as("seed %d: long", seed).isNotNegative();
        assertThat(sold.rawQuantity()).as("seed %d: short", seed).isNotPositive();
        assertThat(lab.engine.ledger().netPosition(FUTURE.id()).rawQuantity())
                .as("seed %d: net", seed)
                .isEqualTo(bought.rawQuantity() + sold.rawQuantity());
    }
}
