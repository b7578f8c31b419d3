package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.report.ProgressPrinter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringBuilder out = new StringBuilder();
    private long now;

    @Test
    void showsALongRunItsShareAndWhatIsLeft() {
        run(3 * EpochNanos.SECOND);
        assertThat(out.toString())
                .contains("Backtest 66%, ")
                .contains(" left, ")
                .contains("Backtest done in ");
    }

    @Test
    void showsNothingOfAShortRun() {
        run(EpochNanos.MILLISECOND);
        assertThat(out).isEmpty();
    }

    @Test
    void stillTellsTheListener() {
        assertThat(run(0)).isNotEmpty().isSorted().endsWith(100_000L);
    }

    /** A run of 100,000 bars under a clock that jumps each time it is asked. */
    private List<Long> run(long jump) {
        List<Long> told = new ArrayList<>();
        ProgressPrinter printer = new ProgressPrinter("Backtest", out, () -> now += 4 * jump, false);
        Backtest.of(Walk.bars(Walk.BTC, BarSpec.minutes(1), 100_000, 5).source())
                .progress(printer)
                .progress(told::add)
                .run();
        return told;
    }
}
