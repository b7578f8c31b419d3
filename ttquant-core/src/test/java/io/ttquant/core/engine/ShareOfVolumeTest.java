package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.algorithm.ShareOfVolume;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Fill;
import io.ttquant.api.strategy.Execution;
import io.ttquant.api.strategy.ExecutionStatus;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Orders that take a share of what the market trades. */
class ShareOfVolumeTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Lab lab(Instrument instrument) {
        Lab lab = Lab.of(instrument, SimulationConfig.DEFAULT, 1_000_000_00).start(0);
        lab.trade(0, 100, 1_000);
        return lab;
    }

    private static Execution buy(Lab lab, long lots, String share) {
        return lab.script
                .ctx()
                .execute(lab.script.desk().buy(lab.instrument).lots(lots).request(), ShareOfVolume.of(share, MINUTE));
    }

    private static List<Long> sizes(Lab lab) {
        return lab.script.fills.stream().map(Fill::rawQuantity).toList();
    }

    @Test
    void aTenthOfWhatIsTradedIsTaken() {
        Lab lab = lab(Lab.SWAP);
        Execution share = buy(lab, 30, "0.1");
        long[] traded = {55, 0, 49, 1_000, 10};
        for (int minute = 0; minute < traded.length; minute++) {
            if (traded[minute] > 0) {
                lab.trade(minute * Lab.MINUTE + 1, 100, traded[minute]);
            }
            lab.engine.advanceTo((minute + 1) * Lab.MINUTE);
            lab.engine.settle();
        }

        // 5 of 55; nothing; 10 of 104 less 5; all of 1,104, of which 20 are left. What was traded before the start does
        // not count.
        assertThat(sizes(lab)).containsExactly(5L, 5L, 20L);
        assertThat(share.status()).isEqualTo(ExecutionStatus.FILLED);
    }

    @Test
    void closedBarsCountWhereNoTradesAreSeen() {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00)
                .withBars(Lab.M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100, 500);
        Execution share = buy(lab, 30, "0.1");
        lab.bar(Lab.MINUTE, 100, 100, 100, 100, 120);
        lab.bar(2 * Lab.MINUTE, 100, 100, 100, 100, 80);
        lab.bar(3 * Lab.MINUTE, 100, 100, 100, 100, 80);
        lab.bar(4 * Lab.MINUTE, 100, 100, 100, 100, 80);

        assertThat(sizes(lab)).startsWith(12L).doesNotContain(50L);
        assertThat(share.rawFilled()).isLessThanOrEqualTo(30);
    }

    @Test
    void aRestBelowTheMinimumGoesWithTheChildBeforeIt() {
        Lab lab = lab(Lab.SWAP.toBuilder().minQuantity(BigDecimal.valueOf(5)).build());
        Execution share = buy(lab, 12, "0.1");
        lab.trade(1, 100, 40);
        lab.engine.advanceTo(Lab.MINUTE);
        assertThat(share.children()).as("4 are below the minimum").isEmpty();
        lab.trade(Lab.MINUTE + 1, 100, 50);
        lab.engine.advanceTo(2 * Lab.MINUTE);
        lab.engine.settle();

        assertThat(sizes(lab)).containsExactly(12L);
    }

    @Test
    void aRefusedChildEndsIt() {
        Lab lab = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_00).start(0);
        lab.trade(0, 100, 1_000);
        Execution share = buy(lab, 12, "1");
        lab.trade(1, 100, 40);
        lab.engine.advanceTo(Lab.MINUTE);
        lab.engine.settle();

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
    }

    @Test
    void randomMarketsNeverSeeMoreThanTheShare() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Lab lab = lab(Lab.SWAP);
            double share = random.nextInt(1, 101) / 100.0;
            long lots = random.nextLong(1, 400);
            Execution execution = buy(lab, lots, String.valueOf(share));
            long traded = 0;
            for (int step = 1; step < 60; step++) {
                long size = random.nextLong(1, 40);
                traded += size;
                lab.trade(step * 7_000_000_000L, random.nextLong(95, 105), size);
                assertThat((double) execution.rawFilled())
                        .as("seed %d, step %d", seed, step)
                        .isLessThanOrEqualTo(share * traded + 1e-6);
                assertThat(execution.rawFilled()).isLessThanOrEqualTo(lots);
            }
        }
    }
}
