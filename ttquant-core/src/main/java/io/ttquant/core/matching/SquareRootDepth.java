package io.ttquant.core.matching;

import java.time.Duration;

/** Price impact that grows with the square root of what was taken. The ladder has at most some twenty steps, so that an order has as many fills. */
record SquareRootDepth(double coefficient, Duration window) implements DepthModel {
    private static final double STEPS = 20;
    private static final double PLENTY = 1L << 60;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    SquareRootDepth {
        if (!(coefficient > 0 && coefficient <= 100)) {
            throw new IllegalArgumentException("coefficient " + coefficient
                    + " of the square-root law must be above 0 and at most 100; 1 is usual");
        }
        if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("window " + window
                    + " of the square-root law must be from a second to 366 days, such as Duration.ofDays(1)");
        }
    }

    /**
     * {@inheritDoc} The quantity up to an impact of x ticks is {@code V (x tick / (coefficient σ))²}. A step at x ticks has what lies between half a
     * step below it and half a step above.
     */
    @Override
    public void lay(DepthQuery query, DepthLadder ladder) {
        double scale = coefficient * query.rawVolatility() / query.instrument().rawTick();
        if (!(scale > 0 && query.rawVolume() > 0)) {
            ladder.rest(0);
            return;
        }
        double wanted = query.rawWanted();
        long step = (long) Math.max(1, Math.ceil(scale * Math.sqrt(wanted / query.rawVolume()) / STEPS));
        long laid = 0;
        for (long ticks = 0; laid < query.rawWanted(); ticks += step) {
            double impact = (ticks + step / 2.0) / scale;
            long upTo = (long) Math.min(PLENTY, query.rawVolume() * impact * impact);
            // Whole lots, so that what is lost to rounding of one step is found in the next.
            upTo -= upTo % query.instrument().rawLot();
            ladder.level(ticks, upTo - laid);
            laid = upTo;
        }
    }

    @Override
    public String describe() {
        return "square-root impact: " + Delays.number(coefficient)
                + " times the price's standard deviation times the root of quantity by volume, both over " + span()
                + "; none before both are known";
    }

    private String span() {
        return window.toHours() * 3600 == window.toSeconds()
                ? window.toHours() + " h"
                : window.toMinutes() * 60 == window.toSeconds()
                        ? window.toMinutes() + " min"
                        : window.toSeconds() + " s";
    }
}
