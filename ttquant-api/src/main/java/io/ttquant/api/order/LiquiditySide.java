package io.ttquant.api.order;

/** Whether a fill gave or took liquidity; decides its fee. */
public enum LiquiditySide {
    /** The order rested and was met. */
    MAKER,
    /** The order met a resting one. */
    TAKER
}
