package io.ttquant.core.storage.tap;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that reads from a checkpoint knows what one knows that reads all, wherever the run was cut off. */
class CheckpointsTest {
    private static final int SEEDS = Integer.getInteger("ttquant.checkpoints.seeds", 12);
    private static final RunRecord RUN = new RunRecord("live-okx", RunKind.LIVE, 0, Map.of(), "");
    private static final String[] STRATEGIES = {"", Ledger.EXTERNAL, "grid", "cross"};
    private static final String[] EVENTS = {"Created", "Accepted", "Filled", "Filled", "Canceled", "Expired"};
    private static final String[] TEXTS = {"", "60000.5", "a\u0000b", "é\n\"\\ \uD83D\uDE00", "half \uD83D", "a|b"};

    @TempDir
    Path folder;

    private Storage open(long seed) {
        return new SqliteStorage()
                .open(Map.of("file", folder.resolve(seed + ".db").toString(), "sync", "normal"));
    }

    @Test
    void whateverHappenedAndWhereverItWasCutOff() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            for (int start = 0; start < 5; start++) {
                try (Storage storage = open(seed)) {
                    RunSummary before = RunSummary.read(storage.read(), RUN.id());
                    assertThat(before.known())
                            .as("seed %d, start %d", seed, start)
                            .isEqualTo(
                                    RunSummary.readAll(storage.read(), RUN.id()).known());
                    session(storage.run(RUN), before, random);
                    assertThat(storage.flush(Duration.ofSeconds(30))).isTrue();
                    assertThat(LastKnown.of(storage.read(), RUN.id()))
                            .as("seed %d, start %d, at its end", seed, start)
                            .isEqualTo(
                                    RunSummary.readAll(storage.read(), RUN.id()).known());
                }
            }
        }
    }

    /** Checkpoints at its beginning and now and then; it ends anywhere. */
    private static void session(RunWriter run, RunSummary before, Random random) {
        Checkpoints checkpoints = new Checkpoints(before);
        long number = before.lastNumber() + 1 + random.nextInt(3);
        for (int left = random.nextInt(400); left >= 0; left--) {
            long own = number++;
            if (left % 150 == 0 || random.nextInt(60) == 0) {
                run.keepLater(() -> checkpoints.entry(own, 7));
            } else {
                RunEntry entry = entry(own, random);
                run.keepLater(() -> checkpoints.follow(entry));
            }
        }
    }

    private static RunEntry entry(long number, Random random) {
        String strategy = STRATEGIES[random.nextInt(STRATEGIES.length)];
        String order = "t" + random.nextInt(8);
        InstrumentId instrument = InstrumentId.parse("okx:BTC-" + random.nextInt(2));
        BigDecimal amount = new BigDecimal(random.nextInt(5)).movePointLeft(random.nextInt(3));
        return switch (random.nextInt(9)) {
            case 0, 1, 2 ->
                new RunEntry.OrderChange(
                        number,
                        number,
                        number,
                        order,
                        strategy,
                        instrument,
                        Side.BUY,
                        OrderType.LIMIT,
                        TimeInForce.GTC,
                        OrderStatus.values()[random.nextInt(OrderStatus.values().length)],
                        new BigDecimal("5.00"),
                        amount,
                        random.nextBoolean() ? null : new BigDecimal("1e3"),
                        null,
                        EVENTS[random.nextInt(EVENTS.length)],
                        TEXTS[random.nextInt(TEXTS.length)]);
            case 3, 4 ->
                new RunEntry.Filled(
                        number,
                        number,
                        number,
                        order,
                        strategy,
                        instrument,
                        number,
                        Side.BUY,
                        BigDecimal.TEN,
                        amount.add(BigDecimal.ONE),
                        BigDecimal.ZERO,
                        Currency.of("USDT"),
                        LiquiditySide.MAKER,
                        FillReason.EXCHANGE,
                        amount.add(BigDecimal.TEN),
                        Currency.of("USDT"));
            case 5, 6 ->
                new RunEntry.PositionAt(
                        number,
                        number,
                        strategy,
                        instrument,
                        PositionSide.values()[random.nextInt(PositionSide.values().length)],
                        amount,
                        random.nextBoolean() ? null : new BigDecimal("0.1").add(amount),
                        amount.negate(),
                        Currency.of("USDT"));
            case 7 ->
                new RunEntry.BalanceAt(
                        number, number, Currency.of(random.nextBoolean() ? "BTC" : "USDT"), amount, amount);
            default ->
                new RunEntry.StrategyState(
                        number, number, strategy, "k" + random.nextInt(4), TEXTS[random.nextInt(TEXTS.length)]);
        };
    }

    @Test
    void onlyWhatCameAfterTheCheckpointIsRead() {
        try (Storage storage = open(1)) {
            RunWriter run = storage.run(RUN);
            RunSummary before = new RunSummary();
            Checkpoints checkpoints = new Checkpoints(before);
            run.keepLater(() -> checkpoints.follow(state(0, "first")));
            run.keepLater(() -> checkpoints.entry(1, 7));
            // One that the checkpoint does not know, though it should: whoever reads it, reads too much.
            run.keepLater(() -> state(0, "never"));
            run.keepLater(() -> new RunEntry.StrategyState(-5, 7, "grid", "other", "too early to be read"));
            run.keepLater(() -> checkpoints.follow(state(2, "second")));
            assertThat(storage.flush(Duration.ofSeconds(30))).isTrue();

            LastKnown known = LastKnown.of(storage.read(), RUN.id());
            assertThat(known.states()).containsExactly(state(2, "second"));
            assertThat(known.lastNumber()).isEqualTo(2);
        }
    }

    @Test
    void aCheckpointThatCannotBeReadCostsTimeAndNothingElse() {
        for (String text :
                List.of("", "nonsense", "2 1 7 false - !!", "2 99 7 false - AAAA", "3 1 0 false - AAAAAA==")) {
            try (Storage storage = open(text.length())) {
                RunWriter run = storage.run(RUN);
                run.keep(state(0, "kept"));
                run.keep(new RunEntry.StrategyState(1, 7, "", CheckpointText.KEY, text));
                assertThat(storage.flush(Duration.ofSeconds(30))).isTrue();

                assertThat(LastKnown.of(storage.read(), RUN.id()).states())
                        .as(text)
                        .containsExactly(state(0, "kept"));
            }
        }
    }

    /** Format 1 forgot what was realised with what is flat: such a run is read whole once more. */
    @Test
    void aCheckpointOfAnOlderVersionIsNotRead() {
        try (Storage storage = open(1)) {
            RunWriter run = storage.run(RUN);
            RunSummary before = new RunSummary();
            run.keep(position(0, "0", "12.5"));
            String text = CheckpointText.of(before).replaceFirst("^2 ", "1 ").replaceFirst(" -1 ", " 0 ");
            assertThat(text).startsWith("1 ").contains(" 0 false ");
            run.keep(new RunEntry.StrategyState(1, 7, "", CheckpointText.KEY, text));
            assertThat(storage.flush(Duration.ofSeconds(30))).isTrue();

            assertThat(LastKnown.of(storage.read(), RUN.id()).positions()).containsExactly(position(0, "0", "12.5"));
        }
    }

    @Test
    void whatIsFlatIsKnownForWhatItRealised() {
        RunSummary summary = new RunSummary();
        summary.take(position(0, "2", "0"));
        summary.take(position(1, "0", "12.5"));
        assertThat(summary.known().positions()).containsExactly(position(1, "0", "12.5"));
        assertThat(CheckpointText.read(CheckpointText.of(summary)).orElseThrow().known())
                .isEqualTo(summary.known());

        summary.take(position(2, "0", "0"));
        assertThat(summary.known().positions()).isEmpty();
    }

    private static RunEntry.PositionAt position(long number, String quantity, String realized) {
        return new RunEntry.PositionAt(
                number,
                7,
                "grid",
                InstrumentId.parse("sim:BTC"),
                PositionSide.NET,
                new BigDecimal(quantity),
                null,
                new BigDecimal(realized),
                Currency.of("USDT"));
    }

    @Test
    void aTextThatWasTakenBackIsInNoCheckpoint() {
        RunSummary summary = new RunSummary();
        int before = CheckpointText.of(summary).length();
        for (int i = 0; i < 1_000; i++) {
            String key = "level-" + i;
            summary.take(new RunEntry.StrategyState(2 * i, 7, "grid", key, "kept"));
            summary.take(new RunEntry.StrategyState(2 * i + 1, 7, "grid", key, ""));
        }
        summary.take(new RunEntry.StrategyState(2_000, 7, "grid", "never kept", ""));
        assertThat(summary.known().states()).isEmpty();
        assertThat(CheckpointText.of(summary)).hasSizeLessThan(before + 10);

        summary.take(new RunEntry.StrategyState(2_001, 7, "grid", "level-5", "again"));
        assertThat(CheckpointText.read(CheckpointText.of(summary))
                        .orElseThrow()
                        .known()
                        .states())
                .containsExactly(new RunEntry.StrategyState(2_001, 7, "grid", "level-5", "again"));
    }

    private static RunEntry.StrategyState state(long number, String text) {
        return new RunEntry.StrategyState(number, 7, "grid", "k", text);
    }

    @Test
    void aTapKeepsOneBeforeItsFirstEntryAndAfterEachHundredThousand() {
        List<RunEntry> kept = new ArrayList<>();
        StoreTap tap = StoreTap.into(new Listing(kept), 5, new RunSummary());
        for (int i = 0; i < 200_000; i++) {
            tap.kept("grid", "k", Integer.toString(i), 7);
        }

        List<Long> numbers = kept.stream()
                .filter(entry -> entry instanceof RunEntry.StrategyState state
                        && state.key().equals(CheckpointText.KEY))
                .map(RunEntry::number)
                .toList();
        assertThat(numbers).containsExactly(5L, 100_005L, 200_005L);
        assertThat(kept).hasSize(200_003);
        assertThat(kept.get(1)).isEqualTo(new RunEntry.StrategyState(6, 7, "grid", "k", "0"));
    }

    @Test
    void aTapOfARunThatBeginsAnewKeepsNone() {
        List<RunEntry> kept = new ArrayList<>();
        StoreTap.into(new Listing(kept), 5).kept("grid", "k", "v", 7);

        assertThat(kept).containsExactly(new RunEntry.StrategyState(5, 7, "grid", "k", "v"));
    }

    private record Listing(List<RunEntry> kept) implements RunWriter {
        @Override
        public void keep(RunEntry entry) {
            kept.add(entry);
        }

        @Override
        public void keepLater(Supplier<? extends RunEntry> entry) {
            kept.add(entry.get());
        }
    }
}
