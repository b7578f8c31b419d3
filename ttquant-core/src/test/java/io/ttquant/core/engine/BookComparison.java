package io.ttquant.core.engine;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.market.AggressorSide;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A random run on an order book: increments, snapshots, gaps, crossed states, and in most runs prints, some of them older than the book. */
final class BookComparison extends VenueComparison {
    private final NaiveBookVenue naive;
    private final BookSink sink;
    private final List<String> market = new ArrayList<>();
    private final boolean hasTrades;

    BookComparison(long seed) {
        this(seed, (int) (seed % 4));
    }

    private BookComparison(long seed, int protectionTicks) {
        super(seed, config -> config.withPriceProtectionTicks(protectionTicks));
        this.naive = new NaiveBookVenue(rules, protectionTicks);
        this.hasTrades = random.nextInt(4) > 0;
        this.sink = lab.sink.book();
        lab.start(0);
    }

    @Override
    NaiveVenue naive() {
        return naive;
    }

    @Override
    long expiry() {
        return lab.engine.now() + 1 + random.nextLong(60_000_000_000L);
    }

    @Override
    String market() {
        return String.join("\n", market.subList(Math.max(0, market.size() - 12), market.size()));
    }

    void run(int count) {
        int last = 100;
        long now = 1;
        message(now, true, snapshotLevels(last));
        for (int n = 0; n < count; n++) {
            now += random.nextLong(20_000_000_000L);
            last = Math.max(40, last + random.nextInt(5) - 2);
            advanceTo(now);
            event(now, last);
            compareNew();
            command(now, last);
            command(now + 1 + random.nextLong(1_000_000_000L), last);
            now = lab.engine.now();
        }
        lab.engine.stop();
        naive.advanceTo(lab.engine.now());
        compareNew();
        compareEnd();
    }

    private void event(long now, int last) {
        int what = random.nextInt(100);
        if (hasTrades && what < 40) {
            trade(now, last);
        } else if (what < 44) {
            market.add("lost at " + now);
            sink.lost(now, now);
            naive.lost();
        } else if (what < 55) {
            message(now, true, snapshotLevels(last));
        } else {
            message(now, false, changes(last));
        }
    }

    private void trade(long now, int last) {
        int ticks = last + random.nextInt(7) - 3;
        long size = rawQuantity(1 + random.nextInt(25));
        AggressorSide side = AggressorSide.values()[random.nextInt(AggressorSide.values().length)];
        long ts = random.nextInt(5) == 0 ? Math.max(0, now - random.nextLong(30_000_000_000L)) : now;
        market.add("trade of " + ts + " at " + now + ": " + quantity(size) + "@" + price(rawPrice(ticks)) + " " + side);
        invariants.beginSharing();
        lab.sink.trade(ts, now, rawPrice(ticks), size, side);
        boolean isBuyer = side == AggressorSide.BUYER;
        boolean isSeller = side == AggressorSide.SELLER;
        invariants.checkShared(isBuyer ? 0 : size, isSeller ? 0 : size, size);
        naive.trade(ts, price(rawPrice(ticks)), quantity(size), side);
    }

    private List<NaiveBookVenue.Level> snapshotLevels(int last) {
        Map<String, NaiveBookVenue.Level> levels = new LinkedHashMap<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            boolean isBid = random.nextBoolean();
            put(levels, isBid, isBid ? last - random.nextInt(8) : last + 1 + random.nextInt(8), 1 + random.nextInt(20));
        }
        return new ArrayList<>(levels.values());
    }

    /** A few levels; mostly those go that the new ones would cross. */
    private List<NaiveBookVenue.Level> changes(int last) {
        Map<String, NaiveBookVenue.Level> levels = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            boolean isBid = random.nextBoolean();
            int ticks = isBid ? last - random.nextInt(8) : last + 1 + random.nextInt(8);
            int lots = random.nextInt(10) < 3 ? 0 : 1 + random.nextInt(20);
            if (lots > 0 && random.nextInt(10) > 0) {
                removeCrossed(levels, isBid, price(rawPrice(ticks)));
            }
            put(levels, isBid, ticks, lots);
        }
        return new ArrayList<>(levels.values());
    }

    private void removeCrossed(Map<String, NaiveBookVenue.Level> levels, boolean isBid, BigDecimal price) {
        var crossed = isBid ? naive.asks.headMap(price, true) : naive.bids.tailMap(price, true);
        for (BigDecimal other : crossed.keySet()) {
            levels.put(!isBid + " " + other, new NaiveBookVenue.Level(!isBid, other, BigDecimal.ZERO));
        }
    }

    private void put(Map<String, NaiveBookVenue.Level> levels, boolean isBid, int ticks, int lots) {
        BigDecimal price = price(rawPrice(ticks));
        levels.put(isBid + " " + price, new NaiveBookVenue.Level(isBid, price, quantity(rawQuantity(lots))));
    }

    private void message(long now, boolean isSnapshot, List<NaiveBookVenue.Level> levels) {
        market.add((isSnapshot ? "snapshot" : "increment") + " at " + now + ": " + levels);
        if (isSnapshot) {
            sink.snapshot(now, now);
        } else {
            sink.increment(now, now);
        }
        for (NaiveBookVenue.Level level : levels) {
            long rawPrice =
                    level.price().movePointRight(INSTRUMENT.priceScale()).longValueExact();
            long rawQuantity =
                    level.quantity().movePointRight(INSTRUMENT.quantityScale()).longValueExact();
            if (level.isBid()) {
                sink.bid(rawPrice, rawQuantity);
            } else {
                sink.ask(rawPrice, rawQuantity);
            }
        }
        sink.end();
        // As messages are read: bids first.
        List<NaiveBookVenue.Level> sorted = new ArrayList<>(levels);
        sorted.sort(java.util.Comparator.comparing(level -> !level.isBid()));
        naive.message(now, isSnapshot, sorted);
        if (sink.needsSnapshot() != naive.needsSnapshot()) {
            throw new AssertionError(story());
        }
    }
}
