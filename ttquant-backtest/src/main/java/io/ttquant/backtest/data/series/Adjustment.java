package io.ttquant.backtest.data.series;

/** What becomes of older prices where one contract follows another at another price. */
public enum Adjustment {
    /** Nothing: prices are those that were traded, and the series jumps at each roll. */
    NONE,
    /** The difference between both contracts at the roll is added to all older prices: differences of prices stay true. */
    DIFFERENCE,
    /** All older prices are multiplied by the quotient of both contracts at the roll: relative moves stay true. */
    RATIO
}
