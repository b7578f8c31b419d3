package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The banded book against a {@link TreeMapBook}, level by level. The band is small, so that it moves often. */
class L2BookAgreementTest {
    private static final int STEPS = 4_000;

    /** What the walk of the touch is like: step, depth of most levels, chance of a far one. */
    private record Walk(int drift, int depth, int farPercent, int farTicks) {}

    @ParameterizedTest(name = "tick {0}, drift {1}, depth {2}, {3} % far")
    @CsvSource({
        "0.01, 0, 20, 0, 1",
        "0.01, 3, 40, 10, 3000",
        "0.05, 60, 100, 10, 100000",
        "0.25, 300, 200, 30, 1000000",
        "0.000000000001, 5000, 100000, 50, 2000000000",
        "0.02, 20, 5, 5, 50",
    })
    void agreesLevelByLevel(String tick, int drift, int depth, int farPercent, int farTicks) {
        for (long seed = 1; seed <= 12; seed++) {
            walk(Instruments.of(tick, "0.001"), new Walk(drift, depth, farPercent, farTicks), seed);
        }
    }

    private static void walk(Instrument instrument, Walk walk, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        L2Book book = L2Book.of(instrument, 512);
        TreeMapBook plain = new TreeMapBook();
        long middle = 5_000_000_000L;
        for (int step = 0; step < STEPS; step++) {
            middle += random.nextInt(-walk.drift, walk.drift + 1);
            boolean isBid = random.nextBoolean();
            long ticks = middle + (isBid ? -1 : 1) * distance(walk, random);
            long price = ticks * instrument.rawTick();
            long quantity = random.nextInt(100) < 45 ? 0 : random.nextLong(1, 1L << 40);
            boolean known = isBid ? book.setBid(price, quantity) : book.setAsk(price, quantity);
            assertThat(TreeMapBook.set(isBid ? plain.bids : plain.asks, price, quantity))
                    .isEqualTo(known);
            uncross(book, plain);
            book.commit(step);
            if (book.rawBestBid() != TreeMapBook.best(plain.bids)
                    || book.rawBestAsk() != TreeMapBook.best(plain.asks)) {
                throw new AssertionError("best differs, seed " + seed + ", step " + step);
            }
            if (step % 16 == 0 || step > STEPS - 20) {
                plain.requireEqual(book, "seed " + seed + ", step " + step);
            }
        }
    }

    private static long distance(Walk walk, SplittableRandom random) {
        return random.nextInt(100) < walk.farPercent
                ? random.nextLong(walk.farTicks) + 1
                : random.nextInt(walk.depth) + 1;
    }

    /** Removes what the drift left on the wrong side, the best levels first: that empties the band from the top. */
    private static void uncross(L2Book book, TreeMapBook plain) {
        while (plain.isCrossed()) {
            TreeMap<Long, Long> side = plain.bids.size() > plain.asks.size() ? plain.bids : plain.asks;
            long price = side.firstKey();
            side.remove(price);
            assertThat(side == plain.bids ? book.setBid(price, 0) : book.setAsk(price, 0))
                    .isTrue();
        }
    }

    /** So many changes away from the touch that the band is widened, again and again. */
    @Test
    void agreesWhileTheBandIsWidened() {
        for (long seed = 1; seed <= 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            L2Book book = L2Book.of(Instruments.of("0.01", "1"), 16_384);
            TreeMapBook plain = new TreeMapBook();
            for (int i = 0; i < 20_000; i++) {
                long price = random.nextLong(1_000_000, 1_040_000);
                long quantity = random.nextInt(100) < 48 ? 0 : i + 1;
                book.setBid(price, quantity);
                TreeMapBook.set(plain.bids, price, quantity);
                book.commit(i);
                assertThat(book.rawBestBid()).isEqualTo(TreeMapBook.best(plain.bids));
                if (i % 250 == 0) {
                    plain.requireEqual(book, "seed " + seed + ", step " + i);
                }
            }
            assertThat(book.bids().bandTicks()).isEqualTo(16_384);
        }
    }

    @Test
    void quantitiesAtAPriceAgreeToo() {
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            L2Book book = L2Book.of(Instruments.of("0.1", "1"), 512);
            TreeMapBook plain = new TreeMapBook();
            for (int i = 0; i < 2_000; i++) {
                long price = random.nextLong(1, 3_000);
                long quantity = random.nextInt(3);
                book.setBid(price, quantity);
                TreeMapBook.set(plain.bids, price, quantity);
                book.commit(i);
                long asked = random.nextLong(1, 3_000);
                assertThat(book.rawBidQuantityAt(asked))
                        .as("seed %d, step %d", seed, i)
                        .isEqualTo(plain.bids.getOrDefault(asked, 0L));
            }
        }
    }

    @Test
    void pricesBetweenTheTicksMakeTheGridFiner() {
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            L2Book book = L2Book.of(
                    Instruments.of("0.60", "1").toBuilder().tick("0.0060").build(), 512);
            TreeMapBook plain = new TreeMapBook();
            int step = 60;
            for (int i = 0; i < 600; i++) {
                step = i == 200 ? 12 : i == 400 ? 5 : step;
                long price = random.nextLong(1, 60_000) * step;
                long quantity = random.nextInt(3);
                book.setAsk(price, quantity);
                TreeMapBook.set(plain.asks, price, quantity);
                book.commit(i);
                plain.requireEqual(book, "seed " + seed + ", step " + i);
            }
        }
    }

    @Test
    void levelsCanBeReadInAnyOrder() {
        SplittableRandom random = new SplittableRandom(7);
        L2Book book = L2Book.of(Instruments.of("0.01", "1"), 512);
        TreeMapBook plain = new TreeMapBook();
        for (int i = 0; i < 400; i++) {
            long price = random.nextLong(1, 2_000);
            book.setBid(price, price + 1);
            TreeMapBook.set(plain.bids, price, price + 1);
        }
        book.commit(1);
        Long[] prices = plain.bids.keySet().toArray(new Long[0]);
        for (int i = 0; i < 2_000; i++) {
            int level = random.nextInt(prices.length);
            assertThat(book.rawBid(level)).isEqualTo(prices[level]);
            assertThat(book.rawBidQuantity(level)).isEqualTo(prices[level] + 1);
        }
    }
}
