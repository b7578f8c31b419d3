package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Side;
import io.ttquant.core.AllocatedBytes;
import org.junit.jupiter.api.Test;

/** Once a book has found its size, changes do not allocate. */
class BookAllocationTest {
    private static final int ROUNDS = 20_000;

    private static long allocatedBy(Runnable round) {
        for (int i = 0; i < ROUNDS; i++) {
            round.run();
        }
        long before = AllocatedBytes.now();
        for (int i = 0; i < ROUNDS; i++) {
            round.run();
        }
        return AllocatedBytes.now() - before;
    }

    @Test
    void incrementsDoNotAllocate() {
        SequencedBook book = SequencedBook.of(Instruments.of("0.01", "1"), SequenceRule.okx());
        BookUpdate update = new BookUpdate();
        book.snapshot(update.ids(BookUpdate.ABSENT, 0, -1).bid(1_000_000, 1).ask(1_000_001, 1));
        long[] id = {0};

        long bytes = allocatedBy(() -> {
            long last = id[0]++;
            long wander = last * 37 % 900;
            update.clear().ids(BookUpdate.ABSENT, id[0], last).checksum((int) last | 1);
            for (int i = 0; i < 10; i++) {
                update.bid(999_999 - wander - i * 7_000L, last % 3);
                update.ask(1_000_002 + wander + i * 7_000L, last % 3);
            }
            book.increment(update);
        });

        assertThat(book.state()).isEqualTo(BookState.LIVE);
        assertThat(bytes / ROUNDS).as("bytes per increment").isZero();
    }

    @Test
    void ordersDoNotAllocate() {
        L3Book book = L3Book.of(Instruments.of("0.01", "1"));
        long[] id = {0};

        long bytes = allocatedBy(() -> {
            long next = id[0]++;
            book.add(next, Side.BUY, 1_000_000 - next % 50, 10);
            book.modify(next, 1_000_000 - next % 50, 5);
            book.execute(next, 1);
            book.cancel(next - 40);
            book.commit(next);
        });

        assertThat(book.size()).isEqualTo(40);
        assertThat(bytes / ROUNDS).as("bytes per round").isZero();
    }
}
