package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.exchanges.answer.PublicTrade;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.feed.SinkLog;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trades that were missed come once, in order and before what follows. The price of a trade is its id here. */
class SteadyTradesTest {
    private static final long START = 1_700_000_000_000_000_000L;

    private final SimulatedTime time = new SimulatedTime(START);
    private final List<String> log = new ArrayList<>();
    private final List<Reply<List<PublicTrade>>> asked = new ArrayList<>();
    private final List<Long> after = new ArrayList<>();
    private SteadyTrades trades = of(true);
    private boolean areIdsGapless;
    private boolean wasBehind;
    private int gaps;

    private SteadyTrades of(boolean isGapless) {
        SymbolFeed feed = new SymbolFeed(new SinkLog("X", 0, 0, log));
        feed = isGapless ? feed.once() : feed.onceEach();
        SteadyTrades made = new SteadyTrades(
                SinkLog.instrument("X", 0, 0),
                feed,
                time,
                (id, most, reply) -> {
                    after.add(id);
                    asked.add(reply);
                },
                isGapless ? SteadyTrades.Ids.GAPLESS : SteadyTrades.Ids.GAPLESS_SO_FAR,
                () -> gaps++);
        feed.withTrades(made);
        return made;
    }

    private void live(long... ids) {
        for (long id : ids) {
            trades.trade(id, id, time.nanos(), time.nanos(), id, 1, AggressorSide.BUYER);
        }
    }

    private static PublicTrade past(long id) {
        return new PublicTrade(
                id, BigDecimal.valueOf(id), BigDecimal.ONE, AggressorSide.SELLER, START - 1_000_000_000L + id);
    }

    private void answer(long... ids) {
        asked.remove(0)
                .answered(LongStream.of(ids).mapToObj(SteadyTradesTest::past).toList());
    }

    private void fail() {
        asked.remove(0).failed(Verdict.of(CodeClass.RETRYABLE, "busy"));
    }

    private void seconds(int seconds) {
        time.run(Duration.ofSeconds(seconds));
    }

    private List<Long> told() {
        return log.stream().map(line -> Long.parseLong(line.split(" ")[3])).toList();
    }

    @Test
    void withoutALossNothingIsAskedFor() {
        live(5, 6, 7);
        assertThat(told()).containsExactly(5L, 6L, 7L);
        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsMissedComesBeforeWhatFollowsWithTheTimesAtWhichItHappened() {
        live(5);
        trades.lost();
        trades.live();
        live(9, 10);
        assertThat(told()).containsExactly(5L);
        answer(6, 7, 8, 9);
        assertThat(told()).containsExactly(5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(after).containsExactly(5L);
        assertThat(log.get(1)).contains(Long.toString(past(6).tsEvent()));
    }

    private List<Long> late() {
        return log.stream()
                .filter(line -> line.endsWith(" late"))
                .map(line -> Long.parseLong(line.split(" ")[3]))
                .toList();
    }

    @Test
    void whatWasAskedForAndWhatWaitedForItAreSaidToBeLateAndNothingElse() {
        live(5);
        trades.lost();
        trades.live();
        live(9);
        answer(6, 7, 8);
        live(10, 11);
        assertThat(told()).containsExactly(5L, 6L, 7L, 8L, 9L, 10L, 11L);
        assertThat(late()).containsExactly(6L, 7L, 8L, 9L);
    }

    @Test
    void whatWaitedInVainIsLateToo() {
        live(5);
        trades.lost();
        trades.live();
        live(9);
        for (int i = 0; i < 4; i++) {
            fail();
            seconds(4);
        }
        live(10);
        assertThat(told()).containsExactly(5L, 9L, 10L);
        assertThat(late()).containsExactly(9L);
    }

    @Test
    void whatThePastAndTheStreamBothBringComesOnce() {
        live(5);
        trades.lost();
        trades.live();
        answer(6, 7, 8);
        live(7, 8, 9);
        assertThat(told()).containsExactly(5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void aTradeThatOvertakesTheAcknowledgementWaitsToo() {
        live(5);
        trades.lost();
        live(7);
        trades.live();
        assertThat(asked).hasSize(1);
        answer(6);
        assertThat(told()).containsExactly(5L, 6L, 7L);
    }

    @Test
    void aTradeThatIsLostOnAHealthyStreamIsAskedForAtOnceAndCounted() {
        for (boolean isGapless : new boolean[] {true, false}) {
            log.clear();
            gaps = 0;
            trades = of(isGapless);
            live(5, 8);
            answer(6, 7, 8);
            live(9);
            assertThat(told()).containsExactly(5L, 6L, 7L, 8L, 9L);
            assertThat(gaps).isOne();
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void whatIsMissedWithAConnectionIsNoGapInAStream() {
        live(5);
        trades.lost();
        trades.live();
        live(8);
        answer(6, 7);
        assertThat(gaps).isZero();
    }

    @Test
    void aTradeThatIsLostAndNotListedIsCountedToo() {
        live(5, 8);
        for (int i = 0; i < 4; i++) {
            answer();
            seconds(1);
        }
        assertThat(told()).containsExactly(5L, 8L);
        assertThat(gaps).isOne();
    }

    @Test
    void whereIdsMayHaveHolesAListThatGoesOnBehindOneShowsIt() {
        trades = of(false);
        live(1, 3);
        answer(3);
        assertThat(told()).as("at once").containsExactly(1L, 3L);
        live(5);
        answer(5);
        live(7);
        answer();
        assertThat(told()).as("a list that is behind shows nothing").doesNotContain(7L);
        seconds(1);
        answer(7);
        live(9);
        assertThat(asked).as("after three holes none is asked for").isEmpty();
        assertThat(told()).containsExactly(1L, 3L, 5L, 7L, 9L);
        assertThat(gaps).isZero();
    }

    @Test
    void aListThatIsBehindIsAskedForAgain() {
        live(5);
        trades.lost();
        trades.live();
        live(9);
        answer(6);
        assertThat(told()).containsExactly(5L, 6L);
        seconds(1);
        answer(7, 8);
        assertThat(told()).containsExactly(5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void whatCannotBeAskedForIsLeftOut() {
        live(5);
        trades.lost();
        trades.live();
        live(9);
        for (int i = 0; i < 4; i++) {
            fail();
            seconds(4);
        }
        assertThat(asked).isEmpty();
        live(10);
        assertThat(told()).containsExactly(5L, 9L, 10L);
    }

    @Test
    void tooManyAreNotAskedForOrNotTaken() {
        live(5);
        trades.lost();
        trades.live();
        answer(LongStream.rangeClosed(6, 6 + SteadyTrades.MOST_MISSED).toArray());
        live(9_000);
        assertThat(after).as("by its id it is known to be too many").containsExactly(5L);
        assertThat(told()).containsExactly(5L, 9_000L);
        live(9_001);
        assertThat(told()).containsExactly(5L, 9_000L, 9_001L);
    }

    @Test
    void idsWithHolesAreBelievedAfterThreeVainQuestions() {
        live(1, 3);
        for (int hole = 0; hole < 3; hole++) {
            for (int i = 0; i < 4; i++) {
                answer();
                seconds(1);
            }
            live(5 + hole * 2L);
        }
        assertThat(asked).isEmpty();
        assertThat(told()).containsExactly(1L, 3L, 5L, 7L, 9L);
    }

    @Test
    void idsThatBeginAnewWithAConnectionAreTaken() {
        live(1_000, 1_001);
        trades.lost();
        trades.live();
        live(3, 4);
        answer();
        live(5);
        assertThat(told()).containsExactly(1_000L, 1_001L, 3L, 4L, 5L);
    }

    @Test
    void aConnectionThatIsLostAgainBeginsAnew() {
        live(5);
        trades.lost();
        trades.live();
        live(8);
        trades.lost();
        trades.live();
        asked.remove(0).answered(List.of(past(6), past(7)));
        assertThat(told()).as("of the first question").containsExactly(5L);
        live(10);
        answer(6, 7, 8, 9);
        assertThat(told()).containsExactly(5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void aTradeThatIsSeveralCoversTheirIds() {
        trades = of(false);
        live(5);
        trades.lost();
        trades.live();
        seconds(1);
        trades.trade(7, 9, time.nanos(), time.nanos(), 9, 3, AggressorSide.BUYER);
        answer(6, 7, 8, 9);
        assertThat(told()).containsExactly(5L, 6L, 9L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allTradesComeOnceAndInOrderWhateverIsLost(boolean isGapless) {
        for (long seed = 1; seed <= Integer.getInteger("ttquant.seeds", 300); seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            log.clear();
            asked.clear();
            areIdsGapless = isGapless;
            trades = of(isGapless);
            long next = random.nextLong(1, 1_000);
            long first = next;
            boolean isUp = true;
            live(next);
            List<Long> all = new ArrayList<>(List.of(next++));
            for (int step = 0; step < 60; step++) {
                switch (random.nextInt(6)) {
                    case 0 -> {
                        if (isUp) {
                            trades.lost();
                        } else {
                            trades.live();
                        }
                        isUp = !isUp;
                    }
                    case 1 -> {
                        seconds(1);
                        answerAll(all, first, random);
                    }
                    default -> {
                        all.add(next);
                        if (isUp && random.nextInt(8) != 0) {
                            live(next);
                        }
                        next++;
                    }
                }
            }
            if (!isUp) {
                trades.live();
            }
            // What a list that was behind lacked is noticed by the next trade.
            all.add(next);
            live(next);
            for (int i = 0; i < 12; i++) {
                seconds(4);
                answerAll(all, first, random);
            }
            assertThat(told()).as("seed %d", seed).isEqualTo(all);
        }
    }

    /** Answers each question by what had happened, or, where ids would show that, by a list that is behind. */
    private void answerAll(List<Long> all, long first, SplittableRandom random) {
        while (!asked.isEmpty()) {
            long from = after.get(after.size() - asked.size());
            wasBehind = areIdsGapless && !wasBehind && random.nextInt(4) == 0;
            if (wasBehind) {
                asked.remove(0).answered(List.of(past(first)));
            } else {
                asked.remove(0)
                        .answered(all.stream()
                                .filter(id -> id > from)
                                .map(SteadyTradesTest::past)
                                .toList());
            }
        }
    }
}
