package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The book by order against a {@link NaiveL3Book}, queue by queue, with rows that do not fit mixed in. */
class L3BookAgreementTest {
    private static final int ROWS = 3_000;

    @Test
    void agreesQueueByQueue() {
        for (long seed = 1; seed <= 60; seed++) {
            play(seed, seed % 3 == 0 ? 0 : 64);
        }
    }

    private static void play(long seed, int remembered) {
        SplittableRandom random = new SplittableRandom(seed);
        L3Book book = L3Book.of(Instruments.of("0.01", "0.001"), remembered);
        NaiveL3Book plain = new NaiveL3Book();
        List<Long> ids = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            String where = "seed " + seed + ", row " + row;
            if (ids.isEmpty() || random.nextInt(100) < 35) {
                add(book, plain, ids, random, where);
            } else {
                change(book, plain, ids.get(random.nextInt(ids.size())), random, where);
            }
            book.commit(row);
            if (row % 25 == 0) {
                plain.requireEqual(book, where);
            }
        }
        plain.requireEqual(book, "seed " + seed + " at the end");
    }

    private static void add(L3Book book, NaiveL3Book plain, List<Long> ids, SplittableRandom random, String where) {
        long id = random.nextLong();
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        long price = price(side, random);
        long quantity = random.nextLong(1, 1_000);
        assertThat(book.add(id, side, price, quantity)).as(where).isEqualTo(L3Outcome.APPLIED);
        plain.add(id, side, price, quantity);
        ids.add(id);
    }

    /** Some of the ids are gone already: those rows must change nothing. */
    private static void change(L3Book book, NaiveL3Book plain, long id, SplittableRandom random, String where) {
        int kind = random.nextInt(4);
        long quantity = random.nextLong(1, 1_200);
        if (!plain.contains(id)) {
            L3Outcome refused = kind == 0 ? book.cancel(id) : book.execute(id, quantity);
            assertThat(refused).as(where).isIn(L3Outcome.UNKNOWN, L3Outcome.LATE);
            return;
        }
        Side side = plain.side(id);
        switch (kind) {
            case 0 -> {
                assertThat(book.cancel(id)).as(where).isEqualTo(L3Outcome.APPLIED);
                plain.remove(id);
            }
            case 1 -> {
                boolean over = quantity > plain.quantity(id);
                assertThat(book.execute(id, quantity))
                        .as(where)
                        .isEqualTo(over ? L3Outcome.OVER_EXECUTED : L3Outcome.APPLIED);
                plain.execute(id, quantity);
            }
            case 2 -> {
                long smaller = random.nextLong(plain.quantity(id) + 1);
                assertThat(book.modify(id, plain.rawPrice(id), smaller))
                        .as(where)
                        .isEqualTo(L3Outcome.APPLIED);
                plain.modify(id, plain.rawPrice(id), smaller);
            }
            default -> {
                long price = price(side, random);
                assertThat(book.modify(id, price, quantity)).as(where).isEqualTo(L3Outcome.APPLIED);
                plain.modify(id, price, quantity);
            }
        }
    }

    /** Few prices, so that queues are long; sometimes crossed, sometimes far. */
    private static long price(Side side, SplittableRandom random) {
        long distance = random.nextInt(100) < 5 ? random.nextInt(100_000) : random.nextInt(-1, 12);
        return 10_000_000 - side.sign() * distance;
    }
}
