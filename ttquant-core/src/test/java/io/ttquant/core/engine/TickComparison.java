package io.ttquant.core.engine;

import io.ttquant.api.market.AggressorSide;
import java.util.ArrayList;
import java.util.List;

/** A random run on trades, on quotes, or on both. */
final class TickComparison extends VenueComparison {
    private final NaiveTickVenue naive;
    private final List<String> market = new ArrayList<>();
    private final boolean hasTrades;
    private final boolean hasQuotes;

    TickComparison(long seed) {
        super(seed);
        this.naive = new NaiveTickVenue(rules);
        int kind = random.nextInt(3);
        this.hasTrades = kind != 1;
        this.hasQuotes = kind != 0;
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
        return String.join("\n", market.subList(Math.max(0, market.size() - 6), market.size()));
    }

    void run(int count) {
        int last = 100;
        long now = 0;
        for (int n = 0; n < count; n++) {
            now += random.nextLong(20_000_000_000L);
            last = Math.max(30, last + random.nextInt(9) - 4);
            advanceTo(now);
            if (hasTrades && (!hasQuotes || random.nextBoolean())) {
                trade(now, last);
            } else {
                quote(now, last);
            }
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

    private void trade(long now, int ticks) {
        long size = rawQuantity(1 + random.nextInt(20));
        AggressorSide side = AggressorSide.values()[random.nextInt(AggressorSide.values().length)];
        market.add("trade at " + now + ": " + quantity(size) + "@" + price(rawPrice(ticks)) + " " + side);
        invariants.beginSharing();
        lab.trade(now, rawPrice(ticks), size, side);
        boolean isBuyer = side == AggressorSide.BUYER;
        boolean isSeller = side == AggressorSide.SELLER;
        invariants.checkShared(isBuyer ? 0 : size, isSeller ? 0 : size, size);
        naive.trade(price(rawPrice(ticks)), quantity(size), side);
    }

    private void quote(long now, int ticks) {
        boolean hasBid = random.nextInt(15) > 0;
        boolean hasAsk = random.nextInt(15) > 0;
        long bid = hasBid ? rawPrice(ticks) : 0;
        long ask = hasAsk ? rawPrice(ticks + 1 + random.nextInt(3)) : 0;
        long bidQuantity = hasBid ? rawQuantity(1 + random.nextInt(20)) : 0;
        long askQuantity = hasAsk ? rawQuantity(1 + random.nextInt(20)) : 0;
        market.add("quote at " + now + ": " + quantity(bidQuantity) + "@" + price(bid) + " " + quantity(askQuantity)
                + "@" + price(ask));
        invariants.beginSharing();
        lab.quote(now, bid, bidQuantity, ask, askQuantity);
        invariants.checkShared(askQuantity, bidQuantity, bidQuantity + askQuantity);
        naive.quote(price(bid), quantity(bidQuantity), price(ask), quantity(askQuantity));
    }
}
