package io.ttquant.exchanges.emulator.exchange;

/** Which price a trigger watches. */
public enum PriceSource {
    /** Of the last trade. */
    LAST,
    /** The mark price. */
    MARK,
    /** The index price. */
    INDEX
}
