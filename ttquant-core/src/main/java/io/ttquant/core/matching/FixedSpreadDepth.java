package io.ttquant.core.matching;

/** An assumed spread around the price of trades and bars. */
record FixedSpreadDepth(int ticks) implements DepthModel {
    static final int MAX_TICKS = 1_000_000;

    FixedSpreadDepth {
        if (ticks < 0 || ticks > MAX_TICKS) {
            throw new IllegalArgumentException("a spread of " + ticks + " ticks must be from 0 to " + MAX_TICKS);
        }
    }

    @Override
    public void lay(DepthQuery query, DepthLadder ladder) {
        if (query.rawDisplayed() == DepthQuery.UNKNOWN) {
            ladder.rest((ticks + 1) / 2);
        } else {
            DepthModel.nextTick().lay(query, ladder);
        }
    }

    @Override
    public String describe() {
        return "a spread of " + ticks + (ticks == 1 ? " tick" : " ticks")
                + " around the price of trades and bars, without limit of quantity; quotes"
                + " as they are, then everything one tick worse";
    }
}
