package io.ttquant.core.matching;

/** What is displayed, then the rest one tick worse. */
record NextTickDepth() implements DepthModel {
    @Override
    public void lay(DepthQuery query, DepthLadder ladder) {
        if (query.rawDisplayed() == DepthQuery.UNKNOWN) {
            ladder.rest(0);
            return;
        }
        ladder.level(0, query.rawDisplayed());
        ladder.rest(1);
    }

    @Override
    public String describe() {
        return "what a quote displays, then everything one tick worse; on trades and bars everything at their price";
    }
}
