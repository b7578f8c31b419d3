package io.ttquant.core.matching;

/** Changes of a level never help, but for its end. */
record TradesOnlyQueue() implements QueueModel {
    @Override
    public double ahead(double rawAhead, double rawTraded, long rawPrevious, long rawNext, double rawUnit) {
        return rawNext == 0 ? Math.min(rawAhead, 0) : rawAhead;
    }

    @Override
    public String describe() {
        return "trades only: nothing but trades moves our orders forward, until their level is gone";
    }
}
