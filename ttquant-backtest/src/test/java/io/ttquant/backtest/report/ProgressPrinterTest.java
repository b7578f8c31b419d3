package io.ttquant.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.time.EpochNanos;
import org.junit.jupiter.api.Test;

class ProgressPrinterTest {
    private final StringBuilder out = new StringBuilder();
    private long now = 1_000;

    @Test
    void saysHowMuchTimeIsLeft() {
        ProgressPrinter progress = new ProgressPrinter("Backtest", out, () -> now, true);
        now += 20 * EpochNanos.SECOND;
        progress.update(250, 1000);
        assertThat(out).hasToString("\rBacktest [######..................] 25%, 1 min 00 s left, 12/s");
    }

    @Test
    void printsAtMostTwiceASecondOnATerminal() {
        ProgressPrinter progress = new ProgressPrinter("Backtest", out, () -> now, true);
        for (int i = 1; i <= 4000; i++) {
            now += EpochNanos.MILLISECOND;
            progress.update(i, 4000);
        }
        assertThat(out.toString().chars().filter(c -> c == '\r')).hasSize(5);
    }

    @Test
    void writesFewLinesIntoALog() {
        ProgressPrinter progress = new ProgressPrinter("Backtest", out, () -> now, false);
        for (int i = 1; i <= 60; i++) {
            now += EpochNanos.SECOND;
            progress.update(i, 60);
        }
        assertThat(out.toString().lines()).hasSize(6).allMatch(line -> line.startsWith("Backtest "));
        assertThat(out).doesNotContain("\r" + "Backtest");
    }

    @Test
    void countsWhenTheTotalIsUnknown() {
        ProgressPrinter progress = new ProgressPrinter("Load", out, () -> now, true);
        now += 2 * EpochNanos.SECOND;
        progress.update(3_000_000, 0);
        assertThat(out).hasToString("\rLoad 3,000,000 events, 2.0 s, 1,500,000/s");
    }

    @Test
    void wipesALongerLineAndEndsIt() {
        ProgressPrinter progress = new ProgressPrinter("Backtest", out, () -> now, true);
        now += 3 * 3600 * EpochNanos.SECOND;
        progress.update(1, 2);
        int length = out.length() - 1;
        progress.finish(2);
        String last = out.substring(length + 1);
        assertThat(last).startsWith("\rBacktest done in 3 h 00 min, 2 events").endsWith(System.lineSeparator());
        assertThat(last.stripTrailing().length()).isLessThan(length);
        assertThat(last.length()).isGreaterThanOrEqualTo(length + 1);
    }

    @Test
    void survivesAClockThatStandsStillAndAZeroShare() {
        ProgressPrinter progress = new ProgressPrinter("Backtest", out, () -> now, true);
        progress.update(0, 0);
        now += 2 * EpochNanos.SECOND;
        progress.update(0, 100);
        progress.finish(0);
        assertThat(out).contains("Backtest done in 2.0 s, 0 events").contains("0%");
    }

    @Test
    void saysNothingOfAShortRun() {
        ProgressPrinter progress = new ProgressPrinter("Backtest", out, () -> now, true);
        now += 2 * EpochNanos.SECOND - 1;
        progress.update(50, 100);
        progress.finish(100);
        assertThat(out).isEmpty();
    }
}
