package io.ttquant.backtest.data;

/** Where rows are kept between loading and replay. The events are the same. */
public enum Storage {
    /** In memory if it fits comfortably, otherwise streamed. */
    AUTO,
    /** In columns in memory: fastest, can mend disorder and overlaps, and can be drawn as a chart. */
    MEMORY,
    /** Read from the file again at each replay, some thousand rows at a time, after one pass that checks it. */
    STREAM
}
