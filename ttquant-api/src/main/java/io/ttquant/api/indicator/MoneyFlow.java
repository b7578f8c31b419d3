package io.ttquant.api.indicator;

/** Where the close lies in the range of a bar: ((close − low) − (high − close)) / (high − low), −1 to 1; 0 without range. Marc Chaikin. */
final class MoneyFlow {
    private MoneyFlow() {}

    static double multiplier(double high, double low, double close) {
        Observation.finite(high, low, close);
        return high == low ? 0 : ((close - low) - (high - close)) / (high - low);
    }
}
