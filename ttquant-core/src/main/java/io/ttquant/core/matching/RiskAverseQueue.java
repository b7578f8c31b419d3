package io.ttquant.core.matching;

/** Cancels come from behind for as long as something is there. */
record RiskAverseQueue() implements QueueModel {
    @Override
    public double ahead(double rawAhead, double rawTraded, long rawPrevious, long rawNext, double rawUnit) {
        return Math.min(rawAhead, (double) rawNext);
    }

    @Override
    public String describe() {
        return "risk-averse: only trades, and a displayed quantity below the estimate, move our orders forward";
    }
}
