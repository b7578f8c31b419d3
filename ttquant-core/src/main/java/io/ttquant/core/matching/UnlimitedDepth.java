package io.ttquant.core.matching;

/** Everything at the best price. */
record UnlimitedDepth() implements DepthModel {
    @Override
    public void lay(DepthQuery query, DepthLadder ladder) {
        ladder.rest(0);
    }

    @Override
    public String describe() {
        return "everything at the best price, without limit";
    }
}
