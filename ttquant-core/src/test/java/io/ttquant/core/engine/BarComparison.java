package io.ttquant.core.engine;

import java.util.ArrayList;
import java.util.List;

/** A random run on one-minute bars. */
final class BarComparison extends VenueComparison {
    private final NaiveBarVenue naive;
    private final List<String> bars = new ArrayList<>();

    BarComparison(long seed) {
        super(seed);
        this.naive = new NaiveBarVenue(rules);
        lab.withBars(Lab.M1).start(0);
    }

    @Override
    NaiveVenue naive() {
        return naive;
    }

    @Override
    long expiry() {
        return random.nextBoolean()
                ? (lab.engine.now() / Lab.MINUTE + 1 + random.nextInt(4)) * Lab.MINUTE
                : lab.engine.now() + 1 + random.nextLong(3 * Lab.MINUTE);
    }

    @Override
    String market() {
        return String.join("\n", bars.subList(Math.max(0, bars.size() - 4), bars.size()));
    }

    void run(int count) {
        int last = 100;
        for (int n = 0; n < count; n++) {
            last = bar(n * Lab.MINUTE, last);
        }
        lab.engine.stop();
        naive.advanceTo(lab.engine.now());
        compareNew();
        compareEnd();
    }

    /** A bar with commands before, after and inside it; returns its close in ticks. */
    private int bar(long tsOpen, int last) {
        int open = Math.max(30, last + (random.nextInt(3) == 0 ? random.nextInt(15) - 7 : random.nextInt(3) - 1));
        int high = open + random.nextInt(8);
        int low = open - random.nextInt(8);
        int close = low + random.nextInt(high - low + 1);
        int volume = random.nextInt(60);
        bars.add("bar of " + volume + " at " + tsOpen + ": " + price(rawPrice(open)) + " " + price(rawPrice(high)) + " "
                + price(rawPrice(low)) + " " + price(rawPrice(close)));
        command(tsOpen, last);
        lab.open(tsOpen, rawPrice(open));
        naive.open(tsOpen, price(rawPrice(open)));
        compareNew();
        command(tsOpen, open);
        command(tsOpen + 1 + random.nextLong(Lab.MINUTE - 1), open);
        long tsClose = tsOpen + Lab.MINUTE;
        advanceTo(tsClose);
        lab.close(tsOpen, rawPrice(open), rawPrice(high), rawPrice(low), rawPrice(close), rawQuantity(volume));
        naive.close(
                tsOpen,
                tsClose,
                price(rawPrice(open)),
                price(rawPrice(high)),
                price(rawPrice(low)),
                price(rawPrice(close)),
                quantity(rawQuantity(volume)));
        compareNew();
        return close;
    }
}
