package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.algorithm.ShareOfVolume;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.strategy.Execution;
import io.ttquant.api.strategy.ExecutionStatus;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that take a share of what the market trades. */
class ShareOfVolumeTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Lab lab(Instrument instrument) {
        Lab lab = Lab.of(instrument, SimulationConfig.DEFAULT, 1_000_000_00).start(0);
        lab.trade(0, 100, 1_000);
        return lab;
    }

    private static Execution execute(Lab lab, OrderBuilder order, ShareOfVolume share) {
        return lab.script.ctx().execute(order.request(), share);
    }

    private static Execution buy(Lab lab, long lots, String share) {
        return execute(lab, lab.script.desk().buy(lab.instrument).lots(lots), ShareOfVolume.of(share, MINUTE));
    }

    /** Trades at the start of a minute, and what is done by its end. */
    private static void minute(Lab lab, int minute, long price, long quantity) {
        if (quantity > 0) {
            lab.trade(minute * Lab.MINUTE + 1, price, quantity);
        }
        lab.engine.advanceTo((minute + 1) * Lab.MINUTE);
        lab.engine.settle();
    }

    private static List<Long> sizes(Lab lab) {
        return lab.script.fills.stream().map(Fill::rawQuantity).toList();
    }

    private static List<Long> asked(Execution execution) {
        return execution.children().stream().map(Order::rawQuantity).toList();
    }

    @Test
    void aTenthOfWhatIsTradedIsTaken() {
        Lab lab = lab(Lab.SWAP);
        Execution share = buy(lab, 30, "0.1");
        long[] traded = {55, 0, 49, 1_000, 10};
        for (int minute = 0; minute < traded.length; minute++) {
            minute(lab, minute, 100, traded[minute]);
        }

        // 5 of 55; nothing; 10 of 104 less 5; all of 1,104, of which 20 are left. What was traded before the start does
        // not count.
        assertThat(sizes(lab)).containsExactly(5L, 5L, 20L);
        assertThat(share.status()).isEqualTo(ExecutionStatus.FILLED);
    }

    @Test
    void aShareThatIsNoBinaryFractionIsNotRoundedAway() {
        Lab lab = lab(Lab.SWAP);
        buy(lab, 1_000, "0.29");
        minute(lab, 0, 100, 100);

        assertThat(sizes(lab)).as("0.29 * 100 is 28.999999999999996 as doubles").containsExactly(29L);
    }

    @Test
    void closedBarsCountWhereNoTradesAreSeen() {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00)
                .withBars(Lab.M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100, 500);
        Execution share = buy(lab, 30, "0.1");
        for (int minute = 1; minute < 5; minute++) {
            lab.bar(minute * Lab.MINUTE, 100, 100, 100, 100, minute == 1 ? 120 : 80);
        }

        assertThat(sizes(lab)).startsWith(12L).doesNotContain(50L);
        assertThat(share.rawFilled()).isLessThanOrEqualTo(30);
    }

    @Test
    void aRestBelowTheMinimumIsNotLeftOver() {
        Lab lab = lab(Lab.SWAP.toBuilder().minQuantity(BigDecimal.valueOf(5)).build());
        Execution share = buy(lab, 12, "0.1");
        minute(lab, 0, 100, 40);
        assertThat(share.children()).as("4 are below the minimum").isEmpty();
        minute(lab, 1, 100, 50);
        assertThat(sizes(lab)).as("not 9, of which 3 could not be sent").containsExactly(7L);
        minute(lab, 2, 100, 29);
        assertThat(sizes(lab)).as("11 of 119").containsExactly(7L);
        minute(lab, 3, 100, 1);
        assertThat(sizes(lab)).containsExactly(7L, 5L);
        assertThat(share.status()).isEqualTo(ExecutionStatus.FILLED);
    }

    @Test
    void aChildBelowTheMinimumValueWaits() {
        Lab lab = lab(Lab.SWAP.toBuilder().minNotional("550").build());
        Execution share = buy(lab, 30, "0.1");
        minute(lab, 0, 100, 59);
        assertThat(share.children()).as("5 are worth 500").isEmpty();
        minute(lab, 1, 100, 1);
        assertThat(sizes(lab)).as("6 are worth 600").containsExactly(6L);
        assertThat(share.status()).isEqualTo(ExecutionStatus.WORKING);
    }

    @Test
    void aChildIsAtMostTheMaximumOfItsType() {
        Instrument small = Lab.SWAP.toBuilder()
                .minQuantity(BigDecimal.valueOf(3))
                .maxQuantity(BigDecimal.valueOf(50))
                .maxMarketQuantity(BigDecimal.valueOf(10))
                .build();
        Lab lab = lab(small);
        Execution share = buy(lab, 21, "1");
        for (int minute = 0; minute < 3; minute++) {
            minute(lab, minute, 100, 1_000);
        }

        assertThat(asked(share)).as("8, for a rest of 3").containsExactly(10L, 8L, 3L);
        assertThat(share.status()).isEqualTo(ExecutionStatus.FILLED);
    }

    @Test
    void anOrderBelowTheSmallestEndsAndSaysSo() {
        Lab lab = lab(Lab.SWAP.toBuilder().minQuantity(BigDecimal.valueOf(5)).build());
        Execution share = buy(lab, 4, "1");
        minute(lab, 0, 100, 1_000);

        assertThat(share.children()).isEmpty();
        assertThat(share.status()).isEqualTo(ExecutionStatus.ENDED);
        assertThat(share.message()).isEqualTo("what is left, 4, is below the smallest order of sim:SWAP");
    }

    @Test
    void itsLimitIsThatOfEachChildAndWhatIsOpenCounts() {
        Lab lab = lab(Lab.SWAP);
        Execution share =
                execute(lab, lab.script.desk().buy(Lab.SWAP).lots(30).limit(95), ShareOfVolume.of("0.1", MINUTE));
        minute(lab, 0, 100, 100);
        minute(lab, 1, 100, 0);
        minute(lab, 2, 100, 50);
        assertThat(asked(share)).containsExactly(10L, 5L);
        assertThat(share.children()).allMatch(child -> child.rawPrice() == 95 && child.isOpen());
        assertThat(sizes(lab)).isEmpty();
        minute(lab, 3, 94, 1_000);

        assertThat(lab.script.fills).allMatch(fill -> fill.rawPrice() <= 95);
        assertThat(share.rawFilled()).isPositive();
    }

    @Test
    void whatEndedUnfilledIsSentAgain() {
        Lab lab = lab(Lab.SWAP);
        Execution share =
                execute(lab, lab.script.desk().buy(Lab.SWAP).lots(30).limit(95), ShareOfVolume.of("0.1", MINUTE));
        minute(lab, 0, 100, 100);
        lab.script.desk().cancelAll();
        minute(lab, 1, 100, 0);

        assertThat(asked(share)).containsExactly(10L, 10L);
        assertThat(share.children()).filteredOn(Order::isOpen).hasSize(1);
    }

    @Test
    void itEndsAtItsEndAndSaysHowFarItCame() {
        Lab lab = lab(Lab.SWAP);
        Instant end = Instant.ofEpochSecond(120);
        Execution share = execute(
                lab,
                lab.script.desk().buy(Lab.SWAP).lots(30).limit(100),
                ShareOfVolume.of("0.1", MINUTE).until(end));
        minute(lab, 0, 99, 100);
        lab.trade(Lab.MINUTE + 1, 101, 100);
        lab.trade(Lab.MINUTE + 2, 99, 100);
        long before = share.rawFilled();
        assertThat(before).isEqualTo(10);
        minute(lab, 2, 99, 1_000);

        assertThat(share.children()).as("no look at the end itself").hasSize(1);
        assertThat(share.status()).isEqualTo(ExecutionStatus.ENDED);
        assertThat(share.message()).isEqualTo("its end 1970-01-01T00:02:00Z came when 10 of 30 were filled");
        assertThat(share.rawFilled()).isEqualTo(before);
    }

    @Test
    void itsEndCancelsWhatIsOpen() {
        Lab lab = lab(Lab.SWAP);
        Execution share = execute(
                lab,
                lab.script.desk().buy(Lab.SWAP).lots(30).limit(90),
                ShareOfVolume.of("0.1", MINUTE).until(Instant.ofEpochSecond(90)));
        minute(lab, 0, 100, 100);
        assertThat(share.children()).filteredOn(Order::isOpen).hasSize(1);
        minute(lab, 1, 100, 0);

        assertThat(share.children()).noneMatch(Order::isOpen);
        assertThat(share.message()).endsWith("came when 0 of 30 were filled");
    }

    @Test
    void anEndThatIsPastMeansThatNothingIsSent() {
        Lab lab = lab(Lab.SWAP);
        minute(lab, 0, 100, 100);
        Execution share = execute(
                lab,
                lab.script.desk().buy(Lab.SWAP).lots(30),
                ShareOfVolume.of("1", MINUTE).until(Instant.EPOCH));
        minute(lab, 1, 100, 100);
        minute(lab, 2, 100, 100);

        assertThat(share.status()).isEqualTo(ExecutionStatus.ENDED);
        assertThat(share.children()).isEmpty();
    }

    @Test
    void itStopsWhereItIsCancelled() {
        Lab lab = lab(Lab.SWAP);
        Execution share =
                execute(lab, lab.script.desk().buy(Lab.SWAP).lots(30).limit(95), ShareOfVolume.of("0.1", MINUTE));
        minute(lab, 0, 100, 100);
        share.cancel();
        minute(lab, 1, 100, 1_000);
        minute(lab, 2, 90, 1_000);

        assertThat(asked(share)).containsExactly(10L);
        assertThat(share.status()).isEqualTo(ExecutionStatus.CANCELED);
        assertThat(lab.position()).isZero();
    }

    @Test
    void reduceOnlyIsHandedDownAndEndsWithThePosition() {
        Lab lab = lab(Lab.SWAP);
        lab.script.desk().buy(Lab.SWAP).lots(30).submit();
        lab.engine.settle();
        Execution share =
                execute(lab, lab.script.desk().sell(Lab.SWAP).lots(30).reduceOnly(), ShareOfVolume.of("0.1", MINUTE));
        minute(lab, 0, 100, 100);
        lab.script.desk().sell(Lab.SWAP).lots(15).submit();
        for (int minute = 1; minute < 4; minute++) {
            minute(lab, minute, 100, 1_000);
        }

        assertThat(lab.position()).as("never short").isZero();
        assertThat(share.rawFilled()).isEqualTo(15);
        assertThat(share.children()).allMatch(child -> child.request().isReduceOnly());
        assertThat(share.message()).isEqualTo("nothing is left to reduce");
    }

    @Test
    void theSideOfAHedgedPositionIsHandedDown() {
        Lab lab = new Lab(
                        Lab.SWAP,
                        SimulationConfig.DEFAULT,
                        b -> b.positions(PositionMode.HEDGING).startBalance(Lab.USD, 1_000_000_00))
                .start(0);
        lab.trade(0, 100, 1_000);
        for (PositionSide side : List.of(PositionSide.LONG, PositionSide.SHORT)) {
            OrderBuilder order = side == PositionSide.LONG
                    ? lab.script.desk().buy(Lab.SWAP)
                    : lab.script.desk().sell(Lab.SWAP);
            order.lots(20).positionSide(side).submit();
        }
        lab.engine.settle();
        Execution share = execute(
                lab,
                lab.script.desk().sell(Lab.SWAP).lots(50).positionSide(PositionSide.LONG),
                ShareOfVolume.of("0.1", MINUTE));
        minute(lab, 0, 100, 120);
        minute(lab, 1, 100, 1_000);
        minute(lab, 2, 100, 1_000);

        assertThat(asked(share)).as("no more than the long side has").containsExactly(12L, 8L);
        assertThat(lab.engine
                        .ledger()
                        .position("s", Lab.SWAP, PositionSide.LONG)
                        .rawQuantity())
                .isZero();
        assertThat(lab.engine
                        .ledger()
                        .position("s", Lab.SWAP, PositionSide.SHORT)
                        .rawQuantity())
                .isEqualTo(-20);
        assertThat(share.message()).isEqualTo("nothing is left to reduce");
    }

    @Test
    void aRefusedChildEndsIt() {
        Lab lab = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_00).start(0);
        lab.trade(0, 100, 1_000);
        Execution share = buy(lab, 12, "1");
        minute(lab, 0, 100, 40);

        assertThat(share.status()).isEqualTo(ExecutionStatus.ENDED);
        assertThat(share.message()).endsWith("is DENIED");
    }

    @Test
    void sharesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> ShareOfVolume.of("1.1", MINUTE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a share of 1.1 of the volume must be above 0 and at most 1; give 0.1 for a tenth");
        assertThatThrownBy(() -> ShareOfVolume.of("0", MINUTE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShareOfVolume.of("0.1", Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("never looks");
        assertThatThrownBy(() -> ShareOfVolume.of("0.1", MINUTE).until(Instant.MAX))
                .isInstanceOf(ArithmeticException.class);
    }
}
