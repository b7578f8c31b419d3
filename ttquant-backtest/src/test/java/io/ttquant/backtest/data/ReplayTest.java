package io.ttquant.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.BarUnit;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.PriceSource;
import io.ttquant.api.time.EpochNanos;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final long SECOND = EpochNanos.SECOND;

    /** The merge that anyone can check: all streams one after the other, then a stable sort by time and rank. */
    private static List<String> naiveMerge(List<EventSource> sources) {
        List<RecordingSink.Event> all = new ArrayList<>();
        for (EventSource source : sources) {
            RecordingSink alone = new RecordingSink();
            EventSource.Cursor cursor = source.open(alone);
            cursor.emit(EpochNanos.NEVER, false, false);
            all.addAll(alone.events);
        }
        all.sort(Comparator.comparingLong(RecordingSink.Event::nanos).thenComparing(RecordingSink.Event::begins));
        return all.stream().map(RecordingSink.Event::text).toList();
    }

    @Test
    void mergesAsConcatenationAndAStableSortDo() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<EventSource> sources = new ArrayList<>();
            int streams = random.nextInt(1, 9);
            for (int i = 0; i < streams; i++) {
                sources.add(random.nextInt(3) == 0 ? trades(random, i) : bars(random, i));
            }
            RecordingSink merged = new RecordingSink();
            List<Long> progress = new ArrayList<>();

            new Replay(sources, merged).run(progress::add);

            assertThat(merged.texts()).as("seed %s", seed).isEqualTo(naiveMerge(sources));
        }
    }

    /** Few distinct times, so that most events meet others at one instant; some bars leave gaps, some streams are empty. */
    private static EventSource bars(SplittableRandom random, int i) {
        long step = SECOND * List.of(1, 2, 5).get(random.nextInt(3));
        BarColumns.Builder bars = BarColumns.builder(instrument(i), new BarSpec(BarUnit.TIME, step, PriceSource.TRADE));
        long open = random.nextInt(5) * step;
        for (int n = random.nextInt(20); n > 0; n--) {
            bars.add(open, open + step, 10 + n, 20 + n, 5, 15, n);
            open += step * (random.nextInt(4) == 0 ? 3 : 1);
        }
        return bars.build().source();
    }

    private static EventSource trades(SplittableRandom random, int i) {
        TradeColumns.Builder trades = TradeColumns.builder(instrument(i));
        long nanos = random.nextInt(5) * SECOND;
        for (int n = random.nextInt(30); n > 0; n--) {
            trades.add(nanos, 10 + n, n, AggressorSide.ofCode(random.nextInt(3)));
            nanos += random.nextInt(3) * SECOND;
        }
        return trades.build();
    }

    private static Instrument instrument(int i) {
        return Instrument.spot("test:S" + i, "S" + i, "USDT").tick("1").lot("1").build();
    }

    @Test
    void atOneInstantABarEndsBeforeAnotherBeginsWhateverTheOrderOfRegistration() {
        BarColumns early = BarColumns.builder(instrument(1), BarSpec.seconds(1))
                .add(0, SECOND, 1, 1, 1, 1, 1)
                .build();
        BarColumns late = BarColumns.builder(instrument(2), BarSpec.seconds(1))
                .add(SECOND, 2 * SECOND, 2, 2, 2, 2, 2)
                .build();
        RecordingSink sink = new RecordingSink();

        new Replay(List.of(late.source(), early.source()), sink).run();

        assertThat(sink.texts())
                .containsExactly(
                        "0 test:S1 1s open 1",
                        "1000000000 test:S1 1s bar 0 1000000000 1 1 1 1 1",
                        "1000000000 test:S2 1s open 2",
                        "2000000000 test:S2 1s bar 1000000000 2000000000 2 2 2 2 2");
    }

    @Test
    void equalsComeInTheOrderOfRegistration() {
        TradeColumns first = TradeColumns.builder(instrument(1))
                .add(5, 1, 1, AggressorSide.BUYER)
                .build();
        TradeColumns second = TradeColumns.builder(instrument(2))
                .add(5, 2, 1, AggressorSide.BUYER)
                .build();
        RecordingSink sink = new RecordingSink();

        new Replay(List.of(second, first), sink).run();

        assertThat(sink.texts()).containsExactly("5 test:S2 trade 5 2 1 BUYER", "5 test:S1 trade 5 1 1 BUYER");
    }

    @Test
    void progressEndsWithTheNumberOfEvents() {
        TradeColumns.Builder trades = TradeColumns.builder(instrument(1));
        for (int i = 0; i < 50_000; i++) {
            trades.add(i * SECOND, 1, 1, AggressorSide.NONE);
        }
        List<Long> told = new ArrayList<>();

        new Replay(List.of(trades.build(), TradeColumns.builder(instrument(2)).build()), new RecordingSink())
                .run(told::add);

        assertThat(told).isSorted().endsWith(50_000L);
    }
}
