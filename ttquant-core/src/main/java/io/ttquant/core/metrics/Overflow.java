package io.ttquant.core.metrics;

/** What a series with the label value {@code other} shows of the ones that it stands for, where there are more of them than are shown. */
public enum Overflow {
    /** Their sum. */
    SUM,
    /** The largest of them. */
    MAX,
    /** Nothing: no single figure says anything about several of them, as with prices. */
    NONE
}
