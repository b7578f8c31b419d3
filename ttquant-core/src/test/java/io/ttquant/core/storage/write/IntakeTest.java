package io.ttquant.core.storage.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.storage.BookLevel;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.api.storage.RunEntry;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small entries are bounded by their number, large ones by the memory that they take too. */
class IntakeTest {
    private static final Instrument BTC = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.001")
            .build();

    private final Intake intake = new Intake(1_024, 100, 50_000);

    private static Collected book(int levels) {
        List<BookLevel> side = Collections.nCopies(levels / 2, new BookLevel(1, 1));
        return new Collected.ABook(new BookSnapshot(BTC, 1, 1, side, side), 1);
    }

    private static Collected text(int length) {
        return Collected.AnEntry.of("r", new RunEntry.StrategyState(1, 1, "s", "k", "x".repeat(length)));
    }

    private int taken(Collected entry) {
        int taken = 0;
        while (intake.offer(entry)) {
            taken++;
        }
        return taken;
    }

    @Test
    void smallOnesFitByTheirNumber() {
        assertThat(taken(text(1_000))).isEqualTo(100);
        assertThat(intake.fill()).isEqualTo(1);
        assertThat(intake.refused()).isEqualTo(1);
    }

    @Test
    void booksFitByTheirLevels() {
        assertThat(taken(book(400)))
                .as("16,256 bytes each, and the last may go beyond")
                .isEqualTo(4);
        assertThat(intake.fill()).isEqualTo(1);
        assertThat(intake.refused()).isEqualTo(1);
        assertThat(intake.given()).isEqualTo(4);
        assertThat(intake.offer(text(10))).as("what is small").isTrue();
    }

    @Test
    void longTextsFitByTheirLength() {
        assertThat(taken(text(10_000))).isEqualTo(5);
    }

    @Test
    void whatIsTakenMakesRoom() {
        taken(book(400));
        Collected first = intake.others().poll();
        assertThat(first).isNotNull();
        intake.taken(first);

        assertThat(intake.fill()).isLessThan(1);
        assertThat(taken(book(400))).isEqualTo(1);
        for (Collected next = intake.others().poll();
                next != null;
                next = intake.others().poll()) {
            intake.taken(next);
        }
        assertThat(intake.fill()).isZero();
    }

    @Test
    void whatTheLineRefusesTakesNoMemory() {
        taken(text(10));
        for (int i = 0; i < 10; i++) {
            assertThat(intake.offer(book(400))).isFalse();
        }
        for (Collected next = intake.others().poll();
                next != null;
                next = intake.others().poll()) {
            intake.taken(next);
        }
        assertThat(intake.fill()).isZero();
        assertThat(taken(book(400))).isEqualTo(4);
    }
}
