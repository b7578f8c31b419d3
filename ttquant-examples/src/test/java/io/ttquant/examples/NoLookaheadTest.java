package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.BacktestResult;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.EventSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Grid, EMA cross and momentum decide the same, whatever the future holds: it is cut off, and replaced by garbage, at many times. */
class NoLookaheadTest {
    private static final int CUTS = 20;

    @Test
    void whatTheThreeStrategiesDidBeforeATimeDoesNotDependOnWhatComesAfter() {
        List<BarColumns> markets = SeededRun.bars();
        BacktestResult whole = SeededRun.run(1, sources(markets));
        assertThat(whole.fills()).extracting(fill -> fill.order().strategyId()).contains("grid", "cross", "momentum");
        int count = markets.get(0).size();
        for (int i = 1; i <= CUTS; i++) {
            long cut = markets.get(0).tsClose(count * i / (CUTS + 1));
            BacktestResult blind = SeededRun.run(
                    1, sources(markets).stream().map(s -> s.until(cut)).toList());
            BacktestResult poisoned = SeededRun.run(
                    1, sources(markets.stream().map(bars -> poisoned(bars, cut)).toList()));
            assertSame("cut", cut, whole, blind);
            assertSame("poisoned", cut, whole, poisoned);
        }
    }

    private static List<EventSource> sources(List<BarColumns> markets) {
        return markets.stream().map(BarColumns::source).toList();
    }

    /** The same bars up to a time, and others of the same times, at three to five times the price and moving wildly, after it. */
    private static BarColumns poisoned(BarColumns bars, long cut) {
        Instrument instrument = bars.instrument();
        BarColumns.Builder result = BarColumns.builder(instrument, bars.spec());
        for (int i = 0; i < bars.size(); i++) {
            long factor = bars.tsOpen(i) < cut ? 1 : 3 + i % 3;
            result.add(
                    bars.tsOpen(i),
                    bars.tsClose(i),
                    bars.rawOpen(i) * factor,
                    bars.rawHigh(i) * factor,
                    bars.rawLow(i) * factor,
                    bars.rawClose(i) * factor,
                    bars.rawVolume(i) * factor);
        }
        return result.build();
    }

    private static void assertSame(String how, long cut, BacktestResult whole, BacktestResult other) {
        List<String> expected = before(whole, cut);
        List<String> actual = before(other, cut);
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            assertThat(i < actual.size() ? actual.get(i) : "nothing")
                    .as("line %d before %s, with the future %s", i, EpochNanos.format(cut), how)
                    .isEqualTo(i < expected.size() ? expected.get(i) : "nothing");
        }
    }

    private static List<String> before(BacktestResult result, long cut) {
        List<String> lines = new ArrayList<>();
        result.orders().stream()
                .filter(order -> order.createdNanos() < cut)
                .forEach(order -> lines.add(order.createdNanos() + " " + order.clientId() + " " + order.request()));
        result.fills().stream()
                .filter(fill -> fill.tsInit() < cut)
                .forEach(fill -> lines.add(fill.tsEvent() + " " + fill.order().clientId() + " " + fill.rawQuantity()
                        + " at " + fill.rawPrice() + " fee " + fill.rawFee() + " " + fill.reason()));
        for (int i = 0; i < result.equity().size(); i++) {
            if (result.equity().timeNanos(i) < cut) {
                lines.add(result.equity().timeNanos(i) + " equity "
                        + result.equity().rawEquity(i));
            }
        }
        return lines;
    }
}
