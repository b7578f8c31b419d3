package io.ttquant.backtest.junit;

import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds strategies that use what they could not know. The strategy runs on the data as it is; then, for many times, on data that ends there and on data that
 * goes on with higher and with lower prices. Up to that time all must decide, fill and earn the same.
 *
 * <pre>{@code
 * assertNoLookahead(data -> new EmaCross(params), market.data());
 * }</pre>
 *
 * <p>The function makes a new strategy for each run, of the data of that run. Whatever a strategy prepares beforehand (an array of signals, a scale, a fitted
 * model) must be prepared from that argument: what was prepared once from the whole data and captured is out of reach of every test of this kind.
 * Data that reaches the strategy later than it happened hides the last moments before each time, so check without a latency of the feed.
 */
public final class LookaheadCheck {
    private static final int CUTS = 50;

    private final Function<MarketData, ? extends Strategy> factory;
    private final MarketData data;
    private final BacktestRunner runner;
    private final int cuts;

    private LookaheadCheck(
            Function<MarketData, ? extends Strategy> factory, MarketData data, BacktestRunner runner, int cuts) {
        this.factory = factory;
        this.data = data;
        this.runner = runner;
        this.cuts = cuts;
    }

    /**
     * Fails if a strategy looks ahead in this data.
     *
     * @throws AssertionError if it does, if it decides nothing at all, or if two runs on the same data differ
     */
    public static void assertNoLookahead(Function<MarketData, ? extends Strategy> factory, MarketData data) {
        of(factory, data).assertNone();
    }

    /** A check with settings. */
    public static LookaheadCheck of(Function<MarketData, ? extends Strategy> factory, MarketData data) {
        return new LookaheadCheck(factory, data, BacktestRunner.DEFAULT, CUTS);
    }

    /** With the runner's cash, fees, limits and faults. */
    public LookaheadCheck with(BacktestRunner other) {
        return new LookaheadCheck(factory, data, other, cuts);
    }

    /**
     * At so many times, spread evenly over those at which the data has events; 50 unless set. Each costs three runs.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public LookaheadCheck times(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a look-ahead is not found at " + count + " times; check at 1 or more");
        }
        return new LookaheadCheck(factory, data, runner, count);
    }

    /**
     * Does it.
     *
     * @throws AssertionError as {@link #assertNoLookahead} says
     */
    public void assertNone() {
        TestRun whole = run(data);
        if (whole.result().orders().isEmpty()) {
            throw new AssertionError(
                    "the strategy asked for no order in this data, so nothing is known about its looking ahead; "
                            + "give data in which it trades" + new Story(whole.decisions()).atTheEnd());
        }
        same(
                "the strategy does not do the same twice on the same data, so its looking ahead cannot be judged",
                EpochNanos.NEVER,
                whole,
                run(data),
                "once more");
        for (long cut : cuts()) {
            check(whole, cut, data.until(cut), "without what comes after it");
            for (OtherFuture.Way way : OtherFuture.Way.values()) {
                check(whole, cut, otherFuture(cut, way), way.text);
            }
        }
    }

    private MarketData otherFuture(long cut, OtherFuture.Way way) {
        return new MarketData(data.sources().stream()
                .map(source -> (EventSource) new AlteredSource(source, sink -> new OtherFuture(sink, cut, way)))
                .toList());
    }

    private List<Long> cuts() {
        List<Long> all = new ArrayList<>(new TreeSet<>(Collected.of(data).times));
        int usable = all.size() - 1;
        if (usable <= cuts) {
            return all.subList(0, Math.max(0, usable));
        }
        List<Long> some = new ArrayList<>();
        for (int i = 0; i < cuts; i++) {
            some.add(all.get((int) ((i + 0.5) * usable / cuts)));
        }
        return some;
    }

    private TestRun run(MarketData some) {
        return runner.run(factory.apply(some), some);
    }

    private void check(TestRun whole, long cut, MarketData other, String how) {
        TestRun run;
        try {
            run = run(other);
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "the strategy looks ahead of " + EpochNanos.format(cut) + ": it fails " + how + ", with " + e, e);
        }
        String sentence = "the strategy looks ahead: what it did up to " + EpochNanos.format(cut)
                + " depends on what comes after";
        same(sentence, Math.min(cut, DecisionsUntil.end(run)), whole, run, how);
    }

    private static void same(String sentence, long cut, TestRun whole, TestRun other, String how) {
        same(sentence, DecisionsUntil.of(whole, cut), DecisionsUntil.of(other, cut), how, whole);
        same(sentence, DecisionsUntil.equity(whole, cut), DecisionsUntil.equity(other, cut), how, whole);
    }

    private static void same(String sentence, List<String> expected, List<String> actual, String how, TestRun whole) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String was = i < expected.size() ? expected.get(i) : "nothing more";
            String is = i < actual.size() ? actual.get(i) : "nothing more";
            if (!was.equals(is)) {
                throw new AssertionError(sentence + "\n  with the data as it is:  " + was + "\n  " + how + ":  " + is
                        + new Story(whole.decisions()).around(was::equals));
            }
        }
    }
}
